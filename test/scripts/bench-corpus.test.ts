import { describe, expect, test } from 'vitest';
import { procedureSchema } from '../../knowledge/procedure.ts';
import { copiesOf, crossed } from '../../scripts/bench/search-copies.ts';
import { documentsOf, readCorpus } from '../../scripts/bench/search-corpus.ts';

const starter = readCorpus(null);

describe('copies of the corpus', () => {
  const copies = [...copiesOf(starter, 9)].flat();

  test('are as many as asked for, each with an id and a code that nobody else has', () => {
    const all = [...starter, ...copies].map(({ procedure }) => procedure);
    expect(all.length).toBe(10 * starter.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(copies.filter(({ procedure }) => starter.some((own) => own.procedure.code === procedure.code))).toEqual([]);
    expect(new Set(copies.map(({ procedure }) => procedure.code)).size).toBe(copies.length);
  });

  test('are procedures that can be kept', () => {
    expect(copies.filter(({ procedure }) => !procedureSchema.safeParse(procedure).success)).toEqual([]);
  });

  test('are called otherwise than any original, in names and everyday names', () => {
    const names = new Set(starter.map(({ procedure }) => procedure.name));
    const said = new Set(starter.flatMap(({ alsoCalled }) => alsoCalled));
    expect(copies.filter(({ procedure }) => names.has(procedure.name))).toEqual([]);
    expect(copies.flatMap(({ alsoCalled }) => alsoCalled).filter((name) => said.has(name))).toEqual([]);
    expect(new Set(copies.map(({ procedure }) => procedure.name)).size).toBeGreaterThan(0.99 * copies.length);
  });

  test('have as many everyday names and the same long texts as their original', () => {
    const [first] = copiesOf(starter, 1);
    for (const [at, { procedure, alsoCalled }] of (first ?? []).entries()) {
      expect(alsoCalled.length).toBe(starter[at]?.alsoCalled.length);
      expect(procedure.steps).toEqual(starter[at]?.procedure.steps);
    }
  });

  test('are the same each time', () => {
    expect([...copiesOf(starter, 2)]).toEqual([...copiesOf(starter, 2)]);
  });

  test('come to the index after the originals', () => {
    const ids = [...documentsOf(starter, 3)].map(({ id }) => id);
    expect(ids.slice(0, starter.length)).toEqual(starter.map(({ procedure }) => procedure.id));
    expect(ids.length).toBe(3 * starter.length);
  });
});

test('a crossed name begins as the one and ends as the other', () => {
  expect(crossed('Cấp thẻ bến thuyền', 'Thu hồi giấy đò ngang cũ')).toBe('Cấp thẻ đò ngang cũ');
  expect(crossed('Cấp thẻ', 'Thu')).toBe('Cấp');
});
