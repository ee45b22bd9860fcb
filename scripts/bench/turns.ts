import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { answerCase } from '../cases.ts';
import { composeApp } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';
import { inRounds } from './rounds.ts';
import { questionSchema } from './search-questions.ts';

const limitMs = 30_000;

// Run by `bench.ts` as `node turns.ts QUESTIONS`: turns without the web, the inbox and the record around them; prints one line of JSON.
await main(async () => {
  const questions = z.array(questionSchema).parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
  const app = await composeApp(readConfig(), createLog('warn'));
  try {
    const ask = ({ text }: (typeof questions)[number]) => answerCase(app, { id: text, turns: [text] });
    const { n, p50, p99 } = await inRounds({ questions, rounds: 3, limit: limitMs, ask });
    process.stdout.write(`${JSON.stringify({ size: app.knowledge.library.size(), n, p50, p99 })}\n`);
    return 0;
  } finally {
    await app.close();
  }
});
