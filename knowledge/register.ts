import type pg from 'pg';
import type { Dossier, Step } from '../bot/dossier-types.ts';
import { dossierSchema } from './dossiers.ts';
import { transaction } from './transaction.ts';

/** What became of the dossiers of an export. `older`: the register knows something newer of them. */
export type Kept = { added: number; changed: number; unchanged: number; older: number };

type Stored = { demonstration: boolean; body: Dossier };

/**
 * Brings dossiers of an export into the register, in ONE transaction; each code once at most. The same again changes nothing. Where an export
 * tells no steps, what changed from one to the next is kept as a step.
 */
export function keepDossiers(pool: pg.Pool, dossiers: Dossier[]): Promise<Kept> {
  return transaction(pool, async (client) => {
    const kept: Kept = { added: 0, changed: 0, unchanged: 0, older: 0 };
    const stored = await read(
      client,
      dossiers.map((dossier) => dossier.code),
    );
    const rows: { code: string; body: Dossier }[] = [];
    for (const given of dossiers) {
      const before = stored.get(given.code);
      const body = before === undefined || before.demonstration ? given : withSteps(before.body, given);
      const what = whatBecomes(before, body);
      kept[what] += 1;
      const isNew = what === 'added' || what === 'changed';
      if (isNew || (what === 'unchanged' && before?.body.asOf !== body.asOf)) rows.push({ code: body.code, body });
    }
    await client.query(write, [JSON.stringify(rows)]);
    return kept;
  });
}

/** An agency's whole list: what it holds, and when it was said (ISO 8601). `agencies` as codes begin: `H40.23.08`. */
export type Whole = { agencies: string[]; codes: string[]; asOf: string };

/**
 * Marks the dossiers of these agencies that their whole list no longer has, from its day on; those that it has again are written by `keepDossiers`.
 * What the register knows from a later moment stays. How many that are.
 */
export async function markAbsent(pool: pg.Pool, { agencies, codes, asOf }: Whole): Promise<number> {
  const { rowCount } = await pool.query(mark, [agencies, codes, asOf]);
  return rowCount ?? 0;
}

// Vietnam keeps UTC+7 all the year.
const mark = `
  update dossiers
  set body = body || jsonb_build_object('absentSince', to_char($3::timestamptz at time zone interval '7 hours', 'YYYY-MM-DD')), updated_at = now()
  where split_part(code, '-', 1) = any ($1) and not demonstration
    and body ->> 'absentSince' is null and (body ->> 'asOf')::timestamptz <= $3::timestamptz
    and not exists (select from unnest($2::text[]) as listed (code) where listed.code = dossiers.code)`;

/** How many dossiers the register holds, how many of them are for demonstration, and when one was changed last (ISO 8601). */
export async function registerSize(pool: pg.Pool): Promise<{ dossiers: number; demonstration: number; changedAt: string | null }> {
  const { rows } = await pool.query<{ dossiers: number; demonstration: number; at: Date | null }>(
    'select count(*) as dossiers, count(*) filter (where demonstration) as demonstration, max(updated_at) as at from dossiers',
  );
  const { dossiers = 0, demonstration = 0, at = null } = rows[0] ?? {};
  return { dossiers, demonstration, changedAt: at?.toISOString() ?? null };
}

async function read(client: pg.PoolClient, codes: string[]): Promise<Map<string, Stored>> {
  const { rows } = await client.query<{ code: string; demonstration: boolean; body: unknown }>(
    'select code, demonstration, body from dossiers where code = any($1) order by code for update',
    [codes],
  );
  return new Map(rows.map(({ code, demonstration, body }) => [code, { demonstration, body: dossierSchema.parse(body) }]));
}

// A step by hand is over when the agency's own word comes.
const write = `
  insert into dossiers (code, demonstration, body)
  select code, false, body from jsonb_to_recordset($1::jsonb) as x (code text, body jsonb)
  on conflict (code) do update set demonstration = false, body = excluded.body, advanced_at = null,
    updated_at = case when excluded.body - 'asOf' = dossiers.body - 'asOf' then dossiers.updated_at else now() end`;

function whatBecomes(before: Stored | undefined, now: Dossier): keyof Kept {
  if (before === undefined) return 'added';
  if (before.demonstration) return 'changed';
  if (Date.parse(before.body.asOf) > Date.parse(now.asOf)) return 'older';
  return facts(before.body) === facts(now) ? 'unchanged' : 'changed';
}

function facts(dossier: Dossier): string {
  return JSON.stringify({ ...dossierSchema.parse(dossier), asOf: '' });
}

function withSteps(before: Dossier, now: Dossier): Dossier {
  if (now.timeline.length > 0) return now;
  const moved = before.status !== now.status || before.statusText !== now.statusText || before.holder.office !== now.holder.office;
  return { ...now, timeline: moved ? [...before.timeline, stepTo(now)] : before.timeline };
}

function stepTo({ asOf, holder, agency, status, statusText }: Dossier): Step {
  return { at: asOf, office: holder.office || agency, person: holder.person, text: '', status, statusText, dueAt: null };
}
