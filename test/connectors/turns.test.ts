import { expect, test } from 'vitest';
import { createTurns } from '../../connectors/papers/turns.ts';

/** Work that lasts until it is let go, by name. */
function bench(atOnce: number) {
  const inTurn = createTurns(atOnce);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const give = (name: string) =>
    inTurn(name.slice(0, 1), () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) => ends.set(name, (error) => (error === undefined ? resolve(name) : reject(error))));
    });
  const end = async (work: Promise<string>, name: string, error?: Error) => {
    ends.get(name)?.(error);
    await work.catch(() => {});
  };
  return { begun, give, end };
}

test('who sends one file among somebody’s many is next', async () => {
  const { begun, give, end } = bench(1);
  const names = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'];
  const works = names.map((name) => ({ name, work: give(name) }));
  for (const next of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) {
    expect(begun.at(-1)).toBe(next);
    const { work } = works.find(({ name }) => name === next) ?? { work: Promise.reject() };
    await end(work, next);
  }
});

test('so many are under way at once, and one that fails makes room like any other', async () => {
  const { begun, give, end } = bench(2);
  const first = give('a1');
  const second = give('a2');
  const third = give('a3');
  const fourth = give('b1');
  expect(begun).toEqual(['a1', 'a2']);
  await end(first, 'a1', new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  expect(begun).toEqual(['a1', 'a2', 'a3']);
  await end(second, 'a2');
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1']);
  await end(third, 'a3');
  await end(fourth, 'b1');
  const later = give('c1');
  expect(begun.at(-1)).toBe('c1');
  await end(later, 'c1');
});
