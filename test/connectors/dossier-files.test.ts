import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { headingTest, keysOf } from '../../connectors/dossiers/file/columns.ts';
import { keyOf } from '../../connectors/dossiers/file/key.ts';
import { type Row, readRows } from '../../connectors/dossiers/file/rows.ts';
import { writeWorkbook, zip } from '../support/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function fileOf(content: string | Buffer): string {
  count += 1;
  const file = join(folder, `export-${count}`);
  writeFileSync(file, content);
  return file;
}

async function rowsOf(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of readRows({ file, isHeading: headingTest(keysOf()), onHeadings: () => {}, onUnreadSheets: () => {} }))
    rows.push(row);
  return rows;
}

const row = (line: number, cells: Record<string, unknown>) => ({ kind: 'row', line, cells });
const unread = (line: number, reason: string) => ({ kind: 'unread', line, reason });

describe('a heading', () => {
  it('is the same however it is written', () => {
    const forms = ['Mã hồ sơ', 'MÃ HỒ SƠ', 'ma ho so', 'MaHoSo', 'ma_ho_so', ' Mã  hồ sơ: ', 'Mã hồ sơ'.normalize('NFD')];
    expect(new Set(forms.map(keyOf))).toEqual(new Set(['mahoso']));
    expect(keyOf('Đơn vị')).toBe('donvi');
  });
});

describe('the rows of a CSV', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('are told apart by %s, with quoted cells and lines', async (_, mark) => {
    const lines = ['Mã hồ sơ|Trạng thái|Ghi chú', 'A|4|"một\nhai, ba; ""bốn"""', '', 'B|9|Công ty "An Bình"', '| |', 'C|10|'];
    expect(await rowsOf(fileOf(lines.join('\n').replaceAll('|', mark)))).toEqual([
      row(3, { mahoso: 'A', trangthai: '4', ghichu: 'một\nhai, ba; "bốn"' }),
      row(5, { mahoso: 'B', trangthai: '9', ghichu: 'Công ty "An Bình"' }),
      row(7, { mahoso: 'C', trangthai: '10', ghichu: '' }),
    ]);
  });

  it('are read with a byte-order mark, with CR LF and in UTF-16', async () => {
    const text = 'Mã hồ sơ;Trạng thái\r\nA;4\r\n';
    const expected = [row(2, { mahoso: 'A', trangthai: '4' })];
    expect(await rowsOf(fileOf(`\uFEFF${text}`))).toEqual(expected);
    expect(await rowsOf(fileOf(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(expected);
  });

  it('begin below a title', async () => {
    const text = 'SỞ XÂY DỰNG,,\nDANH SÁCH HỒ SƠ,,\n,,\nSTT,Mã hồ sơ,Tình trạng\n1,A,4\n';
    expect(await rowsOf(fileOf(text))).toEqual([row(5, { stt: '1', mahoso: 'A', tinhtrang: '4' })]);
  });

  it('that have come apart are told by their line, and the next one is read', async () => {
    const text = Buffer.concat([
      Buffer.from('Mã hồ sơ,Trạng thái,Ghi chú\nA,4\nB,4,x,y\nC,4,'),
      Buffer.from([0xe9, 0x0a]),
      Buffer.from('D,4,ổn\n'),
    ]);
    expect(await rowsOf(fileOf(text))).toEqual([
      unread(2, 'fewer cells than headings'),
      unread(3, 'more cells than headings'),
      unread(4, 'not in UTF-8'),
      row(5, { mahoso: 'D', trangthai: '4', ghichu: 'ổn' }),
    ]);
  });

  it('end where a quote is not closed, which is said without quoting the cell', async () => {
    const broken = rowsOf(fileOf('Mã hồ sơ,Trạng thái,Ghi chú\nA,4,x\nB,4,"bí mật\nC,4,x\n'));
    await expect(broken).rejects.toThrow(OperatorError);
    await expect(broken).rejects.toThrow(/after line 2: a quote/);
    await expect(broken).rejects.not.toThrow('bí mật');
  });

  it('need headings', async () => {
    for (const text of ['', 'A,4\nB,9\n', 'Mã hồ sơ,Ghi chú\nA,x\n'])
      await expect(rowsOf(fileOf(text))).rejects.toThrow(/no row of headings/);
  });
});

describe('the rows of a workbook', () => {
  const file = join(folder, 'export.xlsx');

  it('are those of the first sheet that is shown, dates as dates and numbers as numbers', async () => {
    writeWorkbook(file, {
      hiddenFirst: true,
      rows: [
        ['DANH SÁCH <HỒ SƠ> & "KẾT QUẢ"'],
        ['Mã hồ sơ', null, 'Trạng thái', 'Ngày nhận', 'Ngày hẹn trả', 'Lệ phí'],
        ['A', null, 4, { date: 45870.395833333336 }, { date: 45874 }, 50000],
        [],
        [{ inline: 'B' }, null, 'Đang xử lý'],
      ],
    });
    expect(await rowsOf(file)).toEqual([
      row(3, { mahoso: 'A', trangthai: 4, ngaynhan: '2025-08-01T09:30:00', ngayhentra: '2025-08-05', lephi: 50000 }),
      row(5, { mahoso: 'B', trangthai: 'Đang xử lý', ngaynhan: '', ngayhentra: '', lephi: '' }),
    ]);
  });

  it('count days from 1904 where the workbook says so', async () => {
    writeWorkbook(file, {
      from1904: true,
      rows: [
        ['Mã hồ sơ', 'Trạng thái', 'Ngày nhận'],
        ['A', 4, { date: 45870 - 1462 }],
      ],
    });
    expect(await rowsOf(file)).toEqual([row(2, { mahoso: 'A', trangthai: 4, ngaynhan: '2025-08-01' })]);
  });

  it('are not looked for in what is no workbook', async () => {
    const plain = join(folder, 'plain.zip');
    zip(plain, { 'a.txt': 'x' });
    const bad = join(folder, 'bad.xlsx');
    zip(bad, { 'xl/workbook.xml': '<workbook><sheets></workbook>', 'xl/_rels/workbook.xml.rels': '<Relationships/>' });
    await expect(rowsOf(plain)).rejects.toThrow(/no Excel workbook/);
    await expect(rowsOf(bad)).rejects.toThrow(/damaged/);
    await expect(rowsOf(fileOf(Buffer.from('PK\u0003\u0004 and no more', 'latin1')))).rejects.toThrow(/damaged/);
    await expect(rowsOf(fileOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).rejects.toThrow(/Save it as \.xlsx/);
    await expect(rowsOf(join(folder, 'nowhere'))).rejects.toThrow(/cannot be read: ENOENT/);
  });
});

describe('the rows of JSON lines', () => {
  it('have their names read as headings, those within them too', async () => {
    const text = '{"MaHoSo":"A","TrangThaiHoSo":4,"DanhSachLePhi":[{"TenPhiLePhi":"x"}]}\r\n\n{"code":"B","note":"a\u2028b"}';
    expect(await rowsOf(fileOf(text))).toEqual([
      row(1, { mahoso: 'A', trangthaihoso: 4, danhsachlephi: [{ tenphilephi: 'x' }] }),
      row(3, { code: 'B', note: 'a\u2028b' }),
    ]);
  });

  it('that are none are told by their line', async () => {
    const long = `{"note":"${'x'.repeat(1_100_000)}"}`;
    const text = `{"code":"A"}\n{"code":\n7\n[1]\n${long}\n{"code":"B"}`;
    expect(await rowsOf(fileOf(text))).toEqual([
      row(1, { code: 'A' }),
      unread(2, 'not JSON'),
      unread(3, 'no JSON object'),
      unread(4, 'no JSON object'),
      unread(5, 'more than 1000000 characters'),
      row(6, { code: 'B' }),
    ]);
  });

  it('are not looked for in a list', async () => {
    await expect(rowsOf(fileOf('[{"code":"A"}]'))).rejects.toThrow(/one object a line/);
  });
});
