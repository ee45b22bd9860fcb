import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heardDigits } from '../../bot/speech/digits-heard.ts';
import { heardNumber } from '../../bot/speech/numbers-heard.ts';
import { type Region, sayCode, sayDate, sayDigits, sayMoney, sayNumber, sayPhone } from '../../bot/speech/said.ts';
import { withoutMarks } from '../../bot/text.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';

const regions: Region[] = ['north', 'centre', 'south'];

describe('a number', () => {
  test.each([
    ['không', 0],
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi mốt', 21],
    ['ba tư', 34],
    ['năm nhăm', 55],
    ['bẩy mươi bẩy', 77],
    ['ba chục', 30],
    ['một trăm linh năm', 105],
    ['một trăm lẻ năm', 105],
    ['hai trăm hai', 220],
    ['trăm rưỡi', 150],
    ['hai trăm hai tư', 224],
    ['năm mươi nghìn', 50_000],
    ['một trăm hai mươi lăm ngàn', 125_000],
    ['nghìn rưỡi', 1_500],
    ['hai nghìn không trăm hai mươi sáu', 2026],
    ['hai ngàn lẻ sáu', 2006],
    ['hai triệu rưỡi', 2_500_000],
    ['một triệu hai', 1_200_000],
    ['2 triệu rưỡi', 2_500_000],
    ['năm trăm nghìn', 500_000],
    ['ba tỉ bảy', 3_700_000_000],
    ['mười hai nghìn tỷ', 12_000_000_000_000],
    ['ờ hai triệu à rưỡi ạ', 2_500_000],
    ['mot tram hai muoi lam nghin', 125_000],
    ['NĂM MƯƠI', 50],
  ])('is heard in "%s"', (text, value) => expect(heardNumber(text)).toBe(value));

  test.each(['', 'xin chào', 'ba bốn', 'hai mươi ngày', 'hai mốt mười hai', 'trăm trăm', 'một nghìn một nghìn', 'một triệu hai lăm'])(
    'is not heard in "%s"',
    (text) => expect(heardNumber(text)).toBeNull(),
  );

  test.each([
    [4, 'bốn', 'bốn'],
    [24, 'hai mươi tư', 'hai mươi bốn'],
    [1_005, 'một nghìn không trăm linh năm', 'một ngàn không trăm lẻ năm'],
    [115, 'một trăm mười lăm', 'một trăm mười lăm'],
    [1_000_021, 'một triệu không trăm hai mươi mốt', 'một triệu không trăm hai mươi mốt'],
    [1e12, 'một nghìn tỷ', 'một ngàn tỷ'],
  ])('%d is said in the way of the region', (value, north, south) => {
    expect([sayNumber(value, 'north'), sayNumber(value, 'south')]).toEqual([north, south]);
  });

  test('said in any region is heard as itself, without marks too', () => {
    const values = fc.oneof(
      fc.integer({ min: 0, max: 1e12 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom(1e9 + 5, 1e12, 1e6 + 1),
    );
    fc.assert(
      fc.property(values, fc.constantFrom(...regions), (value, region) => {
        expect(heardNumber(sayNumber(value, region))).toBe(value);
        expect(heardNumber(withoutMarks(sayNumber(value, region)))).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that is no whole number from 0 is not said', () => {
    for (const value of [-1, 1.5, Number.NaN, 1e16]) expect(() => sayNumber(value)).toThrow(RangeError);
  });
});

describe('digits', () => {
  test.each([
    ['hai mốt mười hai ba mốt', '211231'],
    ['không không không chín', '0009'],
    ['ba số không', '000'],
    ['hai con tám một', '881'],
    ['bốn số không ờ bảy', '00007'],
    ['không chín một hai ba bốn năm sáu bảy tám', '0912345678'],
    ['không chín mười hai ba tư năm sáu bảy tám', '0912345678'],
    ['hai mươi hai mốt', '2021'],
    ['hai mươi hai', '22'],
    ['hai mươi hai mươi', '2020'],
    ['mười mười một', '1011'],
    ['chín trăm linh tư', '904'],
    ['linh năm', '05'],
    ['0912 ba bốn năm 678', '0912345678'],
    ['không chín, một hai rồi ba bốn', '091234'],
    ['khong khong hai muoi hai', '0022'],
    ['zero nine one', '091'],
  ])('are heard in "%s"', (text, digits) => expect(heardDigits(text)).toBe(digits));

  test.each(['', 'tôi không biết', 'hai mươi ba sáu', 'mươi tỷ'])('are not heard in "%s"', (text) => expect(heardDigits(text)).toBeNull());

  test('that can be read in two ways are settled by the length that is asked for', () => {
    expect(heardDigits('hai mươi ba sáu', [3])).toBe('236');
    expect(heardDigits('hai mươi ba sáu', [4])).toBe('2036');
    expect(heardDigits('hai mươi ba sáu', [5])).toBeNull();
  });

  test('said one by one are heard as themselves', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        expect(heardDigits(sayDigits(digits))).toBe(digits);
        expect(heardDigits(sayPhone(digits))).toBe(digits.replace(/^84(?=\d{9}$)/, '0'));
      }),
    );
  });
});

describe('what the hotline says', () => {
  test('is a code digit by digit with pauses at its dashes', () => {
    expect(sayCode('H40.7-251014-00346')).toBe(
      'hát bốn không chấm bảy, gạch ngang, hai năm một không một bốn, gạch ngang, không không ba bốn sáu',
    );
    expect(sayCode('1.004222')).toBe('một chấm không không bốn hai hai hai');
    expect(findDossierCode(`mã là ${sayCode('000.00.04.H51-200221-0001')} ạ`)).toEqual({ kind: 'code', code: '000.00.04.H51-200221-0001' });
  });

  test('is a phone number in groups, and a short number as it is', () => {
    expect(sayPhone('+84 912 345 678')).toBe('không chín một hai, ba bốn năm, sáu bảy tám');
    expect(sayPhone('18001096')).toBe('một tám không không, một không chín sáu');
    expect(sayPhone('115')).toBe('một một năm');
  });

  test('is money and a day', () => {
    expect(sayMoney(75_000)).toBe('bảy mươi lăm nghìn đồng');
    expect(sayMoney(1_250_000, 'south')).toBe('một triệu hai trăm năm mươi ngàn đồng');
    expect(sayDate('2026-04-15')).toBe('ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu');
  });
});

test('any text at all is heard without trouble', () => {
  const words = fc.constantFrom(
    ...'hát gờ h g không mốt hai tư lăm mươi mười muoi chục trăm nghìn tỷ rưỡi linh số con chấm gạch - . , 40 0001 rồi x'.split(' '),
  );
  const said = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(fc.oneof(said, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      expect(['number', 'object']).toContain(typeof heardNumber(text));
      expect(heardDigits(text) ?? '0').toMatch(/^\d+$/);
      expect(['code', 'incomplete', 'none']).toContain(findDossierCode(text).kind);
    }),
    { numRuns: 1_000 },
  );
});

test.each(['hát bốn mươi chấm ', 'h ', 'hai mươi ', 'muoi ', '0 ', 'H40.1-', '000.', 'o1 ', 'gạch ', 'ba số '])(
  'a very long text of "%s" ends',
  (text) => {
    expect(heardDigits(text.repeat(20_000))).toBeNull();
    expect(heardNumber(text.repeat(20_000))).toBeNull();
    expect(findDossierCode(text.repeat(20_000)).kind).not.toBe('code');
  },
);
