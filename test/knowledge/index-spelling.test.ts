import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMarks } from '../../bot/text.ts';
import { isSyllable, typed } from '../../bot/typed.ts';
import { createBuilder } from '../../knowledge/index/build.ts';
import { createCorpus } from '../../knowledge/index/corpus.ts';
import { createIndex } from '../../knowledge/index/create-index.ts';
import { mend } from '../../knowledge/index/mend.ts';
import { document, town } from './index-corpus.ts';

const registers = Array.from({ length: 12 }, (_, at) =>
  document({
    code: `2.0000${at + 10}`,
    name: `Đăng ký tạm trú cho hộ thứ ${at}`,
    alsoCalled: ['làm hộ chiếu', 'giấy khai sinh', 'chứng thực chữ ký', 'hộ nghèo', 'xây nhà'],
  }),
);
const corpus = (() => {
  const builder = createBuilder();
  for (const each of [...town, ...registers]) builder.add(each);
  return createCorpus(builder.freeze());
})();
const mended = (text: string) => mend(text, corpus).text;

describe('what a keyboard left over', () => {
  test('Telex and VNI are read as what was meant', () => {
    expect(typed('ddawng kys tamj trus')).toBe('đăng ký tạm trú');
    expect(typed('d9a8ng ky1 ta5m tru1')).toBe('đăng ký tạm trú');
    expect(typed('ho65 chie61u')).toBe('hộ chiếu');
  });

  test('English, forms, classes of licence and plain syllables stay as they are', () => {
    for (const text of ['how to get a tax code', 'mẫu CT07, bằng A1, B2', 'lam lai giay khai sinh', 'điện 220V'])
      expect(typed(text)).toBe(text);
  });

  test('a known word is never read as left over', () => {
    expect(typed('max')).not.toBe('max');
    expect(typed('max', (word) => word === 'max')).toBe('max');
  });

  test('a syllable is told from what is none', () => {
    for (const word of ['nghiêng', 'quốc', 'giấy', 'khuya', 'dang', 'ua']) expect(isSyllable(word)).toBe(true);
    for (const word of ['sihn', 'chứg', 'tieenf', 'ngh', 'street']) expect(isSyllable(word)).toBe(false);
  });

  test('any string at all comes through, and what was read once is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeiouywdsfrxj123456789 nghtc'), maxLength: 30 }), (text) => {
        expect(typed(typed(text))).toBe(typed(text));
      }),
    );
  });
});

describe('slips', () => {
  test('letters missing, swapped, doubled or wrong are mended where the records bear it out', () => {
    expect(mended('giấy khai sihn')).toBe('giấy khai sinh');
    expect(mended('chứg thực chữ ký')).toBe('chứng thực chữ ký');
    expect(mended('hộ ngèo')).toBe('hộ nghèo');
  });

  test('what a recogniser heard is mended by its neighbour', () => {
    expect(mended('đăng ký tạm chú')).toBe('đăng ký tạm trú');
    expect(mended('khai xinh')).toBe('khai sinh');
  });

  test('a wrong or missing mark is mended where the pair is always spelled in one way', () => {
    expect(mended('làm hộ chiều')).toBe('làm hộ chiếu');
    expect(mended('cấp ho chieu')).toBe('cấp hộ chiếu');
  });

  test('what has its place in the records is left alone', () => {
    for (const text of ['thẻ thư viện', 'giấy phép lớp múa', 'bến thúng', 'gia hạn thuê sạp']) expect(mended(text)).toBe(text);
  });

  test('a word that no neighbour explains is left alone', () => {
    expect(mended('xyzzy tạm trú')).toBe('xyzzy tạm trú');
  });

  test('without diacritics the neighbours tell how a word is likely spelled', () => {
    expect(mend('tam tru', corpus).likely.get('tru')).toBe('trú');
  });

  test('mending what is mended changes nothing', () => {
    for (const text of ['giấy khai sihn', 'hộ ngèo', 'làm hộ chiều']) expect(mended(mended(text))).toBe(mended(text));
  });
});

describe('a name, spelled in any way', () => {
  const documents = [...town, ...registers.slice(0, 1)];
  const index = createIndex(documents);
  const names = documents.filter(({ name }) => documents.filter((other) => name.startsWith(other.name.slice(0, 18))).length === 1);
  const ways: [string, (name: string, at: number) => string][] = [
    ['folded', withoutMarks],
    ['upper case', (name) => name.toUpperCase()],
    ['a letter doubled', (name, at) => name.slice(0, at % name.length) + name.charAt(at % name.length) + name.slice(at % name.length)],
    ['punctuated', (name) => name.replaceAll(' ', ', ')],
  ];
  test.each(ways)('%s, it still comes first nearly always', (_, spell) => {
    let first = 0;
    let tried = 0;
    for (const { name, code } of names) {
      for (let at = 0; at < 12; at++) {
        tried++;
        if (index.search(spell(name, at * 5 + 1), 1)[0]?.code === code) first++;
      }
    }
    expect(tried).toBeGreaterThan(50);
    expect(first / tried).toBeGreaterThan(0.9);
  });
});
