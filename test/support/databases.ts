import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../knowledge/database.ts';

/** Where a suite may run: the settings of a database of its own, and how to throw it away. */
export type Place = { url: string | null; dataDir: string; drop(): Promise<void> };
export type Kind = { name: 'PGlite' | 'PostgreSQL'; make(): Promise<Place> };

const server = process.env.TEST_DATABASE_URL;

/** Every database suite runs on each of these: PGlite always, PostgreSQL where TEST_DATABASE_URL names a server we may create databases on. */
export const kinds: Kind[] = [
  { name: 'PGlite', make: async () => embeddedPlace() },
  ...(server === undefined || server === '' ? [] : [{ name: 'PostgreSQL' as const, make: () => serverPlace(server) }]),
];

/** A new data folder with an empty, migrated database; or with what another place holds, which is closed. */
export function embeddedPlace(from: string = inject('template')): Place {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  const dataDir = join(folder, 'data');
  cpSync(from, dataDir, { recursive: true });
  return { url: null, dataDir, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

export function open(place: Place): Promise<Database> {
  return openDatabase({ url: place.url, dataDir: place.dataDir, onIdleError: () => {} });
}

async function serverPlace(url: string): Promise<Place> {
  const name = `motcua_test_${randomUUID().replaceAll('-', '')}`;
  await run(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'motcua-test-'));
  return {
    url: own.href,
    dataDir: folder,
    drop: async () => {
      await run(url, `drop database ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
