import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readCaseSets } from '../../scripts/evaluate/expected.ts';
import { ownSets } from '../../scripts/evaluate/own-sets.ts';
import { readThresholds } from '../../scripts/evaluate/thresholds.ts';

const sets = readCaseSets(ownSets());

test('our own questions are read as cases, by name', () => {
  expect(ownSets().map((file) => basename(file))).toEqual(expect.arrayContaining(['call-centre.jsonl', 'chats.jsonl', 'counter.jsonl']));
  expect(Math.min(...sets.map(({ cases }) => cases.length))).toBeGreaterThan(50);
});

test('each set has thresholds, one for every slice of it', () => {
  const thresholds = readThresholds();
  for (const { name, cases } of sets) {
    const slices = [...new Set(cases.map(({ slice }) => slice))].toSorted();
    expect(Object.keys(thresholds[name]?.slices ?? {}).toSorted(), name).toEqual(slices);
  }
});

test('no question of a single turn stands twice', () => {
  const questions = sets.flatMap(({ cases }) => cases.flatMap(({ turns }) => (turns.length === 1 ? turns : [])));
  expect(questions.filter((question, at) => questions.indexOf(question) !== at)).toEqual([]);
});
