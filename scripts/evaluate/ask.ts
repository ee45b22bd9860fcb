import { answerCase } from '../cases.ts';
import type { App } from '../compose.ts';
import type { CaseSet, ScoredCase } from './expected.ts';
import { bestReply, failuresOf } from './score.ts';
import type { Outcome } from './tally.ts';

/** Every case of a set, one after the other, so that the times are those of a turn and not of a queue. */
export async function ask(app: Pick<App, 'dialog' | 'trials'>, set: CaseSet): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const scored of set.cases) outcomes.push(await outcomeOf(app, scored));
  return outcomes;
}

async function outcomeOf(app: Pick<App, 'dialog' | 'trials'>, scored: ScoredCase): Promise<Outcome> {
  try {
    const { replies, candidates, ms } = await answerCase(app, scored);
    return { scored, reply: bestReply(scored.expect, replies), failures: failuresOf(scored.expect, replies), candidates, ms };
  } catch (error) {
    // One turn that breaks is one wrong case: the others are still worth knowing.
    process.stderr.write(`${scored.id}: ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'broken'}\n`);
    return { scored, reply: null, failures: ['error'], candidates: [], ms: 0 };
  }
}
