import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMarks as fold } from '../../bot/text.ts';
import { createIndex, loadIndex } from '../../knowledge/index/create-index.ts';
import { document, town } from './index-corpus.ts';

const index = createIndex(town);
const first = (question: string) => index.search(question, 5)[0]?.code;
const questions = ['nuôi chó mèo phải làm gì', 'xin cấp lại giấy phép lớp múa', 'bến thúng', 'thẻ thư viện cho cháu', 'gia hạn thuê sạp'];
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 120 }));

describe('search', () => {
  test('finds what is asked, written with diacritics or without', () => {
    expect(first('muốn nuôi chó mèo')).toBe('1.000001');
    expect(first('muon nuoi cho meo')).toBe('1.000001');
  });

  test('diacritics tell apart what is spelled alike without them', () => {
    const alike = createIndex([
      document({ code: '1.000001', name: 'Khai báo muối mỏ' }),
      document({ code: '1.000002', name: 'Khai báo muỗi mồ' }),
    ]);
    expect(alike.search('muỗi mồ', 1)[0]?.code).toBe('1.000002');
    expect(alike.search('muối mỏ', 1)[0]?.code).toBe('1.000001');
    expect(alike.search('muoi mo', 5)).toHaveLength(2);
  });

  test('a slip in one mark still finds', () => {
    expect(first('gia hạn thuê sặp')).toBe('1.000009');
  });

  test('the name outranks the steps', () => {
    const codes = index.search('chó mèo', 2).map(({ code }) => code);
    expect(codes).toEqual(['1.000001', '1.000005']);
  });

  test('an everyday name finds as well as the official one', () => {
    expect(first('xin giấy đậu thúng')).toBe('1.000006');
  });

  test('an everyday word of the language is understood as its official one', () => {
    const driving = createIndex([...town, document({ code: '1.000020', name: 'Cấp giấy phép lái xe' })]);
    expect(driving.search('làm bằng lái', 1)[0]?.code).toBe('1.000020');
  });

  test('who asks for it again does not want the first issue, and the other way round', () => {
    expect(first('bị mất giấy phép mở lớp múa')).toBe('1.000003');
    expect(first('giấy phép mở lớp múa')).toBe('1.000002');
  });

  test('the foreign case is for those who show a foreign sign', () => {
    expect(first('mở lớp dạy múa')).toBe('1.000002');
    expect(first('người nước ngoài mở lớp dạy múa')).toBe('1.000004');
  });

  test('the national procedure comes first unless the province is named', () => {
    expect(first('biển hiệu chợ đêm')).toBe('1.000008');
    expect(first('biển hiệu chợ đêm ở Cao Bằng')).toBe('1.000007');
    expect(first('bien hieu cho dem cao bang')).toBe('1.000007');
  });

  test('between equals the one for citizens at the commune comes first', () => {
    expect(first('thẻ thư viện')).toBe('1.000010');
  });

  test('a code finds its procedure, its cases and its local copies', () => {
    expect(first('thủ tục 1.000009 cần gì')).toBe('1.000009');
    expect(first('1.000009.02')).toBe('1.000009');
    const copied = createIndex([...town, document({ code: '1.000040.H13', name: 'Cấp sổ đò' })]);
    expect(copied.search('1.000040', 1)[0]?.code).toBe('1.000040.H13');
  });

  test('coverage tells how much of the question is explained', () => {
    expect(index.search('gia hạn thuê sạp', 1)[0]?.coverage).toBeGreaterThan(0.9);
    const stranger = index.search('thuê sạp xyzzy quuxfrob', 1)[0];
    expect(stranger?.code).toBe('1.000009');
    expect(stranger?.coverage).toBeLessThan(0.7);
  });

  test('nothing known, nothing found', () => {
    for (const question of ['', '???', 'xyzzy quuxfrob', 'là gì ạ', '🙂']) expect(index.search(question, 5)).toEqual([]);
  });

  test('gives as many as asked for, best first', () => {
    const scores = index.search('cấp giấy phép', 3).map(({ score }) => score);
    expect(scores).toHaveLength(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(index.search('cấp giấy phép', 0)).toEqual([]);
  });

  test('case, punctuation and spacing do not move the first hit', () => {
    for (const question of questions) {
      expect(first(question.toUpperCase())).toBe(first(question));
      expect(first(question.replaceAll(' ', ' , '))).toBe(first(question));
      expect(first(`  ${question}?!…`)).toBe(first(question));
      expect(first(question.normalize('NFD'))).toBe(first(question));
    }
  });

  test('typing without diacritics does not move the first hit where the words are plain', () => {
    for (const question of questions) expect(first(fold(question))).toBe(first(question));
  });

  test('any string is answered, with coverage within 0 and 1', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { coverage, score } of index.search(`chó ${text}`, 10)) {
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
          expect(Number.isFinite(score)).toBe(true);
        }
      }),
    );
  });
});

describe('explain', () => {
  test('the points add up to the score', () => {
    for (const { hit, points } of index.explain('cấp lại giấy phép mở lớp', 5)) {
      expect(points.reduce((sum, point) => sum + point.points, 0)).toBeCloseTo(hit.score, 6);
    }
  });

  test('gives the hits of the search', () => {
    for (const question of questions) expect(index.explain(question, 5).map(({ hit }) => hit)).toEqual(index.search(question, 5));
  });
});

describe('an edit', () => {
  test('is found at once, and the old words are not', () => {
    const edited = index.with([document({ code: '1.000012', name: 'Khai báo trồng tre' })], []);
    expect(edited.search('trồng tre', 1)[0]).toMatchObject({ code: '1.000012', name: 'Khai báo trồng tre' });
    expect(edited.search('cổ thụ', 5).map(({ code }) => code)).not.toContain('1.000012');
    expect(edited.size).toBe(town.length);
  });

  test('leaves a search on the index before it as it was', () => {
    index.with([document({ code: '1.000012', name: 'Khai báo trồng tre' })], []);
    expect(first('trồng cây cổ thụ')).toBe('1.000012');
  });

  test('a new procedure competes on equal terms', () => {
    const added = index.with([document({ code: '1.000030', name: 'Đăng ký nuôi vẹt' })], []);
    expect(added.search('nuôi vẹt', 1)[0]?.code).toBe('1.000030');
    expect(added.search('nuôi chó mèo', 1)[0]?.code).toBe('1.000001');
    expect(added.size).toBe(town.length + 1);
  });

  test('a removal hides, and what was removed can come back', () => {
    const removed = index.with([], ['1.000001']);
    expect(removed.search('nuôi chó mèo', 5).map(({ code }) => code)).not.toContain('1.000001');
    expect(removed.size).toBe(town.length - 1);
    const back = removed.with(town.slice(0, 1), []);
    expect(back.search('nuôi chó mèo', 1)[0]?.code).toBe('1.000001');
    expect(back.size).toBe(town.length);
  });

  test('ranks as a rebuild does', () => {
    const changed = document({ code: '1.000009', name: 'Gia hạn hợp đồng thuê quầy', field: 'Thương mại' });
    const overlaid = index.with([changed], ['1.000012']);
    const rebuilt = createIndex([...town.filter(({ code }) => code !== '1.000009' && code !== '1.000012'), changed]);
    for (const question of [...questions, 'thuê quầy']) {
      expect(overlaid.search(question, 1)[0]?.code).toBe(rebuilt.search(question, 1)[0]?.code);
    }
  });
});

describe('a snapshot', () => {
  test('searches as the index that it was taken of', () => {
    const loaded = loadIndex(index.snapshot());
    for (const question of questions) expect(loaded?.search(question, 10)).toEqual(index.search(question, 10));
  });

  test('keeps edits and removals, and can be edited', () => {
    const edited = index.with([document({ code: '1.000030', name: 'Đăng ký nuôi vẹt' })], ['1.000001']);
    const loaded = loadIndex(edited.snapshot());
    expect(loaded?.size).toBe(edited.size);
    for (const question of [...questions, 'nuôi vẹt']) expect(loaded?.search(question, 10)).toEqual(edited.search(question, 10));
    expect(
      loaded
        ?.with([], ['1.000030'])
        .search('nuôi vẹt', 5)
        .map(({ code }) => code),
    ).not.toContain('1.000030');
  });

  test('is read from any place in a larger buffer', () => {
    const bytes = index.snapshot();
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(loadIndex(shifted.subarray(3))?.search('bến thúng', 1)[0]?.code).toBe('1.000006');
  });

  test('cut short, of another version or not one at all is null', () => {
    const bytes = index.snapshot();
    expect(loadIndex(bytes.subarray(0, bytes.length - 8))).toBeNull();
    expect(loadIndex(bytes.subarray(0, 100))).toBeNull();
    expect(loadIndex(new Uint8Array())).toBeNull();
    const other = bytes.slice();
    other[4 + '{"format":"motcua-index-'.length] = 'x'.charCodeAt(0);
    expect(loadIndex(other)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
        expect(loadIndex(random)).toBeNull();
      }),
    );
  });
});

test('an index of nothing finds nothing and can be added to', () => {
  const empty = createIndex([]);
  expect(empty.search('chó mèo', 5)).toEqual([]);
  expect(empty.with(town.slice(0, 1), []).search('chó mèo', 5)).toHaveLength(1);
  expect(loadIndex(empty.snapshot())?.search('chó mèo', 5)).toEqual([]);
});
