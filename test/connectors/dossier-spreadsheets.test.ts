import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';
import { headingTest, keysOf } from '../../connectors/dossiers/file/columns.ts';
import { createRowReader } from '../../connectors/dossiers/file/row-dossier.ts';
import { readRows } from '../../connectors/dossiers/file/rows.ts';

const folder = join(import.meta.dirname, '../fixtures/dossier-exports');
const asOf = '2025-08-05T22:00:00+07:00';

/** What a file of `fixtures/dossier-exports/make.py` is read as. */
async function read(name: string) {
  const keys = keysOf();
  const codeOf = (text: string) => {
    const found = findDossierCode(text);
    return found.kind === 'code' ? found.code : null;
  };
  const readRow = createRowReader({ keys, statuses: {}, codeOf, asOf });
  const dossiers: Dossier[] = [];
  const lines: number[] = [];
  const headings: string[] = [];
  const unreadSheets: string[] = [];
  const options = {
    onHeadings: (given: string[]) => headings.push(...given),
    onUnreadSheets: (given: string[]) => unreadSheets.push(...given),
  };
  for await (const row of readRows({ file: join(folder, name), isHeading: headingTest(keys), ...options })) {
    lines.push(row.line);
    if (row.kind === 'unread') throw new Error(row.reason);
    const given = readRow(row.cells);
    if (given.kind === 'rejected') throw new Error(given.reason);
    dossiers.push(given.dossier);
  }
  return { dossiers, lines, headings, unreadSheets };
}

describe.each(['openpyxl.xlsx', 'iso-dates.xlsx', 'calc.xlsx'])('a spreadsheet as an office keeps it, %s', (name) => {
  it('is read from the sheet that has headings, below its title and without its empty rows', async () => {
    const { dossiers, lines, headings, unreadSheets } = await read(name);
    expect(dossiers.map(({ code }) => code)).toEqual([1, 2, 3].map((number) => `H40.23.08-250801-400${number}`));
    expect(lines).toEqual([5, 6, 8]);
    expect(headings.slice(0, 3)).toEqual(['STT', 'Mã hồ sơ', 'Tên TTHC']);
    expect(unreadSheets).toEqual(['Bìa', 'Tổng hợp']);
  });

  it('has its dates as days, its times as times, and its numbers as they were meant', async () => {
    const [first, second, third] = (await read(name)).dossiers;
    expect(first).toMatchObject({
      procedure: { name: 'Đăng ký khai sinh' },
      agency: 'Một cửa',
      status: 4,
      receivedOn: '2025-08-01',
      dueOn: '2025-08-08',
      applicant: { name: 'Trần Thị Minh Họa', phone: '0900007346', idNumber: '001099005829' },
      factor: { pin: '482613', phone: '0900007346', idNumber: '001099005829' },
    });
    expect(first?.receivedAt?.slice(0, 16)).toBe('2025-08-01T09:30');
    expect(second).toMatchObject({
      status: 9,
      dueOn: '2025-08-06',
      factor: { pin: '905174', phone: '0900003918', idNumber: '000088006452' },
    });
    expect(second?.receivedAt?.slice(0, 16)).toBe('2025-08-01T15:40');
    expect(second?.fees).toMatchObject([{ amount: 15_000 }]);
    expect(third).toMatchObject({
      status: 5,
      agency: 'Phòng Kinh tế & Hạ tầng',
      receivedOn: '2025-08-04',
      dueOn: null,
      applicant: { name: 'Phạm <Thử> "Nghiệm"' },
    });
    expect(third?.fees).toMatchObject([{ amount: 75_000 }]);
  });
});
