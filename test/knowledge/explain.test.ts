import { describe, expect, test } from 'vitest';
import { createIndex } from '../../knowledge/index/create-index.ts';
import { document, town } from './index-corpus.ts';

const index = createIndex(town);
const best = (question: string) => {
  const [first] = index.explain(question, 1);
  if (first === undefined) throw new Error('nothing found');
  return first;
};
const word = (question: string, asked: string) => best(question).words.find((one) => one.asked === asked);

describe('an explained hit', () => {
  test('tells in which fields each word of the question stands', () => {
    expect(word('nuôi chó mèo', 'mèo')?.spellings).toEqual([{ word: 'mèo', closeness: 1, fields: ['name', 'results', 'papers'] }]);
    expect(word('đậu thúng', 'đậu')?.spellings).toEqual([{ word: 'đậu', closeness: 1, fields: ['alsoCalled'] }]);
  });

  test('names the words that stand nowhere in it, after all others', () => {
    const { words } = best('nuôi chó mèo quuxfrob');
    expect(words.at(-1)).toMatchObject({ asked: 'quuxfrob', spellings: [] });
    expect(words.filter(({ spellings }) => spellings.length === 0)).toHaveLength(1);
  });

  test('shares add up to the whole of what the words can bring', () => {
    const { words } = best('gia hạn thuê sạp');
    expect(words.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  test('shows another spelling than the one asked for as less near', () => {
    const alike = createIndex([
      document({ code: '1.000001', name: 'Khai báo muối mỏ' }),
      document({ code: '1.000002', name: 'Khai báo muỗi mồ' }),
    ]);
    const [near, far] = alike.explain('muỗi mồ', 2);
    expect(near?.words[0]?.spellings).toMatchObject([{ closeness: 1 }]);
    for (const { asked, spellings } of far?.words ?? []) {
      expect(spellings[0]?.word).not.toBe(asked);
      expect(spellings[0]?.closeness).toBeLessThan(1);
    }
    expect(far?.words).toHaveLength(2);
  });

  test('names the title that agreed best', () => {
    expect(best('xin giấy đậu thúng').title).toBe('giấy đậu thúng');
    expect(best('đăng ký nuôi chó mèo').title).toBe('đăng ký nuôi chó mèo');
  });

  test('is the same for a record laid over the index', () => {
    const edited = index.with([document({ code: '1.000030', name: 'Đăng ký nuôi vẹt' })], []);
    const [first] = edited.explain('nuôi vẹt', 1);
    expect(first).toMatchObject({ hit: { code: '1.000030' }, title: 'đăng ký nuôi vẹt' });
    expect(first?.words.map(({ spellings }) => spellings[0]?.fields)).toEqual([['name'], ['name']]);
  });
});

describe('a question read', () => {
  test('shows the official words for an everyday phrase, and its signs', () => {
    const { pieces, signs } = index.read('mất bằng lái');
    expect(pieces.some(({ said, means }) => said === 'bằng lái' && means[0] === 'giấy phép lái xe')).toBe(true);
    expect(signs).toContain('reissue');
  });

  test('shows which words were mended, and none where none were', () => {
    expect(index.read('nuôi chó mèo').mended).toEqual([]);
    const sounds = createIndex(Array.from({ length: 12 }, (_, at) => document({ code: `1.0001${at}`, name: `Cấp hộ chiếu loại ${at}` })));
    expect(sounds.read('làm hộ chiều').mended).toEqual([{ from: 'chiều', to: 'chiếu' }]);
  });
});
