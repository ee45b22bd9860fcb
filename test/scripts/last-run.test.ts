import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { changeBetween, readRuns, runOf, writeRuns } from '../../scripts/evaluate/last-run.ts';
import { csvLine, writeMistakes } from '../../scripts/evaluate/mistakes.ts';
import { caseOf, outcomeOf, replyOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gold = { kind: 'answered', procedures: ['1.000001'], aspect: 'fee' };
const right = (id: string) => outcomeOf(caseOf(gold, { id }), replyOf());
const wrong = (id: string) => outcomeOf(caseOf(gold, { id }), replyOf({ aspect: 'place' }));
const day = new Date('2026-07-20T08:00:00Z');

describe('the last run', () => {
  test('tells which cases changed sides, and leaves out those that only one run has', () => {
    const before = runOf([right('a'), wrong('b'), right('c'), wrong('gone')], day);
    const now = runOf([wrong('a'), right('b'), right('c'), wrong('new')], new Date());
    expect(changeBetween(before, now)).toEqual({ since: day.toISOString(), nowRight: ['b'], nowWrong: ['a'] });
  });

  test('is null where there was none', () => {
    expect(changeBetween(undefined, runOf([right('a')], day))).toBeNull();
  });

  test('is read as it was written, in a folder made for it', () => {
    const file = join(folder, 'reports', 'last.json');
    expect(readRuns(file)).toEqual({});
    const runs = { dev: runOf([right('a'), wrong('b')], day) };
    writeRuns(file, runs);
    expect(readRuns(file)).toEqual(runs);
  });

  test('that cannot be read is no last run', () => {
    const file = join(folder, 'broken.json');
    for (const text of ['{"dev": ', '{"dev": 3}', '']) {
      writeFileSync(file, text);
      expect(readRuns(file)).toEqual({});
    }
  });
});

describe('the list of mistakes', () => {
  test('has the wrong cases alone, with what is wrong', () => {
    const file = join(folder, 'lists', 'mistakes.csv');
    const set = { name: 'dev', cases: [] };
    expect(writeMistakes(file, [{ set, outcomes: [right('a'), wrong('b')] }])).toBe(1);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('dev,b,standard,câu hỏi,aspect,');
  });

  test('keeps commas, quotes and line breaks in their cell', () => {
    expect(csvLine(['a', 'b, c', 'nói "không"', 'hai\ndòng'])).toBe('a,"b, c","nói ""không""","hai\ndòng"');
  });
});
