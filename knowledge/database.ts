import pg from 'pg';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

// Ids and counts as numbers (below 2^53 for good), dates as `YYYY-MM-DD`: no time zone can move them.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** An open database. `embedded` is true on PGlite: one process, one connection. */
export type Database = { pool: pg.Pool; embedded: boolean; close(): Promise<void> };

export type DatabaseOptions = {
  /** `postgres://…`; null means the embedded database in `dataDir`. */
  url: string | null;
  dataDir: string;
  /** Called when an idle connection breaks; the pool opens a new one by itself. */
  onIdleError(error: Error): void;
};

/**
 * Opens PostgreSQL or the embedded database and brings its tables up to date.
 * Throws `OperatorError` with a sentence for the operator when that cannot be done.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const database = options.url === null ? await openEmbedded(options.dataDir) : openServer(options.url);
  database.pool.on('error', options.onIdleError);
  try {
    await migrate(database.pool);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function openServer(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
    keepAlive: true,
    application_name: 'motcua',
  });
  // A connection that is cut while it is lent out fails its borrower's query; nobody listening, it would end the process besides.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, embedded: false, close: () => pool.end() };
}
