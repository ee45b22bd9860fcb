import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TokenStore } from '../../connectors/dossiers/details.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createSourceTokens } from '../../knowledge/source-tokens.ts';
import { tokenStoreContract } from '../contracts/token-store.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the tokens of sources on $name', (kind) => {
  const database = useDatabase(kind);
  const clock = { now: Date.parse('2025-08-01T00:00:00Z') };
  const key = randomBytes(32);
  const store = (own = key): TokenStore =>
    createSourceTokens({ pool: database.pool, now: () => clock.now, seal: createSeal(own, 'source tokens'), pauseMs: 5 });
  const token = (value: string) => ({ value, expiresAt: clock.now + 100_000 });
  beforeEach(async () => {
    await database.pool.query('delete from source_tokens');
  });

  it.each(tokenStoreContract)('$title', async ({ check }) => check({ stores: [store(), store()], clock }));

  it('are renewed once by twenty replicas, each with many who wait', async () => {
    let renewals = 0;
    const renew = async () => {
      renewals += 1;
      await setTimeout(40);
      return token(`token ${renewals}`);
    };
    const replicas = Array.from({ length: 20 }, () => store());
    const all = replicas.flatMap((replica) => Array.from({ length: 5 }, () => replica.renewOnce('a', null, renew)));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['token 1']));
    expect(renewals).toBe(1);
  });

  it('are renewed by another replica when the one that had begun has died or failed', async () => {
    const [one, two] = [store(), store()];
    const begun = Promise.withResolvers<void>();
    const fails = one.renewOnce('a', null, async () => {
      begun.resolve();
      await setTimeout(20);
      throw new Error('away');
    });
    await begun.promise;
    const waits = two.renewOnce('a', null, async () => token('second'));
    await expect(fails).rejects.toThrow('away');
    expect(await waits).toBe('second');

    await database.pool.query(`update source_tokens set value = null, lease_owner = 'dead', lease_until = now() + interval '100 ms'`);
    expect(await one.renewOnce('a', null, async () => token('third'))).toBe('third');
  });

  it('are kept sealed: nobody reads them in the database, and one that cannot be opened is renewed', async () => {
    await store().renewOnce('a', null, async () => token('a token in plain'));
    const { rows } = await database.pool.query('select to_jsonb(source_tokens) as kept from source_tokens');
    expect(JSON.stringify(rows)).not.toContain('plain');
    const other = store(randomBytes(32));
    expect(await other.get('a')).toBeNull();
    expect(await other.renewOnce('a', null, async () => token('another'))).toBe('another');
    // As earlier versions kept them.
    await database.pool.query(`update source_tokens set value = 'in plain'`);
    expect(await store().get('a')).toBeNull();
    expect(await store().renewOnce('a', 'another', async () => token('third'))).toBe('third');
  });

  it('may be the same as before: some systems give the token that is still good once more', async () => {
    await store().renewOnce('a', null, async () => token('first'));
    expect(await store().renewOnce('a', 'first', async () => token('first'))).toBe('first');
  });
});
