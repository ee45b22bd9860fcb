import { describe, expect, test } from 'vitest';
import { inRounds } from '../../scripts/bench/rounds.ts';
import { documentsOf, readCorpus } from '../../scripts/bench/search-corpus.ts';
import { engines } from '../../scripts/bench/search-engines.ts';
import { words } from '../../scripts/bench/search-fields.ts';
import { type Measured, memoryFigures, searchTable } from '../../scripts/bench/search-figures.ts';
import { hitsOf, questionsOfCases, questionsOfNames } from '../../scripts/bench/search-questions.ts';
import { caseOf } from './support.ts';

const starter = readCorpus(null);

describe('the questions of the bench', () => {
  test('are the cases of one turn that tell their procedure', () => {
    const cases = [
      caseOf({ kind: 'answered', procedures: ['9.000001', '9.000002'] }, { turns: ['thẻ bến thuyền'] }),
      caseOf({ kind: 'answered', procedures: ['9.000003'] }, { turns: ['thẻ bến thuyền', 'mất bao lâu'] }),
      caseOf({ kind: 'greeted' }, { turns: ['chào bến'] }),
    ];
    expect(questionsOfCases(cases)).toEqual([{ text: 'thẻ bến thuyền', gold: ['9.000001', '9.000002'] }]);
  });

  test('are else names without diacritics, right with every procedure of that name', () => {
    const [first, second] = starter;
    if (first === undefined || second === undefined) throw new Error('the starter base is empty');
    const twin = { ...second, procedure: { ...second.procedure, name: 'Đổi thẻ Bến' } };
    const questions = questionsOfNames([{ ...first, procedure: { ...first.procedure, name: 'đổi thẻ bến' } }, twin]);
    expect(questions).toEqual([{ text: 'doi the ben', gold: [first.procedure.code, twin.procedure.code] }]);
  });

  test('of a large base are a part of it', () => {
    const many = Array.from({ length: 20 }, (_, copy) =>
      starter.map((entry) => ({ ...entry, procedure: { ...entry.procedure, name: `${entry.procedure.name} ${copy}` } })),
    ).flat();
    const { length } = questionsOfNames(many);
    expect(length).toBeGreaterThan(200);
    expect(length).toBeLessThanOrEqual(300);
  });
});

test('a hit counts by the place of the first right code', () => {
  const questions = ['a', 'b', 'c', 'd'].map((text) => ({ text, gold: ['1', '2'] }));
  expect(hitsOf(questions, [['2', 'x'], ['x', '1'], ['x', 'x', 'x', 'x', 'x', '1'], []])).toEqual({ hit1: 0.25, hit5: 0.5 });
  expect(hitsOf(questions, [['1']])).toEqual({ hit1: 1, hit5: 1 });
});

describe('rounds', () => {
  test('ask every question as often as there are rounds and keep the first answers', async () => {
    let asked = 0;
    const { n, answers } = await inRounds({ questions: ['a', 'b'], rounds: 3, limit: 60_000, ask: (text) => `${text}${asked++}` });
    expect(asked).toBe(6);
    expect({ n, answers }).toEqual({ n: 2, answers: ['a0', 'b1'] });
  });

  test('end at their limit, and tell how many were asked', async () => {
    const { n, answers } = await inRounds({ questions: ['a', 'b'], rounds: 3, limit: -1, ask: (text) => text });
    expect({ n, answers }).toEqual({ n: 0, answers: [] });
  });
});

test('words are folded for every engine, codes stay whole', () => {
  expect(words('Đổi Thẻ “bến-thuyền”, mã 1.001193.H02.')).toEqual(['doi', 'the', 'ben', 'thuyen', 'ma', '1.001193.h02']);
});

describe.each(Object.keys(engines))('the engine %s', (name) => {
  test('finds procedures by their names without diacritics', async () => {
    const engine = await engines[name]?.(documentsOf(starter, 1));
    const questions = questionsOfNames(starter);
    const { hit5 } = hitsOf(
      questions,
      questions.map(({ text }) => engine?.search(text) ?? []),
    );
    expect(engine?.size).toBe(starter.length);
    expect(hit5).toBeGreaterThan(0.9);
    expect(engine?.search('xqzw')).toEqual([]);
  });
});

describe('the table of searches', () => {
  const result = { size: 60, seconds: 1.25, memory: 12.4, asked: 300, n: 300, p50: 1.04, p99: 2, hit1: 0.9, hit5: 1 };
  const measured: Measured[] = [
    { name: 'Một Cửa', times: 1, result },
    { name: 'Slow', times: 1, result: { ...result, size: 40, n: 17 } },
    { name: 'Broken', times: 1, result: null },
  ];

  test('says what an engine did not reach', () => {
    const [ours = '', slow = '', broken = ''] = searchTable(measured).split('\n').slice(2);
    expect(ours).toMatch(/Một Cửa, 1× +\| +60 \| +1\.3 \| +12 \| +1\.0 \| +2\.0 \| +0\.900 \| +1\.000 \| +300 \|/);
    expect(slow).toMatch(/40 of 60.*17 of 300/);
    expect(broken).toContain('did not finish');
  });

  test('gives our memory its target, not that of the others', () => {
    const [own, ...others] = memoryFigures([{ name: 'Một Cửa', times: 1, result: { ...result, memory: 301 } }, ...measured.slice(1)]);
    expect(own).toMatchObject({ what: 'Memory added by search at rest, 60 procedures', missed: true });
    expect(others).toEqual([]);
  });
});
