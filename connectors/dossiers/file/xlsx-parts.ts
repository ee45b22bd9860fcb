import type { Readable } from 'node:stream';
import { OperatorError } from '../../../bot/errors.ts';
import { readXml } from './xml.ts';

/** Whether cells of this style show a date. */
export type Styles = (style: number) => boolean;
/** The sheets that are shown, in order, each with its name and where it lies; and from which year days are counted. */
export type Book = { sheets: { name: string; part: string }[]; isFrom1904: boolean };

export async function readBook(workbook: Readable, relations: Readable): Promise<Book> {
  const shown: { name: string; id: string }[] = [];
  const parts = new Map<string, string>();
  let isFrom1904 = false;
  for await (const marks of readXml(workbook)) {
    for (const mark of marks) {
      if (mark.kind !== 'open') continue;
      const { date1904, state = 'visible', name = '', id = '' } = mark.attributes;
      if (mark.name === 'workbookPr') isFrom1904 = date1904 === '1' || date1904 === 'true';
      if (mark.name === 'sheet' && state === 'visible') shown.push({ name, id });
    }
  }
  for await (const marks of readXml(relations)) {
    for (const mark of marks) {
      if (mark.kind !== 'open' || mark.name !== 'Relationship') continue;
      const { Id = '', Target = '' } = mark.attributes;
      parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    }
  }
  const sheets = shown.flatMap(({ name, id }) => {
    const part = parts.get(id);
    return part === undefined ? [] : [{ name, part }];
  });
  if (sheets.length === 0) throw new OperatorError('The workbook has no sheet that is shown.');
  return { sheets, isFrom1904 };
}

/** The built-in formats that show a date or a time. */
const builtIn = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

export async function readStyles(stream: Readable): Promise<Styles> {
  const own = new Map<number, boolean>();
  const dates: boolean[] = [];
  let isInCells = false;
  for await (const marks of readXml(stream)) {
    for (const mark of marks) {
      if (mark.kind === 'text') continue;
      if (mark.name === 'cellXfs') isInCells = mark.kind === 'open';
      if (mark.kind !== 'open') continue;
      const id = Number(mark.attributes.numFmtId);
      if (mark.name === 'numFmt') own.set(id, showsDate(mark.attributes.formatCode ?? ''));
      if (mark.name === 'xf' && isInCells) dates.push(own.get(id) ?? builtIn.has(id));
    }
  }
  return (style) => dates[style] ?? false;
}

/** `dd/mm/yyyy`; not `0.00" đ"`, `[Red]0` or `General`, whose letters are quoted, in brackets or a word. */
function showsDate(format: string): boolean {
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|General|_./gi, ''));
}
