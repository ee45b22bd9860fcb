import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { readCaseSet, readCaseSets, readCases } from '../../scripts/evaluate/expected.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function line(other: Record<string, unknown> = {}): string {
  return JSON.stringify({ id: 'T-1', slice: 'standard', turns: ['câu hỏi'], expect: { kind: 'answered' }, ...other });
}

describe('a file of cases', () => {
  test('blank lines are nothing, one or several kinds are a list', () => {
    const cases = readCases(`${line()}\n\n${line({ id: 'T-2', expect: { kind: ['asked', 'answered'] } })}\n`, 'f');
    expect(cases.map((scored) => scored.expect.kind)).toEqual([['answered'], ['asked', 'answered']]);
  });

  test.each([
    ['half a line', '{"id": "T-1", ', /line 2/],
    ['an unknown kind', line({ id: 'T-2', expect: { kind: 'anwsered' } }), /line 2.*expect\.kind/],
    ['an expectation nobody scores', line({ id: 'T-2', expect: { kind: 'answered', mustnot: ['x'] } }), /line 2.*mustnot/],
    ['a pattern that is none', line({ id: 'T-2', expect: { kind: 'answered', must: ['(20'] } }), /line 2.*expect\.must\.0.*\(20/],
    ['no turns', line({ id: 'T-2', turns: [] }), /line 2.*turns/],
    ['an id that was there', line(), /line 2.*T-1/],
  ])('%s is refused with its line', (_what, broken, sentence) => {
    const read = () => readCases(`${line()}\n${broken}`, 'f');
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(sentence);
  });

  test('a file that is not there is a sentence, not a trace', () => {
    expect(() => readCaseSet('/nowhere/dev.jsonl')).toThrow(OperatorError);
  });
});

describe('several files', () => {
  mkdirSync(join(folder, 'other'));
  for (const name of ['a.jsonl', 'b.jsonl', join('other', 'a.jsonl')]) writeFileSync(join(folder, name), line());

  test('are sets called as their files are', () => {
    expect(readCaseSets([join(folder, 'a.jsonl'), join(folder, 'b.jsonl')]).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('of one name are refused: one would take the place of the other', () => {
    const read = () => readCaseSets([join(folder, 'a.jsonl'), join(folder, 'other', 'a.jsonl')]);
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(/called a/);
  });
});
