import type pg from 'pg';
import { ownKey } from './keys.ts';
import { createSeal, type Seal } from './seal.ts';

/**
 * What keeps the contacts of petitions, and tells who was asked for a rating. With a key of the operator's the database alone opens no contact;
 * without one the installation's own key in the database is used. Who was asked is always told by the own key, so that a new key asks nobody twice.
 */
export async function petitionSeal(pool: pg.Pool, given: Buffer | null): Promise<Seal> {
  const own = createSeal(await ownKey(pool, 'seal'), 'petitions');
  if (given === null) return own;
  const sealed = createSeal(given, 'petitions');
  return { seal: sealed.seal, open: (text) => sealed.open(text) ?? own.open(text), token: own.token };
}
