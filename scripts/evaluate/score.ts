import type { Reply } from '../../bot/types.ts';
import type { Expectation } from './expected.ts';

/** What can be wrong with the replies to a case. `error`: the turn threw; `source`: an answer that names none. */
export const failureNames = ['error', 'no reply', 'kind', 'procedure', 'aspect', 'must', 'mustNot', 'dossier', 'source'] as const;
export type Failure = (typeof failureNames)[number];

/** What is wrong with the replies to a last turn; empty when one of them is wholly right and none says what must not be said. */
export function failuresOf(expected: Expectation, replies: Reply[]): Failure[] {
  const forbidden = replies.some((reply) => (expected.mustNot ?? []).some((fact) => matches(fact, reply.text)));
  const best = bestReply(expected, replies);
  const failures = best === null ? (['no reply'] as const) : failuresOfReply(expected, best);
  return forbidden ? [...failures, 'mustNot'] : [...failures];
}

/** The reply that comes nearest to what is expected; null when there is none. */
export function bestReply(expected: Expectation, replies: Reply[]): Reply | null {
  const counted = replies.map((reply) => ({ reply, failures: failuresOfReply(expected, reply).length }));
  return counted.toSorted((a, b) => a.failures - b.failures)[0]?.reply ?? null;
}

function failuresOfReply(expected: Expectation, reply: Reply): Failure[] {
  // A wrong kind is one mistake: what follows from it is not counted again.
  if (!expected.kind.includes(reply.kind)) return ['kind'];
  const failures: Failure[] = [];
  if (!namesProcedure(expected, reply)) failures.push('procedure');
  if (tellsRecord(expected, reply)) {
    if (expected.aspect !== undefined && (reply.aspect === null || !expected.aspect.includes(reply.aspect))) failures.push('aspect');
    if (!(expected.must ?? []).every((fact) => matches(fact, reply.text))) failures.push('must');
  }
  if (expected.dossier !== undefined && reply.dossier !== expected.dossier) failures.push('dossier');
  if (reply.kind === 'answered' && reply.sources.length === 0) failures.push('source');
  return failures;
}

/**
 * An answer or a filing is of one procedure, the first it names. A question back must offer an expected one among its buttons.
 * Other kinds, where a case lets them pass beside an answer, name none.
 */
function namesProcedure(expected: Expectation, reply: Reply): boolean {
  const { procedures } = expected;
  if (procedures === undefined) return true;
  if (reply.kind === 'answered' || reply.kind === 'filing') return procedures.includes(reply.procedures[0] ?? '');
  if (reply.kind === 'asked') return procedures.some((code) => reply.choices.some((choice) => choice.say.includes(code)));
  return true;
}

/** Where several kinds are right, only an answer has the aspect and the facts: a question back or a hand-over tells nothing yet. */
export function tellsRecord(expected: Expectation, reply: Reply): boolean {
  return expected.kind.length === 1 || !['asked', 'handed-over', 'recorded'].includes(reply.kind);
}

function matches(fact: RegExp, text: string): boolean {
  return fact.test(text.normalize('NFC'));
}
