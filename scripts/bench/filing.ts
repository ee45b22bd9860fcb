import { randomUUID } from 'node:crypto';
import { fillSheet } from '../../bot/forms/fill.ts';
import type { Answers, Form } from '../../bot/forms/form.ts';
import { liveAnswers, nextQuestion, questionsOf } from '../../bot/forms/plan.ts';
import { readValue } from '../../bot/forms/values/read-value.ts';
import type { Reply } from '../../bot/types.ts';
import { createPrinter } from '../../connectors/print/printer.ts';
import { createTerminal } from '../../connectors/terminal.ts';
import { readPlaces } from '../../knowledge/communes.ts';
import { composeApp } from '../compose.ts';
import { readConfig } from '../config.ts';
import { percentile } from '../evaluate/tally.ts';
import { readForms, shippedForms } from '../forms.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';

const opening = 'tôi muốn điền tờ khai xin bản sao trích lục khai sinh';
const answers = [
  ...['giấy khai sinh', 'ở Việt Nam', 'cho tôi', 'Vũ Thị Hạnh Dung', '20/11/1968', '040168004512'],
  ...['Ủy ban nhân dân phường Hòa Cường Bắc', '1990', 'bỏ qua', 'phường Trường Vinh, tỉnh Nghệ An', '3', 'đúng hết', 'tôi đồng ý'],
];
const today = '2026-11-22';

// Run by `filing-figures.ts`: `node filing.ts turns PEOPLE` prints one line of JSON, `node filing.ts begin COUNT` leaves so many filings open.
await main(async () => {
  const [mode = '', given = ''] = process.argv.slice(2);
  const app = await composeApp(readConfig(), createLog('warn'));
  const terminal = createTerminal('terminal');
  const assistant = app.assistantFor([terminal.channel]);
  assistant.start();
  const ask = async (person: string, text: string): Promise<Reply> => {
    const id = randomUUID();
    const replies = terminal.repliesTo(id);
    await assistant.receive({ channel: 'terminal', id, person, text });
    const [reply] = await replies;
    if (reply?.kind !== 'filing') throw new Error(`no filing answered, but ${reply?.kind}`);
    return reply;
  };
  try {
    if (mode === 'begin') {
      for (let at = 0; at < Number(given); at += 20) await Promise.all(Array.from({ length: 20 }, () => ask(randomUUID(), opening)));
      return 0;
    }
    const times: number[] = [];
    for (let at = 0; at < Number(given); at += 1) {
      const person = randomUUID();
      for (const text of [opening, ...answers]) {
        const begun = performance.now();
        await ask(person, text);
        // The first person finds everything cold.
        if (at > 0) times.push(performance.now() - begun);
      }
    }
    const turns = { n: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
    process.stdout.write(`${JSON.stringify({ turns, forms: await printed() })}\n`);
    return 0;
  } finally {
    await assistant.stop();
    await app.close();
  }
});

/** Every shipped form filled with its own examples, and printed: the median time of each, and its size. */
async function printed(): Promise<{ ms: number[]; bytes: number[] }> {
  const printer = createPrinter();
  const ms: number[] = [];
  const bytes: number[] = [];
  for (const form of readForms([shippedForms])) {
    const live = examplesOf(form);
    const own: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const begun = performance.now();
      const sheet = fillSheet({ form, live, code: 'BN-261122-0001-K7QX', today, foot: 'Bản nháp' });
      const { bytes: file } = await printer.pdf(sheet, AbortSignal.timeout(20_000));
      own.push(performance.now() - begun);
      if (round === 0) bytes.push(file.length);
    }
    ms.push(percentile(own, 0.5));
  }
  return { ms, bytes };
}

function examplesOf(form: Form): Answers {
  const given: Answers = {};
  const world = { today, places: readPlaces(), language: 'vi' as const };
  for (;;) {
    const question = nextQuestion(questionsOf(form, given, today), given);
    if (question === null) return liveAnswers(questionsOf(form, given, today), given);
    const reading = readValue(question, question.id.endsWith('.more') ? 'không' : question.example.vi, world);
    given[question.id] = reading.kind === 'good' ? reading.answer : { value: '', shown: '' };
  }
}
