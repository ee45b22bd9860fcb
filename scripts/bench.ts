import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { channelFigures } from './bench/channels.ts';
import { dossierFigures } from './bench/dossier-figures.ts';
import { filingFigures } from './bench/filing-figures.ts';
import { floorFigures } from './bench/floor-figures.ts';
import { hotlineFigures } from './bench/hotline-figures.ts';
import { allAtOnce, oneByOne } from './bench/load.ts';
import { machine, sizeOnDisk } from './bench/machine.ts';
import { run, type Started, start } from './bench/process.ts';
import { questions } from './bench/questions.ts';
import { atMost, type Figure, figure, report } from './bench/report.ts';
import { readCorpus } from './bench/search-corpus.ts';
import { measureSearch, memoryFigures, searchTable } from './bench/search-figures.ts';
import { questionsOfCases, questionsOfNames } from './bench/search-questions.ts';
import { sweepFigures } from './bench/sweep-figures.ts';
import { growthFigures, measureTurns, turnFigures } from './bench/turn-figures.ts';
import { readCaseSet } from './evaluate/expected.ts';
import { percentile } from './evaluate/tally.ts';
import { main } from './main.ts';

const corpus = '../shared/data/portal-procedures-2026-07-18.jsonl.gz';
const cases = '../shared/eval/dev.jsonl';
const usage = `npm run bench -- [FILE] [--quick]
npm run bench -- channels [--quick]
npm run bench -- filing [--quick]
npm run bench -- hotline [--quick]

Measures this machine in a folder of its own, on the loopback, in about eight minutes, and prints Markdown tables.
channels only messages through a webhook and back, on PGlite and on the PostgreSQL that TEST_DATABASE_URL names
filing   only turns of the guided filing, its printed forms and what open filings cost
hotline  only calls: what a turn and an interruption cost on the wire, a hundred at once through a real Asterisk (as root), a thousand short ones
FILE     the portal's export; by default ${corpus}, without it the starter base
--quick  fewer questions and starts, a shorter rest, no second import, no corpus of ten times the size`;

const longest = { startsLater: 3, asked: 400, people: 50, each: 20, restSeconds: 30, importAgain: true, times: [1, 10], followed: 10_000 };
const quick: typeof longest = {
  startsLater: 1,
  asked: 100,
  people: 50,
  each: 4,
  restSeconds: 5,
  importAgain: false,
  times: [1],
  followed: 2_000,
};
const onlyStarter = `${corpus} is not there: these are figures of the starter base alone and say little about the whole portal.`;
/** Nobody types as fast as the bench. */
const unlimited = { MESSAGES_PER_PERSON: '0', MESSAGES_PER_NETWORK: '0' };
// Twice what a quiet machine needs.
const wholeLimitMs = 960_000;

await main(async () => {
  const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' }, help: { type: 'boolean' } }, allowPositionals: true });
  const channelsOnly = positionals[0] === 'channels';
  const filingOnly = positionals[0] === 'filing';
  const hotlineOnly = positionals[0] === 'hotline';
  const file = (channelsOnly || filingOnly || hotlineOnly ? null : positionals[0]) ?? (existsSync(corpus) ? corpus : null);
  if (values.help === true || (file !== null && !existsSync(file))) {
    process.stdout.write(`${values.help === true ? '' : `${file} is not there: name the portal's export.\n`}${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const heading = `Measured ${new Date().toISOString().slice(0, 10)} by \`npm run bench${values.quick === true ? ' -- --quick' : ''}\` on ${machine()}.`;
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(wholeLimitMs)]);
  try {
    if (channelsOnly) {
      const figures = await channelFigures({ folder, environment: environmentOf, quick: values.quick === true, signal });
      process.stdout.write(
        `${heading.replace('npm run bench', 'npm run bench -- channels').replace(' -- --quick', ' --quick')}\n\n${report(figures)}\n`,
      );
      return 0;
    }
    if (filingOnly) {
      const figures = await filingFigures({ folder, environment: environmentOf, quick: values.quick === true, signal });
      process.stdout.write(
        `${heading.replace('npm run bench', 'npm run bench -- filing').replace(' -- --quick', ' --quick')}\n\n${report(figures)}\n`,
      );
      return 0;
    }
    if (hotlineOnly) {
      const figures = await hotlineFigures({ folder, environment: environmentOf, quick: values.quick === true, signal });
      process.stdout.write(
        `${heading.replace('npm run bench', 'npm run bench -- hotline').replace(' -- --quick', ' --quick')}\n\n${report(figures)}\n`,
      );
      return 0;
    }
    const asked = writeQuestions(folder, file);
    const bench = { file, folder, signal, size: values.quick === true ? quick : longest, questions: asked.file };
    const figures = await measure(bench);
    const searches = await told('search, ours and others', measureSearch({ ...bench, times: bench.size.times }));
    const parts = [
      heading,
      ...(file === null ? [onlyStarter] : []),
      report([...figures, ...memoryFigures(searches)]),
      `Search alone, ${asked.what}:`,
      searchTable(searches),
    ];
    process.stdout.write(`${parts.join('\n\n')}\n`);
    return 0;
  } finally {
    // Whatever still runs after a failure is killed by the signal.
    stopping.abort();
    rmSync(folder, { recursive: true, force: true });
  }
});

type Bench = { file: string | null; folder: string; signal: AbortSignal; size: typeof longest; questions: string };

async function measure(bench: Bench): Promise<Figure[]> {
  const { folder, signal, size } = bench;
  const data = join(folder, 'data');
  return [
    ...(await told('starts', startFigures(bench, data))),
    ...(bench.file === null ? [] : await told('import', importFigures(bench, bench.file, data))),
    ...(await told('answers over HTTP', serverFigures(bench, data))),
    ...(await told('status of dossiers', dossierFigures(environmentOf(join(folder, 'dossiers')), signal))),
    ...(await told('sweep of followed dossiers', sweepFigures(size.followed, signal))),
    ...(await told('turns in process', processFigures(bench, data))),
    ...(await told('floor', floorFigures(join(folder, 'floor'), size, signal))),
  ];
}

async function startFigures({ size, signal }: Bench, data: string): Promise<Figure[]> {
  const first = await serve(data, signal);
  const peak = first.peak();
  await first.stop();
  const later: number[] = [];
  for (let at = 0; at < size.startsLater; at += 1) {
    const started = await serve(data, signal);
    later.push(started.ms / 1000);
    await started.stop();
  }
  return [
    atMost('First start to listening (empty folder)', first.ms / 1000, 15, 's'),
    figure('… peak memory of the first start', `${peak.own.toFixed(0)} MB, its child ${peak.child.toFixed(0)} MB`),
    atMost(`Later start (median of ${later.length}, starter base)`, percentile(later, 0.5), 3, 's'),
  ];
}

async function importFigures({ size, signal }: Bench, file: string, data: string): Promise<Figure[]> {
  const ingest = () => run({ program: 'ingest.ts', arguments: [file], environment: environmentOf(data), signal });
  const { seconds, peak, output } = await ingest();
  const records = /^\d+ records/m.exec(output)?.[0] ?? 'no records';
  const figures = [atMost(`Import of ${records}`, seconds, 60, 's'), atMost('… peak memory', Math.max(peak.own, peak.child), 1000, 'MB')];
  if (size.importAgain) {
    const again = await ingest();
    figures.push(figure('Import again, unchanged', `${again.seconds.toFixed(1)} s, peak ${again.peak.own.toFixed(0)} MB`));
  }
  return [...figures, figure('Data folder', `${sizeOnDisk(data).toFixed(0)} MB`)];
}

async function serverFigures({ file, size, signal }: Bench, data: string): Promise<Figure[]> {
  const held = file === null ? 'starter base' : 'whole corpus';
  const server = await serve(data, signal);
  const address = `http://127.0.0.1:${server.told}`;
  await wait(3_000, undefined, { signal });
  const before = server.resident();
  const asked = questions();
  await oneByOne(address, asked.slice(-100));
  const alone = await oneByOne(address, asked.slice(0, size.asked));
  const crowd = await allAtOnce(address, size.people, size.each, asked);
  await wait(size.restSeconds * 1000, undefined, { signal });
  const resting = server.resident();
  const peak = server.peak();
  await server.stop();
  return [
    atMost(`Start with the ${held}`, server.ms / 1000, 3, 's'),
    atMost(`Answer over HTTP, p50 of ${alone.n}`, alone.p50, 20, 'ms'),
    figure('… p99', `${alone.p99.toFixed(1)} ms`),
    figure(`${size.people} people at once, ${crowd.turns} turns`, `${crowd.perSecond.toFixed(0)} turns/s, p50 ${crowd.p50.toFixed(0)} ms`),
    atMost(`Memory before the first question, ${held}`, before, 500, 'MB'),
    atMost(`Memory at rest, ${size.restSeconds} s after that load`, resting, 500, 'MB', `, peak ${peak.own.toFixed(0)} MB`),
  ];
}

/** Last of all on its data folder: it leaves the larger corpus there. */
async function processFigures({ file, size, signal, questions }: Bench, data: string): Promise<Figure[]> {
  const environment = environmentOf(data);
  const own = await measureTurns(environment, questions, signal);
  const times = Math.max(...size.times);
  if (times === 1) return turnFigures(own);
  await run({ program: 'bench/search-grow.ts', arguments: [String(times), ...(file === null ? [] : [file])], environment, signal });
  return [...turnFigures(own), ...growthFigures(own, await measureTurns(environment, questions, signal))];
}

/** What is asked of the search and in turns, in a file for the programs that ask it. */
function writeQuestions(folder: string, corpus: string | null): { file: string; what: string } {
  const known = corpus !== null && existsSync(cases);
  const questions = known ? questionsOfCases(readCaseSet(cases).cases) : questionsOfNames(readCorpus(corpus));
  const file = join(folder, 'questions.json');
  writeFileSync(file, JSON.stringify(questions));
  return { file, what: known ? `single questions of ${basename(cases)}` : 'names of procedures without diacritics' };
}

function serve(data: string, signal: AbortSignal): Promise<Started> {
  return start({ program: 'serve.ts', environment: environmentOf(data), signal }, /Web chat:\s+http:\/\/localhost:(\d+)/);
}

/** Every setting that could lead out of the bench's own folder is set. */
function environmentOf(data: string): Record<string, string> {
  return {
    DATA_DIR: data,
    DATABASE_URL: '',
    HOST: '127.0.0.1',
    PORT: '0',
    DEMO: 'on',
    LOG_LEVEL: 'info',
    TRUST_PROXY: 'off',
    ...unlimited,
  };
}

async function told<Done>(what: string, figures: Promise<Done>): Promise<Done> {
  const begun = performance.now();
  const done = await figures;
  process.stderr.write(`${what}: ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
  return done;
}
