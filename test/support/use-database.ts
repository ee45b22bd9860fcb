import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../knowledge/database.ts';
import { type Kind, open, type Place } from './databases.ts';

/** The database of the suite in which this is called. A getter each: they are there once the tests run. */
export type InUse = { readonly pool: pg.Pool; readonly place: Place };

/** Opens a database of its own for a whole suite and throws it away after. */
export function useDatabase(kind: Kind): InUse {
  let place: Place | null = null;
  let database: Database | null = null;
  beforeAll(async () => {
    place = await kind.make();
    database = await open(place);
  });
  afterAll(async () => {
    await database?.close();
    await place?.drop();
  });
  return {
    get pool() {
      return there(database).pool;
    },
    get place() {
      return there(place);
    },
  };
}

function there<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Error('the database is there only while the tests run');
  return thing;
}
