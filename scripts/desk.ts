import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { deskCommands } from './desk/commands.ts';
import { readRequest } from './desk/request.ts';
import { runErrand } from './errands/hand-over.ts';
import { main } from './main.ts';

const usage = `npm run desk                          what citizens left for staff: unanswered questions, wishes for a person
npm run desk -- --close N             marks note N as dealt with
npm run desk -- petitions [--all]     the petitions that are open, or all of them
npm run desk -- show CODE [--full] [--as NAME]
                                      one petition with its contact and the replies so far, personal numbers in it masked;
                                      --full shows them, too, and keeps who has read them and when: --as, else who is logged in
npm run desk -- files CODE [--to FOLDER]   saves the pictures and files that were sent with it, as CODE-1.jpg and so on
npm run desk -- reply CODE "text"     answers it: the citizen is told once, and the code shows it
npm run desk -- close CODE            ends it and tells the citizen
npm run desk -- cases                 the filings on their way, without what was answered
npm run desk -- case CODE [--as NAME] one filing with its answers, for who takes it over; who has read it is kept
npm run desk -- ratings [--month YYYY-MM]   per agency: number, mean, spread, words
npm run desk -- calls [DAYS]          what calls came to in 7 days, or in so many, and the newest ones
npm run desk -- call-backs            who wants to be called back, and when
npm run desk -- call-backs show N [--as NAME]   one of them with its whole number; who has read it is kept
npm run desk -- call-backs done N     they were talked to; missed N: nobody answered, after the third time it is closed
npm run desk -- recording N [--to FILE] [--as NAME]   saves what was recorded of call N as call-N.wav; who hears it is kept

A running server on the embedded database does what it is asked here; it need not be stopped.`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      close: { type: 'string' },
      all: { type: 'boolean' },
      month: { type: 'string' },
      full: { type: 'boolean' },
      as: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const request = values.help === true ? null : readRequest(positionals, { ...values, by: values.as ?? login() });
  if (request === null) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const config = readConfig();
  return runErrand({ config, program: 'desk', request, on: (pool) => deskCommands({ config, pool }) });
});

/** Who is logged in at this machine; empty where the system does not know. */
function login(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a container's user without a name: --as says it
  }
}
