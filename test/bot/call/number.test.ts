import { describe, expect, test } from 'vitest';
import { dialledNumber, pressedNumber } from '../../../bot/call/number.ts';

describe('the number of a caller, as it is dialled in Vietnam', () => {
  test.each([
    ['0912345678', '0912345678'],
    ['+84912345678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['912345678', '0912345678'],
    ['2838221234', '02838221234'],
    ['+842838221234', '02838221234'],
    ['sip:0912345678@10.0.0.1;user=phone', '0912345678'],
    ['(028) 3822-1234', '02838221234'],
    ['+33612345678', '0033612345678'],
    ['101', '101'],
  ])('%s is %s', (from, number) => expect(dialledNumber(from)).toBe(number));

  test.each([
    null,
    '',
    ' ',
    'anonymous',
    'Unavailable',
    'sip:anonymous@anonymous.invalid',
    '+266696687',
    '+7378742833',
    '1',
    '1'.repeat(16),
  ])('%s is none', (from) => expect(dialledNumber(from)).toBeNull());

  test('that can be called back is one of Vietnam, whole', () => {
    expect(pressedNumber('0912345678#')).toBe('0912345678');
    expect(pressedNumber('02838221234')).toBe('02838221234');
    for (const wrong of ['091234567', '09123456789', '0112345678', '101', '+33612345678', '19001234'])
      expect(pressedNumber(wrong)).toBeNull();
  });
});
