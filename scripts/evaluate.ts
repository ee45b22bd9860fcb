import { parseArgs } from 'node:util';
import { answerCase } from './cases.ts';
import { type App, composeApp } from './compose.ts';
import { readConfig } from './config.ts';
import { curve, legend, sweeps } from './evaluate/curve.ts';
import { type CaseSet, readCaseSet, type ScoredCase } from './evaluate/expected.ts';
import { type Change, changeBetween, readRuns, runOf, writeRuns } from './evaluate/last-run.ts';
import { writeMistakes } from './evaluate/mistakes.ts';
import { page } from './evaluate/print.ts';
import { robustness } from './evaluate/robust.ts';
import { bestReply, failuresOf } from './evaluate/score.ts';
import { type Outcome, tallyOf } from './evaluate/tally.ts';
import { missed, readThresholds } from './evaluate/thresholds.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';

const usage = `npm run evaluate -- FILE.jsonl… [--csv FILE]
npm run evaluate -- --robust FILE.jsonl…
npm run evaluate -- --curve FILE.jsonl…

Asks every case of the files and scores the replies. Needs the whole portal imported.
--csv     where the mistakes are written; by default reports/mistakes.csv
--robust  instead: how often the first-ranked procedure stays when a question is written in another way
--curve   instead: what other thresholds for answering, asking back and not finding would bring
Exit: 0 right enough, 1 under a threshold of scripts/evaluate/thresholds.json or a turn that broke, 2 not run`;

const lastRun = 'reports/last-evaluation.json';
const leastProcedures = 1_000;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { csv: { type: 'string' }, robust: { type: 'boolean' }, curve: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help === true || positionals.length === 0) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const sets = positionals.map(readCaseSet);
  const thresholds = readThresholds();
  const config = readConfig();
  const app = await composeApp(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel));
  try {
    const size = app.knowledge.library.size();
    if (size < leastProcedures) {
      process.stderr.write(
        `Only ${size} procedures are imported: the cases ask about the whole portal. Import it first: npm run ingest -- FILE\n`,
      );
      return 2;
    }
    if (values.robust === true) return await varied(app, sets);
    if (values.curve === true) return await curves(app, sets);
    const runs = readRuns(lastRun);
    const done: { set: CaseSet; outcomes: Outcome[] }[] = [];
    const faults: string[] = [];
    for (const set of sets) {
      const outcomes = await ask(app, set);
      const tally = tallyOf(outcomes);
      const run = runOf(outcomes, new Date());
      process.stdout.write(`${page(set.name, tally)}\n\n${told(changeBetween(runs[set.name], run))}\n\n`);
      faults.push(...missed(set.name, tally, thresholds));
      runs[set.name] = run;
      done.push({ set, outcomes });
    }
    const file = values.csv ?? 'reports/mistakes.csv';
    const mistakes = writeMistakes(file, done);
    writeRuns(lastRun, runs);
    process.stdout.write(`${mistakes} mistakes: ${file}\n`);
    for (const fault of faults) process.stderr.write(`Threshold missed: ${fault}\n`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
});

async function varied(app: App, sets: CaseSet[]): Promise<number> {
  let broken = 0;
  for (const set of sets) {
    const result = await robustness(app, set);
    process.stdout.write(`${result.page}\n\n`);
    broken += result.broken;
  }
  return broken === 0 ? 0 : 1;
}

async function curves(app: App, sets: CaseSet[]): Promise<number> {
  for (const set of sets) {
    process.stdout.write(`${legend(set)}\n\n`);
    for (const swept of sweeps) process.stdout.write(`${await curve(app.dialogWith, set.cases, swept)}\n\n`);
  }
  return 0;
}

/** One after the other, so that the times are those of a turn and not of a queue. */
async function ask(app: App, set: CaseSet): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const scored of set.cases) outcomes.push(await outcomeOf(app, scored));
  return outcomes;
}

async function outcomeOf(app: App, scored: ScoredCase): Promise<Outcome> {
  try {
    const { replies, candidates, ms } = await answerCase(app, scored);
    return { scored, reply: bestReply(scored.expect, replies), failures: failuresOf(scored.expect, replies), candidates, ms };
  } catch (error) {
    // One turn that breaks is one wrong case: the others are still worth knowing.
    process.stderr.write(`${scored.id}: ${error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'broken'}\n`);
    return { scored, reply: null, failures: ['error'], candidates: [], ms: 0 };
  }
}

function told(change: Change | null): string {
  if (change === null) return 'No earlier run to compare with.';
  const { since, nowRight, nowWrong } = change;
  const ids = (list: string[]) =>
    list.length === 0 ? 'none' : `${list.length}: ${list.slice(0, 40).join(' ')}${list.length > 40 ? ' …' : ''}`;
  return `Since ${since.slice(0, 16).replace('T', ' ')} UTC\n  now right  ${ids(nowRight)}\n  now wrong  ${ids(nowWrong)}`;
}
