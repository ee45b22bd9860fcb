import { readdirSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { type Database, openDatabase } from '../../knowledge/database.ts';
import { openEmbedded } from '../../knowledge/embedded.ts';
import { type Kind, kinds, open, type Place } from '../support/databases.ts';

const ours = readdirSync(new URL('../../knowledge/migrations/', import.meta.url)).sort();

describe.each(kinds)('migrations on $name', (kind) => {
  it('run once: the next start finds them done and everything where it was', async () => {
    const place = await placeOf(kind);
    const first = await open(place);
    const { rows } = await first.pool.query<{ name: string; at: Date }>('select name, at from migrations order by name');
    expect(rows.map((row) => row.name)).toEqual(ours);
    await first.pool.query(`insert into faqs (id, body) values ('faq-kept', '{}')`);
    await first.close();
    const second = await open(place);
    expect((await second.pool.query('select name, at from migrations order by name')).rows).toEqual(rows);
    expect((await second.pool.query('select id from faqs')).rows).toEqual([{ id: 'faq-kept' }]);
    await second.close();
  });

  it('leave a database alone that a newer version made, and say so', async () => {
    const place = await placeOf(kind);
    const first = await open(place);
    await first.pool.query(`insert into migrations (name) values ('999-of-tomorrow.sql')`);
    await first.close();
    const refused = open(place);
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(/newer version of Một Cửa \(it has 999-of-tomorrow\.sql\)/);
    // Refused again, in the same words: the first refusal left nothing locked.
    await expect(open(place)).rejects.toThrow('999-of-tomorrow.sql');
  });

  it('say what failed, write nothing of it and are tried again at the next start', async () => {
    const place = await placeOf(kind);
    const first = await open(place);
    const { rows } = await first.pool.query(
      `select string_agg(format('drop table %I cascade', tablename), '; ') as sql from pg_tables where schemaname = 'public'`,
    );
    await first.pool.query(rows[0].sql);
    await first.pool.query('create table dossiers (somebody_elses text)');
    await first.close();
    const refused = open(place);
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(/^Migration 001-.*dossiers/);
    const bare = await openBare(place);
    const { rows: left } = await bare.pool.query(`select tablename from pg_tables where schemaname = 'public' order by tablename`);
    expect(left.map((row) => row.tablename)).toEqual(['dossiers', 'migrations']);
    await bare.pool.query('drop table dossiers');
    await bare.close();
    await (await open(place)).close();
  });
});

describe.each(kinds.filter(({ name }) => name === 'PostgreSQL'))('migrations on $name, several replicas', (kind) => {
  it('run once when replicas start on an empty database at the same time', async () => {
    const place = await placeOf(kind);
    const replicas = await Promise.all([open(place), open(place), open(place), open(place)]);
    for (const replica of replicas) {
      const { rows } = await replica.pool.query<{ name: string }>('select name from migrations order by name');
      expect(rows.map((row) => row.name)).toEqual(ours);
      await replica.close();
    }
  });
});

describe('a database server that does not answer', () => {
  it('is told in a sentence that names the setting and shows no password', async () => {
    const refused = openDatabase({ url: 'postgres://someone:s3cret@127.0.0.1:1/none', dataDir: '/nowhere', onIdleError: () => {} });
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(/does not answer.*Check DATABASE_URL/s);
    await expect(refused).rejects.not.toThrow(/s3cret/);
  });
});

/** The database as it is, without our migrations. */
async function openBare(place: Place): Promise<Pick<Database, 'pool' | 'close'>> {
  if (place.url === null) return openEmbedded(place.dataDir);
  const pool = new pg.Pool({ connectionString: place.url });
  return { pool, close: () => pool.end() };
}

async function placeOf(kind: Kind): Promise<Place> {
  const place = await kind.make();
  onTestFinished(() => place.drop());
  return place;
}
