import { parseArgs } from 'node:util';
import { type App, composeApp } from './compose.ts';
import { readConfig } from './config.ts';
import { ask } from './evaluate/ask.ts';
import { curve, legend, sweeps } from './evaluate/curve.ts';
import { type CaseSet, readCaseSets } from './evaluate/expected.ts';
import { changeBetween, readRuns, runOf, writeRuns } from './evaluate/last-run.ts';
import { writeMistakes } from './evaluate/mistakes.ts';
import { ownSets } from './evaluate/own-sets.ts';
import { page, summary, told } from './evaluate/print.ts';
import { robustness } from './evaluate/robust.ts';
import { type Outcome, type Tally, tallyOf } from './evaluate/tally.ts';
import { leastOf, lowered, missed, readThresholds, writeThresholds } from './evaluate/thresholds.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';

const usage = `npm run evaluate [-- FILE.jsonl…] [--csv FILE]
npm run evaluate -- --keep [FILE.jsonl…]
npm run evaluate -- --robust [FILE.jsonl…]
npm run evaluate -- --curve [FILE.jsonl…]

Asks every case of the files and scores the replies; without a file, those of scripts/evaluate/questions.
A set is called as its file is. Needs the whole portal imported.
--csv     all mistakes into this file; by default each set's into reports/mistakes-SET.csv
--keep    sets the thresholds of these sets anew, two cases below what this run reaches (one where there are fewer than twenty)
--robust  instead: how often the first-ranked procedure stays when a question is written in another way
--curve   instead: what other thresholds for answering, asking back and not finding would bring

Layers: hit@1, hit@5  an expected procedure ranked first, among the first five (single-turn cases)
        kind          the reply's kind is an expected one
        aspect        of the answers from an expected procedure: the part that was asked for
        facts         of the replies with the right procedure: all that must be said, nothing that must not
        refusal       of the cases to be refused or not found: the kind is an expected one

Exit: 0 right enough, 1 under a threshold of scripts/evaluate/thresholds.json or a turn that broke, 2 not run`;

const lastRun = 'reports/last-evaluation.json';
const leastProcedures = 1_000;

type Evaluated = { set: CaseSet; outcomes: Outcome[]; tally: Tally };

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      csv: { type: 'string' },
      keep: { type: 'boolean' },
      robust: { type: 'boolean' },
      curve: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.help === true) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const sets = readCaseSets(positionals.length === 0 ? ownSets() : positionals);
  const config = readConfig();
  const app = await composeApp(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel));
  try {
    const size = app.knowledge.library.size();
    if (size < leastProcedures) {
      process.stderr.write(
        `Only ${size} procedures are imported, no more than the starter base: the cases ask about the whole portal. Import it first: npm run ingest -- FILE\n`,
      );
      return 2;
    }
    if (values.robust === true) return await varied(app, sets);
    if (values.curve === true) return await curves(app, sets);
    const done = await evaluated(app, sets);
    listMistakes(done, values.csv);
    return values.keep === true ? keep(done) : judge(done);
  } finally {
    await app.close();
  }
});

async function evaluated(app: App, sets: CaseSet[]): Promise<Evaluated[]> {
  const runs = readRuns(lastRun);
  const done: Evaluated[] = [];
  for (const set of sets) {
    const outcomes = await ask(app, set);
    const tally = tallyOf(outcomes);
    const run = runOf(outcomes, new Date());
    process.stdout.write(`${page(set.name, tally)}\n\n${told(changeBetween(runs[set.name], run))}\n\n`);
    runs[set.name] = run;
    done.push({ set, outcomes, tally });
  }
  writeRuns(lastRun, runs);
  if (done.length > 1) process.stdout.write(`${summary(done)}\n\n`);
  return done;
}

function listMistakes(done: Evaluated[], file: string | undefined): void {
  const lists =
    file === undefined ? done.map((one) => ({ to: `reports/mistakes-${one.set.name}.csv`, of: [one] })) : [{ to: file, of: done }];
  for (const { to, of } of lists) process.stdout.write(`${writeMistakes(to, of)} mistakes: ${to}\n`);
}

function judge(done: Evaluated[]): number {
  const thresholds = readThresholds();
  const faults = done.flatMap(({ set, tally }) => missed(set.name, tally, thresholds));
  for (const { set } of done) if (!(set.name in thresholds)) process.stdout.write(`No thresholds are kept for ${set.name}.\n`);
  for (const fault of faults) process.stderr.write(`Threshold missed: ${fault}\n`);
  const broken = brokenIn(done);
  if (broken > 0) process.stderr.write(`${broken} turns broke.\n`);
  return faults.length === 0 && broken === 0 ? 0 : 1;
}

function keep(done: Evaluated[]): number {
  const broken = brokenIn(done);
  if (broken > 0) {
    process.stderr.write(`${broken} turns broke: the thresholds stay as they are.\n`);
    return 1;
  }
  const before = readThresholds();
  const now = Object.fromEntries(done.map(({ set, tally }) => [set.name, leastOf(tally)]));
  writeThresholds({ ...before, ...now });
  process.stdout.write(`Thresholds set anew: ${Object.keys(now).join(', ')}\n`);
  for (const [name, least] of Object.entries(now)) {
    for (const sentence of lowered(name, before[name], least)) process.stdout.write(`Lower than before: ${sentence}\n`);
  }
  return 0;
}

function brokenIn(done: Evaluated[]): number {
  return done.reduce((sum, { tally }) => sum + (tally.failures.get('error') ?? 0), 0);
}

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
    for (const swept of sweeps) process.stdout.write(`${await curve(app, set.cases, swept)}\n\n`);
  }
  return 0;
}
