import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { OperatorError } from '../bot/errors.ts';
import { addNotes } from '../knowledge/desk.ts';
import { answerCase, caseSchema } from './cases.ts';
import { type App, composeApp } from './compose.ts';
import { readConfig } from './config.ts';
import { explain } from './explain.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';
import { show } from './show.ts';

const usage = `npm run ask -- "câu hỏi"
npm run ask -- --explain "câu hỏi"           why the first five procedures rank as they do
npm run --silent ask -- --cases FILE.jsonl   one JSON line a case on standard output`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { cases: { type: 'string' }, explain: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const question = positionals.join(' ');
  if (values.help === true || (question === '' && values.cases === undefined)) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const config = readConfig();
  const app = await composeApp(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel));
  try {
    if (values.cases !== undefined) return await answerAll(app, values.cases);
    if (values.explain === true) {
      process.stdout.write(`${await explain(app.knowledge.library, question, AbortSignal.timeout(30_000))}\n`);
      return 0;
    }
    const { replies, notes } = await answerCase(app, { id: randomUUID(), turns: [question] });
    await addNotes(app.knowledge.database.pool, notes);
    for (const reply of replies) process.stdout.write(`${show(reply)}\n`);
    return 0;
  } finally {
    await app.close();
  }
});

async function answerAll(app: App, file: string): Promise<number> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const given = caseSchema.safeParse(parse(text));
    if (!given.success) throw new OperatorError(`${file}, line ${line}: not a case (id and turns are needed).`);
    const { id, replies, candidates, ms } = await answerCase(app, given.data);
    process.stdout.write(`${JSON.stringify({ id, replies: replies.map(printed), candidates, ms })}\n`);
  }
  return 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Answered = Awaited<ReturnType<typeof answerCase>>['replies'][number];

function printed({ kind, text, procedures, aspect, sources, dossier, choices }: Answered) {
  return {
    kind,
    text,
    procedures,
    aspect,
    sources: sources.map(({ code, section, url, date }) => ({ code, section, url, date })),
    dossier,
    choices: choices.map((choice) => choice.label),
  };
}
