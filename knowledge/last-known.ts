import type pg from 'pg';
import type { Dossier, LastKnown } from '../bot/dossier-types.ts';

export type LastKnownOptions = {
  pool: pg.Pool;
  /** Takes personal numbers out of a source's own words. */
  mask: (text: string) => string;
};

export type LastKnownMemory = {
  /** Keeps what everybody may know of a dossier. What is said again within a minute is kept already. */
  remember(dossier: Dossier): Promise<void>;
  /** What was said last of a dossier, or null where nothing was in the last 90 days. */
  recall(code: string): Promise<LastKnown | null>;
  /** Deletes what is older than 90 days at this moment; how many that were. */
  forgetOld(now: Date): Promise<number>;
};

const longestText = 200;

/** What the sources said last, kept in our own database. Only status, text, agency, due date and time: nothing that needs a second factor. */
export function createLastKnown({ pool, mask }: LastKnownOptions): LastKnownMemory {
  return {
    remember: async ({ code, status, statusText, agency, dueOn, asOf }) => {
      await pool.query(keep, [code, status, mask(statusText).slice(0, longestText), mask(agency).slice(0, longestText), dueOn, asOf]);
    },
    recall: async (code) => {
      const { rows } = await pool.query<Omit<LastKnown, 'at'> & { at: Date }>(
        'select status, status_text as "statusText", agency, due_on as "dueOn", at from last_known where code = $1',
        [code],
      );
      return rows[0] === undefined ? null : { ...rows[0], at: rows[0].at.toISOString() };
    },
    forgetOld: async (now) => {
      const { rowCount } = await pool.query(`delete from last_known where at < $1::timestamptz - interval '90 days'`, [now.toISOString()]);
      return rowCount ?? 0;
    },
  };
}

// An older answer that comes in late changes nothing.
const keep = `
  insert into last_known (code, status, status_text, agency, due_on, at) values ($1, $2, $3, $4, $5, $6)
  on conflict (code) do update
    set status = excluded.status, status_text = excluded.status_text, agency = excluded.agency, due_on = excluded.due_on, at = excluded.at
    where last_known.at < excluded.at - interval '1 minute'
      or (last_known.at <= excluded.at and (last_known.status, last_known.status_text, last_known.agency, last_known.due_on)
        is distinct from (excluded.status, excluded.status_text, excluded.agency, excluded.due_on))`;
