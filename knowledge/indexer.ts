import type pg from 'pg';
import type { Procedure } from '../bot/types.ts';
import { createIndex, type Index, loadIndex } from './index/create-index.ts';
import { type IndexDocument, indexDocument } from './index/document.ts';
import { type Passage, passagesOf } from './passages.ts';
import { transaction } from './transaction.ts';

const batchSize = 100;

/** Cuts every procedure that waits into passages. Unchanged passages keep their embedding. Returns how many procedures were done. */
export async function indexPending(pool: pg.Pool, onProgress: (done: number) => void = () => {}): Promise<number> {
  for (let done = 0; ; ) {
    const { rows } = await pool.query<{ id: string; version: number; body: Procedure }>(pendingProcedures, [batchSize]);
    if (rows.length === 0) return done;
    const passages: (Passage & { procedure_id: string })[] = [];
    for (const row of rows) for (const passage of await passagesOf(row.body)) passages.push({ ...passage, procedure_id: row.id });
    await transaction(pool, async (client) => {
      const ids = rows.map((row) => row.id);
      await client.query(dropPassages, [ids, JSON.stringify(passages)]);
      await client.query(addPassages, [JSON.stringify(passages)]);
      await client.query(markIndexed, [JSON.stringify(rows.map(({ id, version }) => ({ id, version })))]);
    });
    done += rows.length;
    onProgress(done);
  }
}

const pendingProcedures = `
  select procedures.id, procedures.version, body
  from procedures join procedure_versions on procedure_id = id and procedure_versions.version = procedures.version
  where indexed_version < procedures.version order by id limit $1`;

const given = `jsonb_to_recordset($2::jsonb) as given (procedure_id text, section text, ordinal integer, digest text)`;
const dropPassages = `
  delete from passages where procedure_id = any ($1)
    and not exists (select from ${given}
      where given.procedure_id = passages.procedure_id and given.section = passages.section
        and given.ordinal = passages.ordinal and given.digest = passages.digest)`;

const addPassages = `
  insert into passages (procedure_id, section, ordinal, digest, text)
  select procedure_id, section, ordinal, digest, text
  from jsonb_to_recordset($1::jsonb) as x (procedure_id text, section text, ordinal integer, digest text, text text)
  on conflict do nothing`;

// A version published meanwhile stays pending. The revision is the one that the next snapshot will carry.
const markIndexed = `
  update procedures set indexed_version = x.version, revision = (select revision + 1 from library_state)
  from jsonb_to_recordset($1::jsonb) as x (id text, version integer) where procedures.id = x.id`;

/** Builds the search index of all that is public and stores its snapshot with the next revision, in one transaction: replicas see the old or the new. */
export async function storeSnapshot(pool: pg.Pool): Promise<Index> {
  const index = createIndex(await readDocuments(pool, -1));
  await transaction(pool, async (client) => {
    const { rows } = await client.query<{ revision: number }>('update library_state set revision = revision + 1 returning revision');
    await client.query(
      `insert into search_snapshots (revision, format, bytes) values ($1, 1, $2)
       on conflict (single) do update set revision = excluded.revision, format = excluded.format, bytes = excluded.bytes`,
      [rows[0]?.revision, Buffer.from(index.snapshot())],
    );
  });
  return index;
}

/** True when a replica can begin from the stored snapshot: there is one, and this release reads its format. */
export async function hasUsableSnapshot(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ bytes: Buffer }>('select bytes from search_snapshots');
  return rows[0] !== undefined && loadIndex(rows[0].bytes) !== null;
}

/** What the index reads of the public procedures changed after a revision, in the order of their ids. */
export async function readDocuments(pool: pg.Pool, after: number): Promise<IndexDocument[]> {
  const documents: IndexDocument[] = [];
  for (let last = ''; ; ) {
    const { rows } = await pool.query<{ id: string; body: Procedure; also_called: string[] }>(changedProcedures, [after, last]);
    for (const row of rows) {
      const document = indexDocument(row.body, row.also_called);
      if (document !== null) documents.push(document);
    }
    const end = rows.at(-1);
    if (end === undefined) return documents;
    last = end.id;
  }
}

const changedProcedures = `
  select procedures.id, procedure_versions.body, array(select phrase from everyday_names where everyday_names.code = procedures.code order by phrase) as also_called
  from procedures join procedure_versions on procedure_id = id and procedure_versions.version = procedures.version
  where revision > $1 and procedures.id > $2 and kind <> 'internal' order by procedures.id limit 200`;
