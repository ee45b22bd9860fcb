import type { Reply } from '../../bot/types.ts';
import type { ScoredCase } from './expected.ts';
import { type Layer, layersOf, ranksOf } from './layers.ts';
import { type Failure, failureNames } from './score.ts';
import { type Share, shareOf } from './share.ts';

/** One case with what came of it. `reply` is the one scored. */
export type Outcome = { scored: ScoredCase; reply: Reply | null; failures: Failure[]; candidates: string[]; ms: number };

export type Confusion = { expected: string; got: string; count: number };

export type Tally = {
  overall: Share;
  /** In the order in which the slices first appear. */
  slices: Map<string, Share>;
  layers: Record<Layer, Share>;
  /** Of the first expected procedure, over the cases of hit@1. */
  mrr: number;
  kinds: Confusion[];
  aspects: Confusion[];
  failures: Map<Failure, number>;
  p50: number;
  p99: number;
};

export function tallyOf(outcomes: Outcome[]): Tally {
  const bySlice = Map.groupBy(outcomes, (outcome) => outcome.scored.slice);
  const times = outcomes.map((outcome) => outcome.ms);
  return {
    overall: rightOf(outcomes),
    slices: new Map([...bySlice].map(([slice, some]) => [slice, rightOf(some)])),
    layers: layersOf(outcomes),
    mrr: mean(ranksOf(outcomes).map((rank) => (rank === 0 ? 0 : 1 / rank))),
    kinds: kindConfusion(outcomes),
    aspects: aspectConfusion(outcomes),
    failures: failureCounts(outcomes),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function rightOf(outcomes: Outcome[]): Share {
  return shareOf(outcomes.filter((outcome) => outcome.failures.length === 0).length, outcomes.length);
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function kindConfusion(outcomes: Outcome[]): Confusion[] {
  return confusion(
    outcomes.map(({ scored, reply }) => {
      const got = reply?.kind ?? 'none';
      const { kind } = scored.expect;
      const accepted = kind.some((one) => one === got);
      return { expected: accepted ? got : (kind[0] ?? ''), got };
    }),
  );
}

/** Mistakes alone: an answer to another part of the record than any that was asked for. */
function aspectConfusion(outcomes: Outcome[]): Confusion[] {
  const mistakes = outcomes.flatMap(({ scored, reply, failures }) => {
    const [first, ...others] = scored.expect.aspect ?? [];
    if (first === undefined || reply === null || !failures.includes('aspect')) return [];
    return [{ expected: others.length === 0 ? first : `${first}+${others.length}`, got: reply.aspect ?? 'none' }];
  });
  return confusion(mistakes);
}

function confusion(pairs: { expected: string; got: string }[]): Confusion[] {
  const groups = Map.groupBy(pairs, ({ expected, got }) => `${expected} ${got}`);
  return [...groups.values()]
    .flatMap((same) => (same[0] === undefined ? [] : [{ ...same[0], count: same.length }]))
    .toSorted((a, b) => b.count - a.count);
}

function failureCounts(outcomes: Outcome[]): Map<Failure, number> {
  const counts = failureNames.map((name) => [name, outcomes.filter(({ failures }) => failures.includes(name)).length] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The smallest value that at least this share of the values does not exceed. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
