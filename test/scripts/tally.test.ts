import { describe, expect, test } from 'vitest';
import { wilson } from '../../scripts/evaluate/share.ts';
import { percentile, tallyOf } from '../../scripts/evaluate/tally.ts';
import { caseOf, outcomeOf, replyOf } from './support.ts';

const gold = { kind: 'answered', procedures: ['1.000001'], aspect: 'fee' };
const right = replyOf();
const wrongKind = replyOf({ kind: 'not-found' });
const wrongAspect = replyOf({ aspect: 'place' });

describe('shares', () => {
  test('each slice and the whole have their own', () => {
    const typo = caseOf(gold, { slice: 'typo' });
    const tally = tallyOf([outcomeOf(caseOf(gold), right), outcomeOf(typo, right), outcomeOf(typo, wrongKind)]);
    expect(tally.overall).toMatchObject({ n: 3, right: 2 });
    expect(tally.slices.get('typo')).toMatchObject({ n: 2, right: 1, share: 0.5 });
    expect([...tally.slices.keys()]).toEqual(['standard', 'typo']);
  });

  test("the interval is Wilson's", () => {
    // Figures of the standard textbook examples: 81 of 263, 15 of 148, 0 of 20 (Newcombe 1998, Table I).
    for (const [hits, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      expect(wilson(hits, n).low).toBeCloseTo(low, 4);
      expect(wilson(hits, n).high).toBeCloseTo(high, 4);
    }
  });
});

describe('mistakes', () => {
  test('are counted by what is wrong', () => {
    const tally = tallyOf([outcomeOf(caseOf(gold), wrongKind), outcomeOf(caseOf(gold), wrongAspect), outcomeOf(caseOf(gold), null)]);
    expect(Object.fromEntries(tally.failures)).toEqual({ kind: 1, aspect: 1, 'no reply': 1 });
  });

  test('of kind are crossed, an accepted one standing for itself', () => {
    const either = { ...gold, kind: ['asked', 'answered'] };
    const { kinds } = tallyOf([outcomeOf(caseOf(either), right), outcomeOf(caseOf(either), wrongKind), outcomeOf(caseOf(gold), right)]);
    expect(kinds).toEqual([
      { expected: 'answered', got: 'answered', count: 2 },
      { expected: 'asked', got: 'not-found', count: 1 },
    ]);
  });

  test('of aspect are told with how many would have been right', () => {
    const { aspects } = tallyOf([
      outcomeOf(caseOf(gold), wrongAspect),
      outcomeOf(caseOf(gold), wrongAspect),
      outcomeOf(caseOf({ ...gold, aspect: ['documents', 'forms'] }), wrongAspect),
      outcomeOf(caseOf(gold), wrongKind),
    ]);
    expect(aspects).toEqual([
      { expected: 'fee', got: 'place', count: 2 },
      { expected: 'documents+1', got: 'place', count: 1 },
    ]);
  });
});

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile([7], 0.99), percentile([], 0.5)]).toEqual([50, 99, 7, 0]);
});
