import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type AppointmentsRequest, appointmentCommands } from './appointments/commands.ts';
import { readConfig } from './config.ts';
import { runErrand } from './errands/hand-over.ts';
import { main } from './main.ts';

const usage = `npm run appointments -- import FILE.json       the counters where one comes by appointment: a JSON list (see README). It replaces
                                              the list before: a counter that is not in it takes no new appointments
npm run appointments -- list [--day YYYY-MM-DD]
                                              the appointments to come, or those of one day: counter, time, number, code, draft
npm run appointments -- cancel CODE [--why "text"]
                                              cancels one; its citizen is told

A running server on the embedded database does what it is asked here; it need not be stopped.`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { day: { type: 'string' }, why: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const request = values.help === true ? null : requestOf(positionals, values);
  if (request === null) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const config = readConfig();
  return runErrand({ config, program: 'appointments', request, on: (pool) => appointmentCommands({ pool, now: () => new Date() }) });
});

function requestOf([command, first, ...more]: string[], { day, why }: { day?: string; why?: string }): AppointmentsRequest | null {
  if (more.length > 0) return null;
  if (command === 'list' && first === undefined) return { kind: 'list', day: day ?? null };
  if (first === undefined) return null;
  if (command === 'import') return { kind: 'import', file: resolve(first) };
  return command === 'cancel' ? { kind: 'cancel', code: first.toUpperCase(), why: why ?? '' } : null;
}
