import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { deskCommands } from './desk/commands.ts';
import { readRequest } from './desk/request.ts';
import { runErrand } from './errands/hand-over.ts';
import { main } from './main.ts';

const usage = `npm run desk                          what citizens left for staff: unanswered questions, wishes for a person
npm run desk -- --close N             marks note N as dealt with
npm run desk -- petitions [--all]     the petitions that are open, or all of them
npm run desk -- show CODE             one petition with its contact and the replies so far
npm run desk -- reply CODE "text"     answers it: the citizen is told once, and the code shows it
npm run desk -- close CODE            ends it and tells the citizen
npm run desk -- ratings [--month YYYY-MM]   per agency: number, mean, spread, words

A running server on the embedded database does what it is asked here; it need not be stopped.`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { close: { type: 'string' }, all: { type: 'boolean' }, month: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const request = values.help === true ? null : readRequest(positionals, values);
  if (request === null) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const config = readConfig();
  return runErrand({ config, program: 'desk', request, on: (pool) => deskCommands({ config, pool }) });
});
