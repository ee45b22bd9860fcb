import type pg from 'pg';
import type { Dossier, LastKnown } from '../bot/dossier-types.ts';
import { dossierSchema } from './dossiers.ts';

export type LastKnownOptions = {
  pool: pg.Pool;
  /** Takes names and personal numbers of the dossier's people out of a source's own words. */
  mask: (text: string, dossier: Dossier) => string;
};

export type LastKnownMemory = {
  /** Keeps what everybody may know of a dossier. What is said again within a minute is kept already. */
  remember(dossier: Dossier): Promise<void>;
  /** What was said last of a dossier, or written last in the register, whichever is newer; null where nothing was in the last 90 days. */
  recall(code: string): Promise<LastKnown | null>;
  /** Deletes what is older than 90 days at this moment; how many that were. */
  forgetOld(now: Date): Promise<number>;
};

const longestText = 200;

/**
 * What the sources said last, kept in our own database. Only status, text, agency, office, dates and source: nothing that needs a second factor.
 * What the register holds is there already.
 */
export function createLastKnown({ pool, mask }: LastKnownOptions): LastKnownMemory {
  return {
    remember: async (dossier) => {
      const { code, status, dueOn, finishedOn, asOf, source } = dossier;
      const own = (text: string) => mask(text, dossier).slice(0, longestText);
      const { statusText, agency, holder } = dossier;
      await pool.query(keep, [code, status, own(statusText), own(agency), dueOn, asOf, source, own(holder.office), finishedOn]);
    },
    recall: async (code) => {
      const { rows } = await pool.query<Omit<LastKnown, 'at'> & { at: Date; body: unknown }>(newest, [code]);
      if (rows[0] === undefined) return null;
      const { body, at, statusText, agency, ...last } = rows[0];
      const own = (text: string) => (body === null ? text : mask(text, dossierSchema.parse(body)).slice(0, longestText));
      return { ...last, statusText: own(statusText), agency: own(agency), at: at.toISOString() };
    },
    forgetOld: async (now) => {
      const { rowCount } = await pool.query(`delete from last_known where at < $1::timestamptz - interval '90 days'`, [now.toISOString()]);
      return rowCount ?? 0;
    },
  };
}

// An older answer that comes in late changes nothing.
const keep = `
  insert into last_known (code, status, status_text, agency, due_on, at, source, office, finished_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (code) do update
    set status = excluded.status, status_text = excluded.status_text, agency = excluded.agency, due_on = excluded.due_on, at = excluded.at,
      source = excluded.source, office = excluded.office, finished_on = excluded.finished_on
    where last_known.at < excluded.at - interval '1 minute'
      or (last_known.at <= excluded.at
        and (last_known.status, last_known.status_text, last_known.agency, last_known.due_on, last_known.source, last_known.office, last_known.finished_on)
        is distinct from (excluded.status, excluded.status_text, excluded.agency, excluded.due_on, excluded.source, excluded.office, excluded.finished_on))`;

// A dossier for demonstration says nothing of a real one.
const newest = `
  select status, status_text as "statusText", agency, due_on as "dueOn", at, null::jsonb as body from last_known where code = $1
  union all
  select (body ->> 'status')::integer, body ->> 'statusText', body ->> 'agency', (body ->> 'dueOn')::date, (body ->> 'asOf')::timestamptz, body
    from dossiers where code = $1 and not demonstration
  order by at desc limit 1`;
