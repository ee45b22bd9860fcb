import { expect, test } from 'vitest';
import { shownOf, shownWhileSecret } from '../../bot/secrets.ts';

test.each([
  ['7316', '••••'],
  ['7 3 1 6', '••••'],
  ['PIN 7316', 'PIN ••••'],
  ['mã pin của tôi là 7316 nhé', 'mã pin •••• nhé'],
  ['a1b2c3', '••••'],
  ['bảy ba một sáu', '••••'],
  ['mã pin là bay ba mot sau ạ', 'mã pin là •••• ạ'],
  ['bảy mươi ba mười sáu', '••••'],
  ['số điện thoại 0912 345 678', 'số điện thoại ••••'],
  ['H40.23.08-250715-0012 pin 7316', 'H40.23.08-250715-0012 pin ••••'],
  ['gặp cán bộ', 'gặp cán bộ'],
])('while a secret is waited for "%s" is shown as "%s"', (text, shown) => {
  expect(shownWhileSecret(text).replace(/•+/g, '••••')).toBe(shown);
});

test('at any other time digits alone are hidden, figures in a question are not', () => {
  expect(shownOf('7316')).toBe('••••');
  expect(shownOf('cấp lại bằng lái từ năm 2015')).toBe('cấp lại bằng lái từ năm 2015');
  expect(shownOf('bốn tám hai sáu')).toBe('••••');
  expect(shownOf('pin đây nè 7316')).toBe('pin đây nè ••••');
  expect(shownOf('2')).toBe('2');
  expect(shownOf('H40.23.08-250715-0012 pin 7316')).toMatch(/^H40\.23\.08-250715-0012 pin •+$/);
});

test('a message as long as any is hidden as well', () => {
  for (const text of ['a'.repeat(20_000), '1 '.repeat(10_000), `${'một '.repeat(5_000)}x`, 'x1'.repeat(10_000)])
    expect(shownWhileSecret(text)).not.toMatch(/[\d]|một/);
});
