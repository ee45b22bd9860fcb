import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { main } from '../main.ts';
import { inRounds } from './rounds.ts';
import { documentsOf, readCorpus } from './search-corpus.ts';
import { type Engine, engines } from './search-engines.ts';
import { hitsOf, questionSchema } from './search-questions.ts';

const buildLimitMs = 90_000;
const askLimitMs = 30_000;

// Run by `bench.ts` as `node --expose-gc search.ts ENGINE TIMES QUESTIONS [FILE]`, alone in its process; prints one line of JSON.
await main(async () => {
  const [name = '', times, asked = '', file = null] = process.argv.slice(2);
  const questions = z.array(questionSchema).parse(JSON.parse(readFileSync(asked, 'utf8')));
  // Once through the small base first: what reading costs for good is not the engine's.
  readCorpus(null);
  const before = megabytesInUse();
  const { engine, seconds } = await build(name, z.coerce.number().parse(times), file);
  const found = await inRounds({ questions, rounds: 3, limit: askLimitMs, ask: ({ text }) => engine.search(text) });
  const memory = megabytesInUse() - before;
  const { n, p50, p99, answers } = found;
  process.stdout.write(
    `${JSON.stringify({ size: engine.size, seconds, memory, asked: questions.length, n, p50, p99, ...hitsOf(questions, answers) })}\n`,
  );
  return 0;
});

/** The corpus itself is gone when this returns, as far as the engine does not keep it. */
async function build(name: string, times: number, file: string | null): Promise<{ engine: Engine; seconds: number }> {
  const entries = readCorpus(file);
  const begun = performance.now();
  const engine = await engines[name]?.(inTime(documentsOf(entries, times), begun + buildLimitMs));
  if (engine === undefined) throw new Error(`no engine ${name}`);
  return { engine, seconds: (performance.now() - begun) / 1000 };
}

/** What can be taken up until then: the size of the engine tells how far it came. */
function* inTime<Item>(items: Iterable<Item>, end: number): Generator<Item> {
  for (const item of items) {
    if (performance.now() > end) return;
    yield item;
  }
}

/** Megabytes (10^6 bytes) on the heap and in buffers beside it, after what nobody holds is thrown away. */
function megabytesInUse(): number {
  // Twice: buffers are freed after the objects that held them.
  for (let time = 0; time < 2; time += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
