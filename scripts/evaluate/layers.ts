import { type Failure, tellsRecord } from './score.ts';
import { type Share, shareOf } from './share.ts';
import type { Outcome } from './tally.ts';

export const layerNames = ['hit@1', 'hit@5', 'kind', 'aspect', 'facts', 'refusal'] as const;
export type Layer = (typeof layerNames)[number];

/** Each part of the work alone, over the cases where the parts before it were right: a wrong procedure is not also a wrong fee. */
export function layersOf(outcomes: Outcome[]): Record<Layer, Share> {
  const ranks = ranksOf(outcomes);
  return {
    'hit@1': part(ranks, (rank) => rank === 1),
    'hit@5': part(ranks, (rank) => rank > 0 && rank <= 5),
    kind: part(outcomes, kindIsRight),
    aspect: part(outcomes.filter(asksForAspect), without('aspect')),
    facts: part(outcomes.filter(hasFacts), without('must', 'mustNot')),
    refusal: part(outcomes.filter(isToBeRefused), kindIsRight),
  };
}

/** The place of the first expected procedure, 0 where it is missing, on cases of one turn: later turns lean on what was said before. */
export function ranksOf(outcomes: Outcome[]): number[] {
  return outcomes.flatMap(({ scored, candidates }) => {
    const { procedures } = scored.expect;
    return procedures === undefined || scored.turns.length > 1 ? [] : [candidates.findIndex((code) => procedures.includes(code)) + 1];
  });
}

function kindIsRight({ scored, reply }: Outcome): boolean {
  return reply !== null && scored.expect.kind.includes(reply.kind);
}

function asksForAspect(outcome: Outcome): boolean {
  return outcome.scored.expect.aspect !== undefined && outcome.reply?.kind === 'answered' && procedureIsRight(outcome);
}

function hasFacts(outcome: Outcome): boolean {
  const { scored, reply } = outcome;
  const { must, mustNot } = scored.expect;
  return (must ?? mustNot) !== undefined && reply !== null && tellsRecord(scored.expect, reply) && procedureIsRight(outcome);
}

function isToBeRefused({ scored }: Outcome): boolean {
  const { kind } = scored.expect;
  return kind.includes('refused') || kind.includes('not-found');
}

function procedureIsRight(outcome: Outcome): boolean {
  return kindIsRight(outcome) && without('procedure')(outcome);
}

function without(...failures: Failure[]): (outcome: Outcome) => boolean {
  return (outcome) => !failures.some((failure) => outcome.failures.includes(failure));
}

function part<Item>(items: Item[], isRight: (item: Item) => boolean): Share {
  return shareOf(items.filter(isRight).length, items.length);
}
