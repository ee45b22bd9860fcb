import type { Logger } from 'pino';
import type { Calendar } from '../bot/calendar/calendar.ts';
import { addDays, vietnamDate } from '../bot/calendar/dates.ts';
import { type Database, openDatabase } from '../knowledge/database.ts';
import { seedDemonstration } from '../knowledge/demonstration.ts';
import { hasUsableSnapshot, indexPending, storeSnapshot } from '../knowledge/indexer.ts';
import { dropLeases, withLease } from '../knowledge/lease.ts';
import { type OpenLibrary, openLibrary } from '../knowledge/library.ts';
import { seedStarter } from '../knowledge/seed.ts';
import { officeCalendar } from './calendar.ts';
import type { Config } from './config.ts';

export type Knowledge = { database: Database; library: OpenLibrary; close(): Promise<void> };

/** The database up to date, the starter base in it, what waits indexed, and the library open. */
export async function openKnowledge(config: Config, log: Logger): Promise<Knowledge> {
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    onIdleError: (error) => log.error({ reason: error.name }, 'database connection lost'),
  });
  try {
    await prepare(database, config, log);
    const library = await openLibrary(database.pool, log);
    const close = async () => {
      library.close();
      await database.close();
    };
    return { database, library, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function prepare({ pool, embedded }: Database, config: Config, log: Logger): Promise<void> {
  if (embedded) await dropLeases(pool);
  const seeded = await seedStarter(pool);
  const now = new Date();
  const calendar = officeCalendar(config.dataDir);
  await seedDemonstration({ pool, on: config.demo, now, workingDay: (count) => workingDay(vietnamDate(now), count, calendar) });
  const { rows } = await pool.query<{ pending: boolean }>(
    'select exists (select from procedures where indexed_version < version) as pending',
  );
  if (!seeded && rows[0]?.pending !== true && (await hasUsableSnapshot(pool))) return;
  const busy = await withLease(pool, 'import', async () => {
    const indexed = await indexPending(pool);
    await storeSnapshot(pool);
    log.info({ indexed }, 'knowledge base indexed');
    return false;
  }).catch((error: unknown) => {
    // Another replica or an import does it already: its snapshot reaches us when it is done.
    if (error instanceof Error && error.name === 'OperatorError') return true;
    throw error;
  });
  if (busy) log.info('another process is indexing the knowledge base');
}

/** So many working days from a day, before it when negative; 0 is the day itself or, when it is off, the last working day before it. */
export function workingDay(date: string, count: number, calendar: Calendar): string {
  let day = date;
  while (!calendar.isWorking(day)) day = addDays(day, -1);
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, Math.sign(count));
    if (calendar.isWorking(day)) left -= 1;
  }
  return day;
}
