import { expect, test } from 'vitest';
import { memo } from '../../bot/memo.ts';

function counted(most?: number) {
  const worked: string[] = [];
  const work = memo((text) => {
    worked.push(text);
    return text.toUpperCase();
  }, most);
  return { work, worked };
}

test('what came a moment ago is not worked out again', () => {
  const { work, worked } = counted();
  expect([work('căn cước'), work('căn cước')]).toEqual(['CĂN CƯỚC', 'CĂN CƯỚC']);
  expect(worked).toEqual(['căn cước']);
});

test('two generations are kept and no more', () => {
  const { work, worked } = counted(2);
  for (const text of ['a', 'b', 'c', 'd', 'e']) work(text);
  worked.length = 0;
  for (const text of ['e', 'd', 'c', 'a']) work(text);
  expect(worked).toEqual(['a']);
});

test('long texts, and numbers that may be somebody’s, are not kept', () => {
  const { work, worked } = counted();
  for (const text of ['x'.repeat(401), 'mã PIN 482613', 'số 0912 345 678', '4 8 2 6']) {
    work(text);
    work(text);
  }
  expect(worked).toHaveLength(8);
});
