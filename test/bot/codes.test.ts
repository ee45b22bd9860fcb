import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDossierCode, findProcedureCode } from '../../bot/understand/codes.ts';

describe('a dossier code', () => {
  test.each([
    ['000.00.04.H51-200221-0001', '000.00.04.H51-200221-0001'],
    ['hồ sơ 38.98.H29-210519-0013 xong chưa', '38.98.H29-210519-0013'],
    ['G22.99.09-240114-0001', 'G22.99.09-240114-0001'],
    ['G22.99-251225-020175', 'G22.99-251225-020175'],
    ['(H40.1-250801-00012)', 'H40.1-250801-00012'],
    ['G09.20-20260609-0092637.', 'G09.20-20260609-0092637'],
    ['mã h40.23.08-210101-0001 nhé', 'H40.23.08-210101-0001'],
    ['H40 .23 . 08 – 210101 — 0001', 'H40.23.08-210101-0001'],
    ['H40,23,08_210101_0001', 'H40.23.08-210101-0001'],
    ['H4O.23.O8-21O1O1-OOl7', 'H40.23.08-210101-0017'],
  ])('is read from "%s"', (text, code) => {
    expect(findDossierCode(text)).toEqual({ kind: 'code', code });
  });

  test.each(['H40.23.08-2101', 'H40.23.08-211399-0001', 'mã G22.99-2512'])(
    'that is cut short or has no real date is seen as incomplete: %s',
    (text) => {
      expect(findDossierCode(text)).toEqual({ kind: 'incomplete' });
    },
  );

  test.each([
    'G22.99.3-241219795252',
    '03706/2026/07906',
    '000.00.00.G15-KQ003208',
    'KQ.G15.000031',
    '1.001193.02',
    'số căn cước 001099012345',
    'gọi 0912 345 678',
    'biển số 51H-123.45',
    'Nghị định 104/2022/NĐ-CP',
  ])('is not seen in "%s"', (text) => {
    expect(findDossierCode(text).kind).not.toBe('code');
  });

  test('comes back the same when it is found in its own normal form', () => {
    const part = fc.integer({ min: 1, max: 99 }).map(String);
    const codes = fc
      .record({
        office: fc.constantFrom('H40', 'G22', 'H05'),
        parts: fc.array(part, { maxLength: 3 }),
        day: fc.integer({ min: 1, max: 28 }),
        number: fc.integer({ min: 1000, max: 9_999_999 }),
      })
      .map(({ office, parts, day, number }) => `${[office, ...parts].join('.')}-2506${String(day).padStart(2, '0')}-${number}`);
    fc.assert(
      fc.property(codes, (code) => {
        expect(findDossierCode(`xem ${code} giúp`)).toEqual({ kind: 'code', code });
      }),
    );
  });

  test('is looked for in any text at all without trouble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(findDossierCode(text).kind).toBeTypeOf('string');
      }),
    );
    expect(findDossierCode('1.'.repeat(5_000)).kind).toBe('none');
    expect(findDossierCode('H40.1-'.repeat(2_000)).kind).toBeTypeOf('string');
  });
});

describe('a procedure code', () => {
  test.each([
    ['thủ tục 1.004222 cần gì', '1.004222'],
    ['1.001193.02', '1.001193'],
    ['1.013226.H13', '1.013226'],
    ['2.001765.000.00.00.H44', '2.001765'],
  ])('is read from "%s"', (text, code) => expect(findProcedureCode(text)).toBe(code));

  test.each(['1.0042', '11.004222', 'H40.1-250801-00012', 'giá 1.500.000 đồng'])('is not seen in "%s"', (text) => {
    expect(findProcedureCode(text)).toBeNull();
  });
});
