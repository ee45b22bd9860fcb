import { answerCase } from '../cases.ts';
import type { App } from '../compose.ts';
import type { CaseSet, ScoredCase } from './expected.ts';
import { wilson } from './share.ts';
import { table } from './table.ts';
import { randomOf, type Variation, variationNames, variations } from './variations.ts';

/** One question written in another way: `null` where the turn threw. */
type Varied = { scored: ScoredCase; first: string | undefined; variation: Variation; varied: string | undefined | null };

export type Robustness = { page: string; broken: number };

/** How far the first-ranked procedure depends on how a question is written: every single-turn case with a known procedure, in each variation. */
export async function robustness(app: Pick<App, 'dialog' | 'trials'>, set: CaseSet): Promise<Robustness> {
  const all: Varied[] = [];
  for (const scored of set.cases) {
    const [question] = scored.turns;
    if (question === undefined || scored.turns.length > 1 || scored.expect.procedures === undefined) continue;
    const first = (await answerCase(app, scored)).candidates[0];
    for (const variation of variationNames) {
      const text = variations[variation](question, randomOf(`${scored.id} ${variation}`));
      all.push({ scored, first, variation, varied: await firstOf(app, `${scored.id} ${variation}`, text) });
    }
  }
  const plain = all.filter(({ variation }) => variation === variationNames[0]);
  const rows = [
    row(
      'as written',
      plain.map(({ scored, first }) => ({ same: true, right: isRight(scored, first) })),
    ),
    ...variationNames.map((name) => row(name, all.filter(({ variation }) => variation === name).map(outcome))),
  ];
  const broken = all.filter(({ varied }) => varied === null).length;
  const head = ['the question', 'n', 'same first', 'share', '95 % interval', 'hit@1'];
  return {
    page: `${set.name}: single-turn cases with a known procedure, written in other ways\n\n${table(head, rows)}\n\nTurns that broke: ${broken}`,
    broken,
  };
}

async function firstOf(app: Pick<App, 'dialog' | 'trials'>, id: string, text: string): Promise<string | undefined | null> {
  try {
    return (await answerCase(app, { id, turns: [text] })).candidates[0];
  } catch (error) {
    process.stderr.write(`${id}: ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'broken'}\n`);
    return null;
  }
}

function outcome({ scored, first, varied }: Varied): { same: boolean; right: boolean } {
  return { same: varied === first, right: isRight(scored, varied) };
}

function isRight({ expect }: ScoredCase, code: string | undefined | null): boolean {
  return (expect.procedures ?? []).some((procedure) => procedure === code);
}

function row(name: string, outcomes: { same: boolean; right: boolean }[]): string[] {
  const n = outcomes.length;
  const same = outcomes.filter((one) => one.same).length;
  const right = outcomes.filter((one) => one.right).length;
  const { low, high } = wilson(same, n);
  const three = (share: number) => (n === 0 ? '–' : share.toFixed(3));
  return [name, String(n), String(same), three(same / n), `${three(low)}–${three(high)}`, three(right / n)];
}
