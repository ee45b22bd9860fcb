import { randomUUID } from 'node:crypto';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Reply } from '../bot/types.ts';
import { createTerminal } from '../connectors/terminal.ts';
import { composeApp } from './compose.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';
import { show } from './show.ts';

await main(async () => {
  const config = readConfig();
  const app = await composeApp(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel));
  const terminal = createTerminal('terminal', (reply) => stdout.write(`\n${show(reply)}\n\n`));
  const assistant = app.assistantFor([terminal.channel]);
  assistant.start();
  app.notices.watch.start();
  const person = randomUUID();
  const lines = createInterface({ input: stdin, output: stdout, prompt: '› ' });
  stdout.write('Một Cửa. Gõ câu hỏi rồi Enter; Ctrl+D để thoát.\n');
  lines.prompt();
  for await (const text of lines) {
    const id = randomUUID();
    const replies: Promise<Reply[]> = terminal.repliesTo(id);
    await assistant.receive({ channel: 'terminal', id, person, text });
    for (const reply of await replies) stdout.write(`${show(reply)}\n\n`);
    lines.prompt();
  }
  await app.notices.watch.stop();
  await assistant.stop();
  await app.history.forget('terminal', person);
  await app.close();
  return 0;
});
