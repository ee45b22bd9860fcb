import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { Seal } from './seal.ts';

type Token = { value: string; expiresAt: number };
type Renew = () => Promise<Token>;

export type SourceTokensOptions = {
  pool: pg.Pool;
  /** Milliseconds since 1970, the clock that tokens expire by. */
  now: () => number;
  /** What they are kept with. A token sealed with another key is as good as none: it is renewed. */
  seal: Pick<Seal, 'seal' | 'open'>;
  pauseMs?: number;
};

/** The tokens of dossier sources in our own database, as the sources want them kept. */
export type SourceTokens = {
  get(source: string): Promise<string | null>;
  renewOnce(source: string, stale: string | null, renew: Renew): Promise<string>;
};

/** A token is given up this long before its end, so that none expires on its way. */
const marginMs = 30_000;
/** Longer than any sign-in takes; a lease that a dead process left runs out by then. */
const leaseSeconds = 20;

/** One renewal for all replicas: whoever has the lease of the source signs in, the others wait for what comes of it. */
export function createSourceTokens({ pool, now, seal, pauseMs = 50 }: SourceTokensOptions): SourceTokens {
  const underWay = new Map<string, Promise<string>>();

  /** A token that ends after this is good. */
  const usableUntil = () => new Date(now() + marginMs).toISOString();

  /** As it is kept, and opened where it is good. */
  async function read(source: string): Promise<{ kept: string | null; token: string | null }> {
    const sql = 'select value as kept, expires_at > $2 as good from source_tokens where source = $1';
    const { rows } = await pool.query<{ kept: string | null; good: boolean | null }>(sql, [source, usableUntil()]);
    const { kept = null, good = false } = rows[0] ?? {};
    return { kept, token: kept !== null && good === true ? seal.open(kept) : null };
  }

  async function renewed(source: string, stale: string | null, renew: Renew): Promise<string> {
    const owner = randomUUID();
    for (;;) {
      const { kept, token } = await read(source);
      if (token !== null && token !== stale) return token;
      const { rowCount } = await pool.query(claim, [source, owner, leaseSeconds, kept]);
      if (rowCount === 1) return signedIn(source, owner, renew);
      await setTimeout(pauseMs);
    }
  }

  async function signedIn(source: string, owner: string, renew: Renew): Promise<string> {
    try {
      const { value, expiresAt } = await renew();
      await pool.query('update source_tokens set value = $3, expires_at = $4 where source = $1 and lease_owner = $2', [
        source,
        owner,
        seal.seal(value),
        new Date(expiresAt).toISOString(),
      ]);
      return value;
    } finally {
      await pool.query('update source_tokens set lease_owner = null, lease_until = null where source = $1 and lease_owner = $2', [
        source,
        owner,
      ]);
    }
  }

  return {
    get: async (source) => (await read(source)).token,
    renewOnce: async (source, stale, renew) => {
      const { token } = await read(source);
      if (token !== null && token !== stale) return token;
      const waiting = underWay.get(source) ?? renewed(source, stale, renew).finally(() => underWay.delete(source));
      underWay.set(source, waiting);
      return waiting;
    },
  };
}

// Taken only where what is kept is still what was found wanting: who comes late finds the new one instead.
const claim = `
  insert into source_tokens (source, lease_owner, lease_until) values ($1, $2, now() + make_interval(secs => $3))
  on conflict (source) do update set lease_owner = excluded.lease_owner, lease_until = excluded.lease_until
    where (source_tokens.lease_until is null or source_tokens.lease_until < now())
      and source_tokens.value is not distinct from $4`;
