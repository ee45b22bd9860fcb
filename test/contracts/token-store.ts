import { expect } from 'vitest';
import type { Token, TokenStore } from '../../connectors/dossiers/details.ts';

/** `stores` are two views of one store, as two replicas have them. */
export type TokenWorld = { stores: [TokenStore, TokenStore]; clock: { now: number } };
type Promised = { title: string; check(world: TokenWorld): Promise<void> };

/** What every TokenStore promises. */
export const tokenStoreContract: Promised[] = [
  {
    title: 'keeps a token for all until shortly before its end, each source its own',
    check: async ({ stores: [one, two], clock }) => {
      expect(await one.get('a')).toBeNull();
      expect(await one.renewOnce('a', null, async () => token('first', clock.now + 100_000))).toBe('first');
      expect(await two.get('a')).toBe('first');
      expect(await two.get('b')).toBeNull();
      clock.now += 99_000;
      expect(await two.get('a')).toBeNull();
    },
  },
  {
    title: 'renews once however many ask at once',
    check: async ({ stores: [one, two], clock }) => {
      let renewals = 0;
      const { promise, resolve } = Promise.withResolvers<void>();
      const renew = async () => {
        renewals += 1;
        await promise;
        return token(`token ${renewals}`, clock.now + 100_000);
      };
      const all = [one, two, one, two].map((store) => store.renewOnce('a', null, renew));
      resolve();
      expect(await Promise.all(all)).toEqual(Array(4).fill('token 1'));
      expect(renewals).toBe(1);
    },
  },
  {
    title: 'gives a renewed token to whoever still has the stale one, and renews the one that is stale',
    check: async ({ stores: [one, two], clock }) => {
      const renew = (value: string) => async () => token(value, clock.now + 100_000);
      await one.renewOnce('a', null, renew('first'));
      expect(await one.renewOnce('a', 'first', renew('second'))).toBe('second');
      expect(await two.renewOnce('a', 'first', renew('third'))).toBe('second');
      expect(await two.renewOnce('a', 'second', renew('third'))).toBe('third');
    },
  },
  {
    title: 'hands a failed renewal to those who wait, and tries again for the next',
    check: async ({ stores: [one], clock }) => {
      const fails = async () => {
        throw new Error('away');
      };
      await expect(one.renewOnce('a', null, fails)).rejects.toThrow('away');
      expect(await one.renewOnce('a', null, async () => token('first', clock.now + 100_000))).toBe('first');
    },
  },
];

function token(value: string, expiresAt: number): Token {
  return { value, expiresAt };
}
