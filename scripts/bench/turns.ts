import { answerCase } from '../cases.ts';
import { composeApp } from '../compose.ts';
import { readConfig } from '../config.ts';
import { percentile } from '../evaluate/tally.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';
import { questions } from './questions.ts';

// Run by `bench.ts` as `node turns.ts COUNT`: turns and searches without the web around them; prints one line of JSON.
await main(async () => {
  const count = Number(process.argv[2]);
  const app = await composeApp(readConfig(), createLog('warn'));
  try {
    const turns: number[] = [];
    const searches: number[] = [];
    const all = questions();
    const warmUp = 100;
    for (const [at, question] of [...all.slice(-warmUp), ...all.slice(0, count)].entries()) {
      const { ms } = await answerCase(app, { id: `bench-${at}`, turns: [question] });
      const begun = performance.now();
      await app.knowledge.library.search(question, 10, AbortSignal.timeout(10_000));
      const searched = performance.now() - begun;
      if (at < warmUp) continue;
      turns.push(ms);
      searches.push(searched);
    }
    const both = (values: number[]) => ({ p50: percentile(values, 0.5), p99: percentile(values, 0.99) });
    process.stdout.write(`${JSON.stringify({ n: turns.length, turn: both(turns), search: both(searches) })}\n`);
    return 0;
  } finally {
    await app.close();
  }
});
