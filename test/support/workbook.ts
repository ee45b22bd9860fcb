import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** A cell: text, a number, a date as Excel counts it (`date`), text in the cell itself, or nothing. */
export type Cell = string | number | { date: number } | { inline: string } | null;

export type Workbook = { rows: Cell[][]; hiddenFirst?: boolean; from1904?: boolean };

/** Writes a workbook as Excel does: texts shared, empty cells left out, dates as styled numbers. */
export function writeWorkbook(file: string, { rows, hiddenFirst = false, from1904 = false }: Workbook): void {
  const texts: string[] = [];
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellOf(cell, `${letters(column)}${row + 1}`, texts));
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const secret = '<row r="1"><c r="A1" t="inlineStr"><is><t>ẩn</t></is></c></row>';
  const hidden = hiddenFirst ? '<sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId2"/>' : '';
  zip(file, {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${hidden}<sheet name="Hồ sơ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId2" Target="worksheets/sheet2.xml"/><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><r><t xml:space="preserve">${escaped(text.slice(0, 2))}</t></r><r><t>${escaped(text.slice(2))}</t></r><rPh><t>đọc</t></rPh></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="x"><x:sheetData>${lines.join('').replace(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${secret}</sheetData></worksheet>`,
  });
}

function cellOf(cell: Cell, reference: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}" s="2"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  if ('inline' in cell) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
  return `<c r="${reference}" s="1"><f>TODAY()</f><v>${cell.date}</v></c>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A ZIP file of these parts, deflated. */
export function zip(file: string, parts: Record<string, string>): void {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), fields, place, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  writeFileSync(file, Buffer.concat([...bodies, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]));
}
