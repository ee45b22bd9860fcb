import type { Logger } from 'pino';
import { type Database, openDatabase } from '../knowledge/database.ts';
import { hasUsableSnapshot, indexPending, storeSnapshot } from '../knowledge/indexer.ts';
import { dropLeases, withLease } from '../knowledge/lease.ts';
import { type OpenLibrary, openLibrary } from '../knowledge/library.ts';
import { seedDemonstration, seedStarter } from '../knowledge/seed.ts';
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
  await seedDemonstration(pool, config.demo, new Date());
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
