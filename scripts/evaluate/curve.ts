import { type Decision, standardDecision as standard } from '../../bot/skills/decision.ts';
import type { Reply } from '../../bot/types.ts';
import { answerCase } from '../cases.ts';
import type { App } from '../compose.ts';
import type { CaseSet, ScoredCase } from './expected.ts';
import { bestReply } from './score.ts';
import { table } from './table.ts';

export type Swept = { name: string; values: number[]; now: number; decision(value: number): Decision };

const { ofMatter, ofFact } = standard.rivals;

/** Each number of the decision moved alone, the others as they are. A share above 1 never asks back. */
export const sweeps: Swept[] = [
  {
    name: 'least chance of a hit that is told',
    values: [0, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
    now: standard.leastChance,
    decision: (leastChance) => ({ ...standard, leastChance }),
  },
  {
    name: 'share of the best score that makes a rival, of a matter named alone',
    values: [1.01, 0.98, 0.94, 0.9, 0.86, 0.82, 0.78, 0.7, 0.6],
    now: ofMatter.share,
    decision: (share) => ({ ...standard, rivals: { ofFact, ofMatter: { ...ofMatter, share } } }),
  },
  {
    name: 'share of the best score that makes a rival, of a fact asked for',
    values: [1.01, 0.98, 0.95, 0.92, 0.88, 0.82],
    now: ofFact.share,
    decision: (share) => ({ ...standard, rivals: { ofMatter, ofFact: { ...ofFact, share } } }),
  },
  {
    name: 'most words of a matter named alone that is asked back for',
    values: [0, 1, 2, 3, 4, 6],
    now: ofMatter.words,
    decision: (words) => ({ ...standard, rivals: { ofFact, ofMatter: { ...ofMatter, words } } }),
  },
];

type Ending = 'right' | 'wrong' | 'asked' | 'not-found' | 'other';

/** One sweep as a table: what comes of questions that have an answer, of those that the base has none for, and of those to be asked back. */
export async function curve(
  { dialogWith, trials }: Pick<App, 'dialogWith' | 'trials'>,
  cases: ScoredCase[],
  swept: Swept,
): Promise<string> {
  const values = [...new Set([...swept.values, swept.now])].toSorted((a, b) => a - b);
  const groups = groupsOf(cases);
  const rows: string[][] = [];
  for (const value of values) {
    const app = { dialog: dialogWith(swept.decision(value)), trials };
    const answerable = await endingsOf(app, groups.answerable);
    const share = (ending: Ending) => part(answerable.filter((one) => one === ending).length, answerable.length);
    const missing = await endingsOf(app, groups.notInBase);
    const vague = await endingsOf(app, groups.toBeAsked);
    rows.push([
      `${value}${value === swept.now ? ' (now)' : ''}`,
      ...(['right', 'wrong', 'asked', 'not-found', 'other'] as const).map(share),
      part(missing.filter((one) => one === 'right').length, missing.length),
      part(vague.filter((one) => one === 'right').length, vague.length),
    ]);
  }
  const head = ['value', 'right', 'wrong', 'asked back', 'not found', 'other', 'refused rightly', 'asked rightly'];
  return `${swept.name}\n\n${table(head, rows)}`;
}

/** What the columns stand for, with how many cases each is a share of. */
export function legend(set: CaseSet): string {
  const { answerable, notInBase, toBeAsked } = groupsOf(set.cases);
  return [
    `${set.name}: what other thresholds would bring`,
    `right … other: shares of ${answerable.length} questions whose answer is in the base (right: answered from an expected procedure)`,
    `refused rightly: of ${notInBase.length} questions whose answer is not · asked rightly: of ${toBeAsked.length} that a clerk would ask back`,
  ].join('\n');
}

function groupsOf(cases: ScoredCase[]): { answerable: ScoredCase[]; notInBase: ScoredCase[]; toBeAsked: ScoredCase[] } {
  return {
    answerable: cases.filter(({ expect }) => expect.kind.includes('answered') && expect.procedures !== undefined),
    notInBase: cases.filter(({ expect }) => expect.kind.includes('not-found')),
    toBeAsked: cases.filter(({ expect }) => expect.kind.every((kind) => kind === 'asked')),
  };
}

async function endingsOf(app: Pick<App, 'dialog' | 'trials'>, cases: ScoredCase[]): Promise<Ending[]> {
  const endings: Ending[] = [];
  for (const scored of cases) {
    const { replies } = await answerCase(app, scored);
    endings.push(endingOf(scored, bestReply(scored.expect, replies)));
  }
  return endings;
}

/** How a case ended. Of a question that has no answer here, or that is too vague for one, `right` is the kind that was expected. */
export function endingOf({ expect }: ScoredCase, reply: Reply | null): Ending {
  if (reply === null) return 'other';
  if (!expect.kind.includes('answered')) return expect.kind.includes(reply.kind) ? 'right' : 'wrong';
  if (reply.kind === 'answered') return (expect.procedures ?? []).includes(reply.procedures[0] ?? '') ? 'right' : 'wrong';
  return reply.kind === 'asked' || reply.kind === 'not-found' ? reply.kind : 'other';
}

function part(count: number, n: number): string {
  return n === 0 ? '–' : (count / n).toFixed(3);
}
