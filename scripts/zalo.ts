import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { runErrand } from './errands/hand-over.ts';
import { main } from './main.ts';
import { type ZaloRequest, zaloCommands } from './zalo/commands.ts';

const usage = `npm run zalo -- status            consent, token, last event, what was given up, what somebody must see to (exits 1 then)
npm run zalo -- login             begins the consent: shows the address that the account's administrator opens, and asks for the
                                  one to which the browser was led back (a running server with PUBLIC_URL finishes it by itself)
npm run zalo -- login ADDRESS     finishes it with that address

A running server on the embedded database does what it is asked here; it need not be stopped.`;

const steps = `1. Open this address in a browser, signed in to Zalo as an administrator of the Official Account, within an hour.
2. Choose the account and agree. The browser is then led back to ZALO_REDIRECT_URL (or PUBLIC_URL/zalo/consent).
3. A running server has finished it when that page says so. Otherwise copy the whole address of that page, even if it shows an
   error, and give it within ten minutes: npm run zalo -- login 'ADDRESS'`;

await main(async () => {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  const [command, address, ...more] = positionals;
  const config = readConfig();
  const run = (request: ZaloRequest) => runErrand({ config, program: 'zalo', request, on: (pool) => zaloCommands({ config, pool }) });
  if (values.help !== true && more.length === 0) {
    if (command === 'status' && address === undefined) return run({ kind: 'status' });
    if (command === 'login' && address !== undefined) return run({ kind: 'finish', address });
    if (command === 'login') {
      const status = await run({ kind: 'begin' });
      if (status !== 0) return status;
      process.stdout.write(`\n${steps}\n`);
      const given = process.stdin.isTTY ? await asked() : null;
      if (given === null) return 0;
      return run(given === '' ? { kind: 'status' } : { kind: 'finish', address: given });
    }
  }
  process.stdout.write(`${usage}\n`);
  return values.help === true ? 0 : 2;
});

async function asked(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question('Address (Enter alone where the page says that it is done): ')).trim();
  } finally {
    lines.close();
  }
}
