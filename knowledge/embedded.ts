import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { FolderInUse, OperatorError } from '../bot/errors.ts';
import type { Database } from './database.ts';
import { startPglite } from './pglite.ts';

const layout = 'motcua-data 1';

/** The embedded database in `dataDir`, for this process alone. Throws `OperatorError` when the folder is another's, newer, full or in use. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const unlock = claim(dataDir);
  try {
    const folder = join(realpathSync(dataDir), 'pg');
    if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(folder);
    const pglite = await startPglite(folder);
    const pool = keepingItsClient(new pg.Pool(poolConfig(pglite)));
    const close = async () => {
      // A failed query leaves a message on its way: closing under it breaks the engine.
      await pool.query('select 1');
      await pool.end();
      await pglite.close();
      unlock();
    };
    return { pool, embedded: true, close };
  } catch (error) {
    unlock();
    throw new OperatorError(`The embedded database in ${dataDir} could not be opened: ${reasonOf(error)}`, { cause: error });
  }
}

/** The first start runs PostgreSQL's initdb, which takes half a gigabyte for good: a process of its own gives it back. */
function makeCluster(folder: string): void {
  const program = fileURLToPath(new URL('./make-cluster.ts', import.meta.url));
  // Compiled once and run once: the optimising compiler would only cost memory.
  const made = spawnSync(process.execPath, ['--liftoff-only', program, folder], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? 'initdb failed');
}

/** Marks the folder as ours and locks it. The lock is SQLite's, which the system releases however the process ends. */
function claim(dataDir: string): () => void {
  const marker = join(dataDir, 'motcua.json');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(marker)) {
      // An agency may lay its calendar there before the first start.
      const strangers = readdirSync(dataDir).filter((name) => !name.startsWith('motcua.') && name !== 'calendar');
      if (strangers.length > 0)
        throw new OperatorError(`${dataDir} holds files that are not ours (${strangers[0]}, …). Set DATA_DIR to an empty folder.`);
    }
  } catch (error) {
    throw asOperatorError(error, dataDir);
  }
  const unlock = lock(dataDir);
  try {
    if (!existsSync(marker)) writeFileSync(marker, `${JSON.stringify({ layout })}\n`);
    else checkLayout(readFileSync(marker, 'utf8'), dataDir);
  } catch (error) {
    unlock();
    throw asOperatorError(error, dataDir);
  }
  return unlock;
}

function lock(dataDir: string): () => void {
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(join(dataDir, 'motcua.lock'));
    file.exec('pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive');
    const held = file;
    return () => held.close();
  } catch (error) {
    file?.close();
    if (reasonOf(error).includes('locked')) {
      throw new FolderInUse(
        `${dataDir} is in use by another Một Cửa process. Stop it first, or set DATABASE_URL to share one PostgreSQL between several.`,
      );
    }
    throw asOperatorError(error, dataDir);
  }
}

function checkLayout(text: string, dataDir: string): void {
  if (text.includes(`"${layout}"`)) return;
  throw new OperatorError(
    `${dataDir} was made by another version of Một Cửa (${text.trim().slice(0, 80)}). Use that version, or another DATA_DIR.`,
  );
}

function asOperatorError(error: unknown, dataDir: string): OperatorError {
  if (error instanceof OperatorError) return error;
  return new OperatorError(`The data folder ${dataDir} cannot be used: ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * After a failed query a pool throws its client away at once. On the one connection that there is, the next client would read what is left
 * of the last one's answers: so the client is given back, and waits for the end of the answers itself.
 */
function keepingItsClient(pool: pg.Pool): pg.Pool {
  const query = async (text: string, values?: unknown[]) => {
    const client = await pool.connect();
    try {
      return await client.query(text, values);
    } finally {
      client.release();
    }
  };
  return Object.assign(pool, { query });
}

// node-postgres types its `connection` as a socket; PGlite brings one that speaks the same protocol in memory.
function poolConfig(pglite: PGlite): pg.PoolConfig {
  return createPgConfig(pglite) as unknown as pg.PoolConfig;
}
