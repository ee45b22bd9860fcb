import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Procedure, Provenance } from '../bot/types.ts';
import { transaction } from './transaction.ts';

export type Draft = {
  procedure: Procedure;
  origin: Provenance['origin'];
  url: string;
  /** `YYYY-MM-DD`: of the export. */
  date: string;
  /** When the record itself was changed last, ISO 8601, where it says so. */
  recordAt?: string | null;
  digest: string;
};
/** `older`: differ from what is kept and are older than it. */
export type Published = { added: number; changed: number; unchanged: number; older: number };

/** The digest that tells whether a procedure has changed: of its cleaned content alone, not of its date. */
export function digestOf(procedure: Procedure): string {
  return createHash('sha256').update(JSON.stringify(procedure)).digest('base64url');
}

/**
 * Writes new versions of the drafts that differ from what is kept, all in one transaction. They wait for the indexer
 * (`indexed_version < version`). A portal record replaces a starter one of the same id, never the other way round, and never a newer one.
 */
export async function publish(pool: pg.Pool, drafts: Draft[]): Promise<Published> {
  const newest = [...new Map(drafts.map((draft) => [draft.procedure.id, draft])).values()];
  return transaction(pool, async (client) => {
    const { rows } = await client.query<Kept>(select, [newest.map((draft) => draft.procedure.id)]);
    const kept = new Map(rows.map((row) => [row.id, row]));
    const current = newest.filter((draft) => !isOlder(draft, kept.get(draft.procedure.id)));
    const wanted = current.filter((draft) => differs(draft, kept.get(draft.procedure.id)));
    await write(client, wanted);
    await client.query(datePassed, [
      JSON.stringify(current.map(({ procedure: { id }, origin, date, recordAt = null }) => ({ id, origin, date, record_at: recordAt }))),
    ]);
    const added = wanted.filter((draft) => !kept.has(draft.procedure.id)).length;
    const older = newest.filter((draft) => !current.includes(draft) && differs(draft, kept.get(draft.procedure.id))).length;
    return { added, changed: wanted.length - added, unchanged: drafts.length - wanted.length - older, older };
  });
}

type Kept = { id: string; digest: string; origin: Provenance['origin']; date: string; recordAt: Date | null };

const select = 'select id, digest, origin, data_date as date, record_at as "recordAt" from procedures where id = any ($1) for update';

/** By the record's own date where both have one and it differs, else by that of the export. A starter text is replaced whatever its date. */
function isOlder(draft: Draft, kept: Kept | undefined): boolean {
  if (kept === undefined || kept.origin !== draft.origin || draft.origin !== 'portal') return false;
  const own = Date.parse(draft.recordAt ?? '') - (kept.recordAt?.getTime() ?? Number.NaN);
  return own < 0 || (!(own > 0) && draft.date < kept.date);
}

function differs(draft: Draft, kept: Kept | undefined): boolean {
  if (kept === undefined) return true;
  if (draft.origin === 'starter' && kept.origin !== 'starter') return false;
  return kept.digest !== draft.digest || kept.origin !== draft.origin;
}

async function write(client: pg.PoolClient, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map(({ procedure, origin, url, date, recordAt = null, digest }) => ({
    id: procedure.id,
    code: procedure.code,
    kind: procedure.kind,
    origin,
    url,
    date,
    record_at: recordAt,
    digest,
    body: procedure,
  }));
  await client.query(upsert, [JSON.stringify(rows)]);
}

const upsert = `
  with given as (
    select * from jsonb_to_recordset($1::jsonb) as x (id text, code text, kind text, origin text, url text, date date, record_at timestamptz, digest text, body jsonb)
  ), current as (
    insert into procedures (id, code, kind, origin, source_url, data_date, record_at, version, digest)
    select id, code, kind, origin, url, date, record_at, 1, digest from given
    on conflict (id) do update set code = excluded.code, kind = excluded.kind, origin = excluded.origin, source_url = excluded.source_url,
      data_date = excluded.data_date, record_at = excluded.record_at, version = procedures.version + 1, digest = excluded.digest
      where procedures.digest <> excluded.digest or procedures.origin <> excluded.origin
    returning id, version
  )
  insert into procedure_versions (procedure_id, version, digest, origin, body)
  select current.id, current.version, given.digest, given.origin, given.body from current join given using (id)`;

// An unchanged record seen in a newer export is as good as new: only its dates move.
const datePassed = `
  update procedures set data_date = greatest(data_date, given.date), record_at = coalesce(given.record_at, procedures.record_at)
  from jsonb_to_recordset($1::jsonb) as given (id text, origin text, date date, record_at timestamptz)
  where procedures.id = given.id and procedures.origin = given.origin
    and (procedures.data_date < given.date or coalesce(given.record_at <> procedures.record_at, given.record_at is not null))`;
