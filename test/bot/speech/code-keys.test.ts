import { describe, expect, test } from 'vitest';
import { codeInGroups, digitsInGroups } from '../../../bot/speech/code-groups.ts';
import { codesOfDigits, fewestDigits, mostCodes } from '../../../bot/speech/code-keys.ts';
import { findDossierCode } from '../../../bot/understand/codes.ts';

/** Every shape that is known of dossiers. */
const codes = [
  '000.00.04.H51-200221-0001',
  '000.17.22.H56-210531-0001',
  '38.98.H29-210519-0013',
  'G22.99.09-240114-0001',
  'G22.99-251225-020175',
  'H40.1-250801-00012',
  'H40.23.08-250715-0012',
  'G09.20-20260609-0092637',
  'H75-230915-0009',
  'G15.102-20211107-00346',
  'G22.99.5-251103-4410',
];
const digitsOf = (code: string) => code.replace(/\D/g, '');

describe('the digits of a dossier code', () => {
  test.each(codes)('are those of %s, among few others', (code) => {
    const found = codesOfDigits(digitsOf(code), '2026-11-22');
    expect(found).toContain(code);
    expect(found.length).toBeLessThanOrEqual(mostCodes);
    expect(found.map(digitsOf)).toEqual(found.map(() => digitsOf(code)));
    for (const each of found) expect(findDossierCode(each)).toEqual({ kind: 'code', code: each });
  });

  test('are of a province or of a ministry: the letter cannot be pressed', () => {
    expect(codesOfDigits(digitsOf('H40.23.08-250715-0012')).slice(0, 2)).toEqual(['H40.23.08-250715-0012', 'G40.23.08-250715-0012']);
  });

  test('make no code without a real day in them, or with one that is yet to come', () => {
    expect(codesOfDigits('4023082513150012')).toEqual([]);
    expect(codesOfDigits('4023082507150012', '2025-07-14')).toEqual([]);
    expect(codesOfDigits('4023082507150012', '2025-07-15')).not.toEqual([]);
  });

  test('make none while a part is missing, or where something else was pressed', () => {
    for (const part of ['', '0012', '2507150012', '402308', '4'.repeat(fewestDigits - 1)]) expect(codesOfDigits(part)).toEqual([]);
    for (const other of ['0912345678', '001099123456', '40.23.08-250715-0012', 'H40', '4'.repeat(40)]) {
      expect(codesOfDigits(other)).toEqual([]);
    }
  });
});

describe('a code that is read back', () => {
  test('comes in groups, as people say them', () => {
    expect(codeInGroups('H40.23.08-250715-0012')).toBe(
      'hát bốn mươi, chấm hai mươi ba, chấm không tám, gạch ngang, hai mươi lăm, không bảy, mười lăm, gạch ngang, không không một hai',
    );
    expect(codeInGroups('G22.99-251225-020175', 'vi', 'south')).toContain('gờ hai mươi hai, chấm chín mươi chín');
    expect(codeInGroups('H40.1-250801-00012', 'en')).toBe('H 4 0, dot 1, dash, 2 5, 0 8, 0 1, dash, 0 0, 0 1 2');
    expect(digitsInGroups('40230')).toBe('bốn không, hai ba, không');
  });

  test.each(codes)('is heard as %s again', (code) => {
    expect(findDossierCode(codeInGroups(code))).toEqual({ kind: 'code', code });
  });
});
