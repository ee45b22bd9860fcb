import type { Reply } from '../../bot/types.ts';
import type { ScoredCase } from './expected.ts';
import { type Failure, failureNames } from './score.ts';

/** One case with what came of it. `reply` is the one scored. */
export type Outcome = { scored: ScoredCase; reply: Reply | null; failures: Failure[]; candidates: string[]; ms: number };

export type Share = { n: number; right: number; share: number; low: number; high: number };
export type Ranking = { n: number; hit1: number; hit5: number; mrr: number };
export type Confusion = { expected: string; got: string; count: number };

export type Tally = {
  overall: Share;
  /** In the order in which the slices first appear. */
  slices: Map<string, Share>;
  ranking: Ranking;
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
    overall: shareOf(outcomes),
    slices: new Map([...bySlice].map(([slice, some]) => [slice, shareOf(some)])),
    ranking: rankingOf(outcomes),
    kinds: kindConfusion(outcomes),
    aspects: aspectConfusion(outcomes),
    failures: failureCounts(outcomes),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function shareOf(outcomes: Outcome[]): Share {
  const right = outcomes.filter((outcome) => outcome.failures.length === 0).length;
  return { n: outcomes.length, right, share: right / outcomes.length, ...wilson(right, outcomes.length) };
}

/** The 95 % interval of a share, by Wilson's score: honest for small slices and for shares near 0 and 1. */
export function wilson(right: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const share = right / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/** Where the search puts an expected procedure, on cases of one turn: later turns lean on what was said before. */
function rankingOf(outcomes: Outcome[]): Ranking {
  const ranks = outcomes.flatMap(({ scored, candidates }) => {
    const { procedures } = scored.expect;
    return procedures === undefined || scored.turns.length > 1 ? [] : [candidates.findIndex((code) => procedures.includes(code)) + 1];
  });
  const n = ranks.length;
  const share = (most: number) => (n === 0 ? 0 : ranks.filter((rank) => rank > 0 && rank <= most).length / n);
  const mrr = n === 0 ? 0 : ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / n;
  return { n, hit1: share(1), hit5: share(5), mrr };
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
