import { describe, expect, test } from 'vitest';
import { factorsOf, opens } from '../../bot/skills/dossier-factor.ts';
import { secretIn } from '../../bot/understand/factor.ts';

const code = 'H40.23.08-261102-0012';

describe('a secret', () => {
  const waiting = { awaiting: 'factor', dossier: { code, provenUntil: null } } as const;
  test.each([
    ['7316', '7316'],
    ['7 3 1 6', '7316'],
    ['PIN 7316', '7316'],
    ['mã pin của tôi là 7316 nhé', '7316'],
    ['4 số cuối điện thoại là 5678', '5678'],
    ['bốn số cuối căn cước của em là 2345 ạ', '2345'],
    ['the last four digits are 5678', '5678'],
    ['bảy ba một sáu', '7316'],
    ['mã pin là bảy ba một sáu', '7316'],
    ['a1b2c3', 'A1B2C3'],
    ['0912 345 678', '0912345678'],
  ])('is read in "%s" while it is waited for', (text, secret) => {
    expect(secretIn(text, waiting)).toBe(secret);
  });

  test.each(['khai sinh cho con 2 tuổi', 'làm căn cước năm 2020 cần gì', '123', 'gặp cán bộ', 'dừng', ''])(
    'is not read in "%s"',
    (text) => {
      expect(secretIn(text, waiting)).toBeNull();
    },
  );

  test.each([
    ['số là 4821 bạn nhé', '4821'],
    ['hình như là 4821', '4821'],
    ['4821 đúng không', '4821'],
    ['mã trên biên nhận ghi 482613', '482613'],
    ['pin in trên giấy hẹn là 482613', '482613'],
    ['không phải, 4821 mới đúng', '4821'],
    ['pin là bốn tám hai một', '4821'],
    ['chắc là bốn tám hai một', '4821'],
    ['số cuối điện thoại của mẹ tôi là 4821', '4821'],
    ['em nhập lại 4821', '4821'],
    ['my pin is 4821 I think', '4821'],
    ['it should be 482613', '482613'],
  ])('stands in the sentence "%s" while it is waited for', (text, secret) => {
    expect(secretIn(text, waiting)).toBe(secret);
    expect(secretIn(text.replace(/pin/gi, ''), { ...waiting, awaiting: null })).toBeNull();
  });

  test.each([
    'phí 2000 đồng phải không',
    'nộp năm 2024 được không',
    'hồ sơ nộp ngày 12 tháng 11 năm 2026',
    'lệ phí có phải 50000 không',
    'đường số 1234 phường 5',
    'gọi 19001009',
  ])('is not taken from "%s", which says something else', (text) => expect(secretIn(text, waiting)).toBeNull());

  test('is read unasked where digits stand alone after a dossier, or where it is named', () => {
    const before = { awaiting: null, dossier: { code, provenUntil: null } } as const;
    expect(secretIn('7316', before)).toBe('7316');
    expect(secretIn('0912345678', before)).toBeNull();
    expect(secretIn('7316', { awaiting: null, dossier: null })).toBeNull();
    expect(secretIn('mã pin 7316', { awaiting: null, dossier: null })).toBe('7316');
  });
});

describe('what proves that a dossier is theirs', () => {
  const given = { pin: 'Ab-12', phone: '+84 912 345 678', idNumber: '' };
  test('is what the source gave and the agency accepts', () => {
    expect(factorsOf(given, ['pin', 'phone', 'id'])).toEqual(['pin', 'phone']);
    expect(factorsOf({ pin: '12', phone: '0912***678', idNumber: '' }, ['pin', 'phone', 'id'])).toEqual([]);
  });
  test.each([
    ['AB12', true],
    ['5678', true],
    ['0912345678', true],
    ['AB1', false],
    ['678', false],
    ['', false],
    ['2345', false],
  ])('by "%s": %s', (secret, right) => {
    expect(opens(secret, given, ['pin', 'phone', 'id'])).toBe(right);
  });
  test('is not what the agency does not accept', () => {
    expect(opens('5678', given, ['pin'])).toBe(false);
  });
});
