import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { tallyOf } from '../../scripts/evaluate/tally.ts';
import { leastOf, lowered, missed, readThresholds, writeThresholds } from '../../scripts/evaluate/thresholds.ts';
import { caseOf, outcomeOf, replyOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const gold = { kind: 'answered', procedures: ['1.000001'], aspect: 'fee' };
const wrongKind = replyOf({ kind: 'not-found' });

/** So many cases of a slice, so many of them right. */
function outcomes(n: number, right: number, slice = 'standard') {
  const scored = caseOf(gold, { slice });
  return Array.from({ length: n }, (_, at) => outcomeOf(scored, at < right ? replyOf() : wrongKind, at < right ? ['1.000001'] : ['x']));
}

describe('thresholds', () => {
  const tally = tallyOf([...outcomes(1, 1), ...outcomes(1, 0, 'typo')]);

  test('reached exactly are reached', () => {
    const least = { overall: 0.5, layers: { 'hit@1': 0.5, kind: 0.5, aspect: 1 }, slices: { standard: 1, typo: 0 } };
    expect(missed('set', tally, { set: least })).toEqual([]);
  });

  test('that are missed are all named, with what was reached', () => {
    const least = { overall: 0.6, layers: { 'hit@1': 0.7, kind: 0.8, aspect: 1 }, slices: { standard: 1, typo: 0.8 } };
    expect(missed('set', tally, { set: least })).toEqual([
      'set, overall: 0.500 is under 0.600',
      'set, layer hit@1: 0.500 is under 0.700',
      'set, layer kind: 0.500 is under 0.800',
      'set, slice typo: 0.000 is under 0.800',
    ]);
  });

  test('of a slice or a layer that has vanished from the set are missed', () => {
    const least = { overall: 0, layers: { facts: 0.2 }, slices: { asr: 0.1 } };
    expect(missed('set', tally, { set: least })).toEqual([
      'set, layer facts: 0.000 is under 0.200',
      'set, slice asr: 0.000 is under 0.100',
    ]);
  });

  test('of other sets do not matter', () => {
    expect(missed('other', tally, { set: { overall: 1, layers: {}, slices: {} } })).toEqual([]);
  });
});

describe('thresholds set from a run', () => {
  test('stand two cases below what was reached, one where there are fewer than twenty', () => {
    const { overall, layers, slices } = leastOf(tallyOf([...outcomes(40, 38), ...outcomes(10, 9, 'typo')]));
    expect(slices).toEqual({ standard: 0.9, typo: 0.8 });
    expect(overall).toBe(0.9);
    expect(layers).toEqual({ 'hit@1': 0.9, 'hit@5': 0.9, kind: 0.9, aspect: 0.957 });
  });

  test('are never above what was reached, so that the same run passes', () => {
    const counts = fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
    fc.assert(
      fc.property(counts, counts, ([n, right], [others, othersRight]) => {
        const tally = tallyOf([...outcomes(n, right), ...outcomes(others, othersRight, 'typo')]);
        expect(missed('set', tally, { set: leastOf(tally) })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('let one case go wrong, and not four', () => {
    const set = leastOf(tallyOf(outcomes(40, 40)));
    expect(missed('set', tallyOf(outcomes(40, 39)), { set })).toEqual([]);
    expect(missed('set', tallyOf(outcomes(40, 36)), { set })).toContain('set, slice standard: 0.900 is under 0.950');
  });

  test('are named where they went down or are gone', () => {
    const before = { overall: 0.9, layers: { kind: 0.9 }, slices: { standard: 0.5, asr: 0.4 } };
    const now = { overall: 0.9, layers: { kind: 0.85 }, slices: { standard: 0.6 } };
    expect(lowered('set', before, now)).toEqual(['set, layer kind: 0.900 → 0.850', 'set, slice asr: 0.400 → gone']);
    expect(lowered('set', undefined, now)).toEqual([]);
  });

  test('are read as they were written', () => {
    const file = join(folder, 'thresholds.json');
    const thresholds = { dev: leastOf(tallyOf(outcomes(40, 38))) };
    writeThresholds(thresholds, file);
    expect(readThresholds(file)).toEqual(thresholds);
    expect(readFileSync(file, 'utf8')).toMatch(/\}\n$/);
  });
});
