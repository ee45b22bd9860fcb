import { setTimeout as wait } from 'node:timers/promises';
import { emptyMemory } from '../../bot/memory.ts';
import type { DossierSource } from '../../bot/ports.ts';
import { createRegister } from '../../knowledge/dossiers.ts';
import { composeApp } from '../compose.ts';
import { readConfig } from '../config.ts';
import { percentile } from '../evaluate/tally.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';

const turns = 600;
const warmUp = 100;
const sourceMs = 20;
const code = 'H40.23.08-250715-0012';

// Run by `bench.ts`: status replies over a source of 20 ms, with everything around them but the web and the record; prints one line of JSON. Their own time is
// what is left without the source's.
await main(async () => {
  const config = readConfig();
  const spent = { ms: 0 };
  const source: DossierSource = {
    find: async (_, signal) => {
      const begun = performance.now();
      await wait(sourceMs, undefined, { signal });
      const found = await register.find(code, signal);
      spent.ms = performance.now() - begun;
      return found;
    },
  };
  const app = await composeApp(config, createLog('warn'), { dossiers: source });
  const register = createRegister(app.knowledge.database.pool);
  const own: number[] = [];
  try {
    for (let at = 0; at < turns + warmUp; at += 1) {
      const message = { channel: 'bench', id: `status-${at}`, person: `person-${at}`, network: `network-${at}`, text: code };
      const begun = performance.now();
      const { replies } = await app.dialog(message, emptyMemory, AbortSignal.timeout(10_000));
      const ms = performance.now() - begun - spent.ms;
      if (replies[0]?.kind !== 'status') throw new Error(`no status but ${replies[0]?.kind}`);
      if (at >= warmUp) own.push(ms);
    }
    process.stdout.write(`${JSON.stringify({ n: own.length, p50: percentile(own, 0.5), p99: percentile(own, 0.99) })}\n`);
    return 0;
  } finally {
    await app.close();
  }
});
