import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMarks as fold } from '../../bot/text.ts';
import { analyse } from '../../knowledge/vietnamese.ts';

const content = (text: string) =>
  analyse(text)
    .syllables.filter(({ role }) => role !== 'stop')
    .map(({ exact }) => exact);
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

describe('analyse', () => {
  test('a tone mark means the same wherever it is put', () => {
    for (const [one, other] of [
      ['hoà giải', 'hòa giải'],
      ['thuỷ sản', 'thủy sản'],
      ['qúy', 'quý'],
      ['tòan bộ', 'toàn bộ'],
      ['kí', 'ký'],
    ]) {
      expect(content(one ?? '')).toEqual(content(other ?? ''));
    }
  });

  test('composed and decomposed letters are the same word', () => {
    expect(analyse('giấy phép'.normalize('NFD')).syllables).toEqual(analyse('GIẤY phép').syllables);
  });

  test('every syllable is known as written and without diacritics', () => {
    expect(analyse('đường').syllables[0]).toMatchObject({ exact: 'đường', folded: 'duong', kind: 'word', role: 'content' });
  });

  test('numbers and codes stay whole, whatever dash they are written with', () => {
    const tokens = analyse('mã H40.23.08–250715-0012, số 154/2024/NĐ-CP, thủ tục 1.004222, mẫu CT07.').syllables.map(({ exact }) => exact);
    expect(tokens).toEqual(expect.arrayContaining(['h40.23.08-250715-0012', '154/2024/nđ-cp', '1.004222', 'ct07']));
  });

  test('a number before a word is no code', () => {
    expect(analyse('1.Giấy phép, 2/bản').syllables.map(({ exact }) => exact)).toEqual(['1', 'giấy', 'phép', '2', 'bản']);
  });

  test('zero-width characters inside a word do not split it', () => {
    expect(content('khai\u200b sinh\ufeff')).toEqual(['khai', 'sinh']);
    expect(content('kh\u00adai')).toEqual(['khai']);
  });

  test('question words, pronouns and politeness are no content', () => {
    expect(content('Dạ cho em hỏi thừa kế thì phải nộp những gì ở đâu ạ')).toEqual(['thừa', 'kế']);
  });

  test('what a word means decides whether it is empty: time lost is not a paper lost', () => {
    expect(content('mất bao lâu')).toEqual([]);
    expect(content('bị mất thẻ')).toEqual(['mất', 'thẻ']);
  });

  test('an abbreviation stands aside for what it means', () => {
    const { syllables } = analyse('làm cccd');
    expect(syllables.find(({ exact }) => exact === 'cccd')).toMatchObject({ role: 'stop', expanded: false });
    expect(syllables.filter(({ expanded }) => expanded).map(({ exact }) => exact)).toEqual(['căn', 'cước', 'công', 'dân']);
  });

  test('teencode is read: k is không, dc is được', () => {
    expect(content('ủy quyền dc k')).toEqual(['ủy', 'quyền']);
  });

  test('pairs are of neighbours, neither of them empty', () => {
    expect(analyse('tách thửa và hợp thửa').bigrams).toEqual(['tach thua', 'hop thua']);
  });

  test('it knows whether diacritics were typed at all', () => {
    expect(analyse('tach thua dat').marked).toBe(false);
    expect(analyse('tách thua dat').marked).toBe(true);
  });

  test('any string comes to something, and no syllable is empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { exact, folded } of analyse(text).syllables) {
          expect(exact.length).toBeGreaterThan(0);
          expect(folded.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('what was analysed once is analysed the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aàảăâđeêioôơuưyụứqugihnct '), maxLength: 40 }), (text) => {
        const spelled = analyse(text).syllables.filter(({ expanded }) => !expanded);
        const again = analyse(spelled.map(({ exact }) => exact).join(' ')).syllables.filter(({ expanded }) => !expanded);
        expect(again.map(({ exact }) => exact)).toEqual(spelled.map(({ exact }) => exact));
      }),
    );
  });

  test('ten thousand characters of anything take no time to speak of', () => {
    for (const text of ['ạ', '1.', '🙂', '\ud800', 'đ-1/', 'a\u0301', 'mất '].map((piece) => piece.repeat(10_000 / piece.length))) {
      const start = performance.now();
      analyse(text);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

describe('fold', () => {
  test('removes diacritics and nothing else', () => {
    expect(fold('Đăng ký, khai tử!')).toBe('Dang ky, khai tu!');
  });
});
