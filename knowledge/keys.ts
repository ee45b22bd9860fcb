import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/** The key of this installation by that name, 32 random bytes, the same for all replicas; made the first time that it is asked for. */
export async function ownKey(pool: pg.Pool, name: string): Promise<Buffer> {
  await pool.query('insert into own_keys (name, key) values ($1, $2) on conflict do nothing', [name, randomBytes(32)]);
  const { rows } = await pool.query<{ key: Buffer }>('select key from own_keys where name = $1', [name]);
  if (rows[0] === undefined) throw new Error('the key was not kept');
  return rows[0].key;
}
