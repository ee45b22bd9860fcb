import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { OperatorError } from '../bot/errors.ts';

const folder = new URL('./migrations/', import.meta.url);
/** Any number that nothing else uses: replicas that start together migrate one after the other. */
const lockKey = 772_001;

/** Runs the migrations that this database has not seen, each in a transaction of its own. Throws `OperatorError` when it is newer than we are. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await connect(pool);
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    try {
      await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())');
      const { rows } = await client.query<{ name: string }>('select name from migrations');
      const done = new Set(rows.map((row) => row.name));
      const ours = readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .sort();
      const unknown = [...done].filter((name) => !ours.includes(name));
      if (unknown.length > 0) {
        throw new OperatorError(
          `The database was made by a newer version of Một Cửa (it has ${unknown.join(', ')}). Update the program first.`,
        );
      }
      for (const name of ours) if (!done.has(name)) await apply(client, name);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockKey]);
    }
  } finally {
    client.release();
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const reason = error instanceof Error && error.message !== '' ? error.message : 'no answer';
    throw new OperatorError(`The database does not answer: ${reason}. Check DATABASE_URL.`, { cause: error });
  }
}

async function apply(client: pg.PoolClient, name: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(readFileSync(new URL(name, folder), 'utf8'));
    await client.query('insert into migrations (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`Migration ${name} failed: ${reason}`, { cause: error });
  }
}
