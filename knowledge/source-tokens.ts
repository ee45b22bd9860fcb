import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';

type Token = { value: string; expiresAt: number };
type Renew = () => Promise<Token>;

export type SourceTokensOptions = {
  pool: pg.Pool;
  /** Milliseconds since 1970, the clock that tokens expire by. */
  now: () => number;
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
export function createSourceTokens({ pool, now, pauseMs = 50 }: SourceTokensOptions): SourceTokens {
  const underWay = new Map<string, Promise<string>>();

  /** A token that ends after this is good. */
  const usableUntil = () => new Date(now() + marginMs).toISOString();

  async function get(source: string): Promise<string | null> {
    const sql = 'select value from source_tokens where source = $1 and expires_at > $2';
    const { rows } = await pool.query<{ value: string | null }>(sql, [source, usableUntil()]);
    return rows[0]?.value ?? null;
  }

  async function renewed(source: string, stale: string | null, renew: Renew): Promise<string> {
    const owner = randomUUID();
    for (;;) {
      const kept = await get(source);
      if (kept !== null && kept !== stale) return kept;
      const { rowCount } = await pool.query(claim, [source, owner, leaseSeconds, stale, usableUntil()]);
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
        value,
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
    get,
    renewOnce: async (source, stale, renew) => {
      const kept = await get(source);
      if (kept !== null && kept !== stale) return kept;
      const waiting = underWay.get(source) ?? renewed(source, stale, renew).finally(() => underWay.delete(source));
      underWay.set(source, waiting);
      return waiting;
    },
  };
}

// Taken only where the token is still the one to be renewed: who comes late finds the new one instead.
const claim = `
  insert into source_tokens (source, lease_owner, lease_until) values ($1, $2, now() + make_interval(secs => $3))
  on conflict (source) do update set lease_owner = excluded.lease_owner, lease_until = excluded.lease_until
    where (source_tokens.lease_until is null or source_tokens.lease_until < now())
      and (source_tokens.value is null or source_tokens.value = $4 or source_tokens.expires_at <= $5)`;
