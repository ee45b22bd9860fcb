import type pg from 'pg';
import { ownKey } from './keys.ts';
import { createSeal, type Seal } from './seal.ts';

/**
 * What keeps something from whoever reads the database. With a key of the operator's the database alone opens nothing; without one the
 * installation's own key is used, which stands in the database and still opens what it has sealed. Tokens are always of the own key: they stay.
 */
export async function sealFor(pool: pg.Pool, given: Buffer | null, purpose: string): Promise<Seal> {
  const own = createSeal(await ownKey(pool, 'seal'), purpose);
  if (given === null) return own;
  const sealed = createSeal(given, purpose);
  return { seal: sealed.seal, open: (text) => sealed.open(text) ?? own.open(text), token: own.token };
}
