import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMarks } from '../../bot/text.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';

const digit = fc.nat({ max: 9 }).map(String);
const digits = (least: number, most: number) => fc.array(digit, { minLength: least, maxLength: most }).map((list) => list.join(''));
const agency = fc.tuple(fc.constantFrom('G', 'H'), digits(2, 2)).map((part) => part.join(''));
const office = fc.oneof(
  fc.tuple(agency, fc.array(digits(1, 3), { maxLength: 3 })).map(([first, rest]) => [first, ...rest].join('.')),
  fc.tuple(fc.array(digits(1, 3), { minLength: 1, maxLength: 3 }), agency).map(([rest, last]) => [...rest, last].join('.')),
);
const day = fc
  .tuple(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.boolean())
  .map(([date, long]) =>
    date
      .toISOString()
      .slice(long ? 0 : 2, 10)
      .replaceAll('-', ''),
  );
const codes = fc.tuple(office, day, digits(4, 7)).map((parts) => parts.join('-'));

const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const name = (figure: string) => names[Number(figure)] ?? '';
const unit = (figure: string) => ({ 1: 'mốt', 4: 'tư', 5: 'lăm' })[figure] ?? name(figure);

function oneByOne(text: string): string {
  return [...text].map(name).join(' ');
}

function repeats(text: string): string {
  return text
    .replace(/(\d)\1{1,6}|\d/g, (run, figure) => ` ${run.length > 1 ? `${name(String(run.length))} số ` : ''}${name(figure ?? run)}`)
    .trim();
}

/** "hai ba" or "hai mươi ba" for each two digits; an odd one first. Behind a round ten a pair is said in full, as people do to be understood. */
function pairs(text: string, full: boolean): string {
  const head = text.length % 2 === 1 ? [name(text.charAt(0))] : [];
  const rest = text.slice(head.length).match(/../g) ?? [];
  const said = rest.map((pair, i) => {
    const [tens = '', ones = ''] = pair;
    if (tens === '0') return `không ${name(ones)}`;
    if (tens === '1') return `mười ${ones === '0' ? '' : ones === '5' ? 'lăm' : name(ones)}`;
    if (ones === '0') return `${name(tens)} mươi`;
    const roundBefore = /[1-9]0/.test(rest[i - 1] ?? '');
    return full || roundBefore ? `${name(tens)} mươi ${unit(ones)}` : `${name(tens)} ${unit(ones)}`;
  });
  return [...head, ...said].join(' ').replace(/ +/g, ' ').trim();
}

const ways: ((text: string) => string)[] = [oneByOne, repeats, (text) => pairs(text, true), (text) => pairs(text, false), (text) => text];
const spoken = fc
  .record({
    code: codes,
    way: fc.constantFrom(...ways),
    g: fc.constantFrom('gờ', 'giê', 'ghê', 'G', 'chữ gờ', 'giờ'),
    h: fc.constantFrom('hát', 'hắc', 'hờ', 'hát xì', 'H', 'chữ hát'),
    dot: fc.constantFrom('chấm', 'phẩy', 'dấu chấm', 'rồi chấm', 'dot'),
    dash: fc.constantFrom('gạch', 'gạch ngang', 'gạch nối', 'trừ', 'ngang', 'dấu gạch ngang', 'ờ gạch', 'xong đến gạch'),
  })
  .map(({ code, way, g, h, dot, dash }) => ({
    code,
    said: code.replace(/\d+|[GH.-]/g, (part) => ` ${/\d/.test(part) ? way(part) : { G: g, H: h, '.': dot, '-': dash }[part]} `),
  }));

describe('any valid code', () => {
  test('said one by one, with repeats, in pairs or in tens, with any name of letter, dot and dash, is heard as itself', () => {
    fc.assert(
      fc.property(spoken, ({ code, said }) => {
        expect(findDossierCode(`cho tôi hỏi hồ sơ ${said} tới đâu rồi ạ`)).toEqual({ kind: 'code', code });
      }),
      { numRuns: 3_000 },
    );
  });

  test('said and written down without marks is never heard as another, unless a digit stands before a "mười" that then looks like "mươi"', () => {
    const carried = /(hai|ba|bốn|năm|sáu|bảy|tám|chín) +mười/;
    fc.assert(
      fc.property(
        spoken.filter(({ said }) => !carried.test(said)),
        ({ code, said }) => {
          const heard = findDossierCode(`ma ho so ${withoutMarks(said)} toi dau roi`);
          expect(heard.kind === 'code' ? heard.code : code).toBe(code);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('said and written down without marks is mostly heard at once', () => {
    const samples = fc.sample(spoken, { numRuns: 2_000, seed: 7 });
    const heard = samples.filter(({ said }) => findDossierCode(`ma ho so ${withoutMarks(said)} toi dau roi`).kind === 'code');
    expect(heard.length).toBeGreaterThan(samples.length * 0.8);
  });
});
