import type pg from 'pg';
import { withLease } from './lease.ts';
import { nameFaults, type Official } from './lexicon-lint.ts';
import { type EverydayName, procedureCode } from './names.ts';
import { transaction } from './transaction.ts';

export type StoredName = EverydayName & { origin: 'shipped' | 'staff' };
/** `refused`: nothing was written. Each fault is a sentence. */
export type Added = { kind: 'added'; warnings: string[] } | { kind: 'refused'; faults: string[] };

/** The public procedures of this database; `whole` when it holds about as many as the portal. */
export async function officialNames(pool: pg.Pool): Promise<Official> {
  const { rows } = await pool.query<{ code: string; names: string[]; local: boolean }>(`
    select procedures.code, array_agg(distinct body ->> 'name') as names, bool_and(kind = 'local') as local
    from procedures join procedure_versions on procedure_id = id and procedure_versions.version = procedures.version
    where kind <> 'internal' group by procedures.code`);
  return { procedures: new Map(rows.map(({ code, names, local }) => [code, { names, local }])), whole: rows.length >= wholePortal };
}

const wholePortal = 1_000;

/** The everyday names of one procedure, shipped first. */
export async function namesOf(pool: pg.Pool, code: string): Promise<StoredName[]> {
  const { rows } = await pool.query<StoredName>(
    'select phrase, kind, origin from everyday_names where code = $1 order by origin, kind desc, phrase',
    [code],
  );
  return rows;
}

/** Why a code names no public procedure of this base; null where it names one. */
export async function codeFault(pool: pg.Pool, code: string): Promise<string | null> {
  const { rowCount } = await pool.query(`select from procedures where code = $1 and kind <> 'internal' limit 1`, [code]);
  return rowCount === 0 ? `${code} ${unknownCode(code)}` : null;
}

/** Adds names of staff to one procedure, all or none; every running replica finds by them within two seconds. */
export async function addNames(pool: pg.Pool, code: string, names: EverydayName[]): Promise<Added> {
  const { procedures } = await officialNames(pool);
  const own = procedures.get(code)?.names;
  if (own === undefined) return { kind: 'refused', faults: [`${code} ${unknownCode(code)}`] };
  const others = (await namesOf(pool, code)).map(({ phrase }) => phrase);
  const faults = names.flatMap(({ phrase }, at) => {
    const before = names.slice(0, at).map((name) => name.phrase);
    return nameFaults(phrase, [...others, ...before], own).map((reason) => `"${phrase}" ${reason}`);
  });
  if (faults.length > 0) return { kind: 'refused', faults };
  const { rows } = await pool.query<{ phrase: string; codes: string }>(
    `select phrase, string_agg(code, ', ' order by code) as codes from everyday_names where phrase = any ($1) and code <> $2 group by phrase`,
    [names.map(({ phrase }) => phrase), code],
  );
  await changed(pool, code, async (client) => {
    await client.query(
      `insert into everyday_names (code, phrase, kind, origin)
       select $1, phrase, kind, 'staff' from jsonb_to_recordset($2::jsonb) as x (phrase text, kind text) on conflict do nothing`,
      [code, JSON.stringify(names)],
    );
  });
  return { kind: 'added', warnings: rows.map(({ phrase, codes }) => `"${phrase}" is also a name of ${codes}`) };
}

/** Takes back a name that staff added. `shipped`: it comes with the program and stays; `missing`: the procedure has no such name. */
export async function removeName(pool: pg.Pool, code: string, phrase: string): Promise<'removed' | 'shipped' | 'missing'> {
  const name = (await namesOf(pool, code)).find((one) => one.phrase === phrase);
  if (name === undefined) return 'missing';
  if (name.origin === 'shipped') return 'shipped';
  await changed(pool, code, async (client) => {
    await client.query(`delete from everyday_names where code = $1 and phrase = $2 and origin = 'staff'`, [code, phrase]);
  });
  return 'removed';
}

function unknownCode(code: string): string {
  return procedureCode.test(code) ? 'is no public procedure of this base' : 'is no procedure code';
}

/**
 * Writes under the next revision, in one transaction, so that replicas see all or nothing. Under the lease of imports: a snapshot made of
 * what was read before would carry a later revision, and the names would be lost to everybody who begins from it.
 */
async function changed(pool: pg.Pool, code: string, write: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  await withLease(pool, 'import', () =>
    transaction(pool, async (client) => {
      await write(client);
      const { rows } = await client.query<{ revision: number }>('update library_state set revision = revision + 1 returning revision');
      await client.query('update procedures set revision = $1 where code = $2', [rows[0]?.revision, code]);
    }),
  );
}
