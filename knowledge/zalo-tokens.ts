import type pg from 'pg';
import { z } from 'zod';
import type { Seal } from './seal.ts';

/** Two tokens, and for how many seconds the first is good. `account`: whose they are. */
export type Pair = { access: string; refresh: string; seconds: number; account: string };

/**
 * The pair as it is kept. `isGood`: the access token lasts a minute yet; `isDue`: four fifths of its life are over; `isHeld`: somebody refreshes it now;
 * `mayTry`: a refresh may be tried; `consentSince` (ISO 8601): a refresh was refused, `mayTry` says whether it is tried once more.
 */
export type Kept = Omit<Pair, 'seconds'> & {
  version: number;
  isGood: boolean;
  isDue: boolean;
  isHeld: boolean;
  mayTry: boolean;
  refusals: number;
  consentSince: string | null;
  obtainedAt: string;
  expiresAt: string;
};

export type ZaloTokensOptions = {
  pool: pg.Pool;
  app: string;
  seal: Seal;
  /** Longer than a refresh takes: a lease that a dead process left runs out by then. */
  leaseSeconds?: number;
  /** What is waited after a refresh of which nobody knows what became, and after each that was refused. */
  againSeconds?: number[];
};

/** The tokens of the account, for all replicas. One of them refreshes at a time, and each refresh token once. */
export type ZaloTokens = {
  /** Null where there are none that can be opened. */
  read(): Promise<Kept | null>;
  /** The lease, where this version is still the one that is kept and may be tried. */
  claim(version: number, owner: string): Promise<boolean>;
  /** Written down before the platform is asked: what becomes of the refresh is not known until `keep` or `refused`. False: the lease was lost. */
  begin(owner: string): Promise<boolean>;
  /** Both tokens at once, in the place of this version (0: of none). False: something else stands there by now. */
  keep(version: number, pair: Pair): Promise<boolean>;
  /** The platform has refused this version. */
  refused(version: number): Promise<void>;
  release(owner: string): Promise<void>;
  /** Keeps what a consent needs for an hour, by its state. */
  beginConsent(state: string, verifier: string): Promise<void>;
  /** Its verifier, once. */
  takeConsent(state: string): Promise<string | null>;
};

const sealedSchema = z.object({ access: z.string(), refresh: z.string() });

export function createZaloTokens({ pool, app, seal, leaseSeconds = 60, againSeconds = [60, 300] }: ZaloTokensOptions): ZaloTokens {
  const [unclear = 60] = againSeconds;
  const touched = async (sql: string, values: unknown[]) => ((await pool.query(sql, values)).rowCount ?? 0) > 0;
  return {
    read: async () => {
      const { rows } = await pool.query<Row>(readPair, [app]);
      const [row] = rows;
      const pair = row === undefined ? null : opened(seal.open(row.pair));
      if (row === undefined || pair === null) return null;
      const { pair: _, obtained, expires, consent, ...kept } = row;
      return {
        ...kept,
        ...pair,
        obtainedAt: obtained.toISOString(),
        expiresAt: expires.toISOString(),
        consentSince: consent?.toISOString() ?? null,
      };
    },
    claim: (version, owner) => touched(claimPair, [app, version, owner, leaseSeconds]),
    begin: (owner) =>
      touched(
        `update zalo_tokens set again_at = now() + make_interval(secs => $3) where app = $1 and lease_owner = $2 and lease_until > now()`,
        [app, owner, unclear],
      ),
    keep: (version, { access, refresh, seconds, account }) =>
      touched(keepPair, [app, version, seal.seal(JSON.stringify({ access, refresh })), seconds, account]),
    refused: async (version) => {
      await pool.query(refusePair, [app, version, againSeconds]);
    },
    release: async (owner) => {
      await pool.query('update zalo_tokens set lease_owner = null, lease_until = null where app = $1 and lease_owner = $2', [app, owner]);
    },
    beginConsent: async (state, verifier) => {
      await pool.query('delete from zalo_consents where until < now()');
      await pool.query(`insert into zalo_consents (state, verifier, until) values ($1, $2, now() + interval '1 hour')`, [
        seal.token(state),
        seal.seal(verifier),
      ]);
    },
    takeConsent: async (state) => {
      const { rows } = await pool.query<{ verifier: string }>(
        'delete from zalo_consents where state = $1 and until > now() returning verifier',
        [seal.token(state)],
      );
      return rows[0] === undefined ? null : seal.open(rows[0].verifier);
    },
  };
}

type Row = Omit<Kept, 'access' | 'refresh' | 'obtainedAt' | 'expiresAt' | 'consentSince'> & {
  pair: string;
  obtained: Date;
  expires: Date;
  consent: Date | null;
};

function opened(text: string | null): { access: string; refresh: string } | null {
  return text === null ? null : sealedSchema.parse(JSON.parse(text));
}

// `again_at` 'infinity': never by itself.
const readPair = `
  select version, account, pair, refusals, obtained_at as obtained, expires_at as expires, consent_since as consent,
    expires_at > now() + interval '1 minute' as "isGood", now() > obtained_at + 0.8 * (expires_at - obtained_at) as "isDue",
    coalesce(lease_until > now(), false) as "isHeld", coalesce(again_at <= now(), true) as "mayTry"
  from zalo_tokens where app = $1`;

const claimPair = `
  update zalo_tokens set lease_owner = $3, lease_until = now() + make_interval(secs => $4)
  where app = $1 and version = $2 and (lease_until is null or lease_until < now()) and (again_at is null or again_at <= now())`;

const keepPair = `
  insert into zalo_tokens (app, account, version, pair, obtained_at, expires_at)
  values ($1, $5, $2::integer + 1, $3, now(), now() + make_interval(secs => $4))
  on conflict (app) do update set account = excluded.account, version = excluded.version, pair = excluded.pair, obtained_at = excluded.obtained_at,
      expires_at = excluded.expires_at, lease_owner = null, lease_until = null, again_at = null, refusals = 0, consent_since = null
    where zalo_tokens.version = $2::integer`;

const refusePair = `
  update zalo_tokens set refusals = refusals + 1, consent_since = coalesce(consent_since, now()),
    again_at = coalesce(now() + make_interval(secs => ($3::double precision[])[refusals + 1]), 'infinity')
  where app = $1 and version = $2`;
