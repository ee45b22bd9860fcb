import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../bot/errors.ts';
import type { WatchLimit } from '../../bot/ports.ts';
import { createWatch } from '../../bot/watch.ts';
import { createHttpSource } from '../../connectors/dossiers/http-source.ts';
import { rememberFound } from '../../connectors/dossiers/look-up.ts';
import { readMapping } from '../../connectors/dossiers/read-mapping.ts';
import { type Database, openDatabase } from '../../knowledge/database.ts';
import { createLastKnown } from '../../knowledge/last-known.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { readCalendar } from '../calendar.ts';
import { createLog } from '../log.ts';
import { main } from '../main.ts';
import { start } from './process.ts';

const usage = `node scripts/bench/sweep.ts [COUNT]

One sweep over COUNT followed dossiers (100,000 by itself), each followed by one person, two in a hundred moved; the source over HTTP in a process
of its own, without a limit. On PGlite in a folder of its own, or with BENCH_DATABASE_URL on an empty PostgreSQL. Prints one line of JSON.`;

await main(async () => {
  const count = Number(process.argv[2] ?? 100_000);
  if (!Number.isSafeInteger(count) || count < 100) throw new OperatorError(usage);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-sweep-'));
  const stopping = new AbortController();
  const source = await start({ program: 'bench/sweep-source.ts', signal: stopping.signal }, /listening on (\d+)/);
  const database = await openDatabase({
    url: process.env.BENCH_DATABASE_URL ?? null,
    dataDir: join(folder, 'data'),
    onIdleError: () => {},
  });
  try {
    await seed(database, count);
    process.stdout.write(`${JSON.stringify({ count, ...(await sweep(database, `http://127.0.0.1:${source.told}`)) })}\n`);
    return 0;
  } finally {
    await database.close();
    await source.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function sweep({ pool }: Database, baseUrl: string) {
  const mapping = readMapping({ like: 'igate-v1', name: 'tinh', agencies: ['H40'], baseUrl });
  const tokens = { get: async () => null, renewOnce: () => Promise.reject(new Error('there is no sign-in')) };
  const limit: WatchLimit = { name: 'tinh', everyMs: 3_600_000, perSecond: null, together: 20 };
  const list = createWatchList({ pool });
  await list.prepare([limit]);
  const log = createLog('warn');
  const lastKnown = createLastKnown({ pool, mask: (text) => text });
  const watch = createWatch({
    list,
    source: rememberFound({ source: createHttpSource({ mapping, secrets: {}, tokens, now: Date.now }), lastKnown, log }),
    limits: [limit],
    calendar: readCalendar(),
    now: () => new Date(),
    log,
    replica: 'bench',
  });
  // Resident memory after each collection of the heap would flatter: it is looked at as it is.
  const resident: number[] = [];
  const timer = setInterval(() => resident.push(process.memoryUsage.rss() / 1e6), 250);
  const begun = performance.now();
  const before = process.cpuUsage();
  const swept = await watch.sweep();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(timer);
  const share = (from: number, to: number) =>
    Math.max(...resident.slice(Math.floor(resident.length * from), Math.ceil(resident.length * to)));
  return {
    ...swept,
    seconds: rounded(seconds),
    cpuSeconds: rounded((user + system) / 1e6),
    megabytes: { firstQuarter: rounded(share(0, 0.25)), lastQuarter: rounded(share(0.75, 1)), peak: rounded(Math.max(...resident)) },
  };
}

/** Everything that a sweep meets: a conversation, a followed dossier and a subscription each. */
async function seed({ pool }: Database, count: number): Promise<void> {
  await pool.query(`insert into conversations (channel, person) select 'web', 'bench ' || n from generate_series(1, $1) as n`, [count]);
  await pool.query(
    `insert into watched_dossiers (code, source, status, status_text)
     select 'H40.23-251101-' || lpad(n::text, 7, '0'), 'tinh', 4, 'Đang xử lý' from generate_series(1, $1) as n`,
    [count],
  );
  await pool.query(
    `insert into subscriptions (code, conversation_id, asked_in, language)
     select 'H40.23-251101-' || lpad(substr(person, 7), 7, '0'), id, id, 'vi' from conversations where person like 'bench %'`,
  );
  await pool.query('analyze');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
