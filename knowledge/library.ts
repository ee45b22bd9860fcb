import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Logger } from 'pino';
import { reasonOf, Unavailable } from '../bot/errors.ts';
import type { Library } from '../bot/ports.ts';
import type { Explanation, Faq, Procedure, Provenance, StoredProcedure } from '../bot/types.ts';
import { createFaqMatcher, type FaqMatcher } from './faqs.ts';
import { createIndex, type Explained, type Index, loadIndex } from './index/create-index.ts';
import type { Reading } from './index/explain.ts';
import { readDocuments } from './indexer.ts';

export type OpenLibrary = Library & {
  /** How many procedures can be found. */
  size(): number;
  /** How a question is read and why the first hits of its search stand where they do. For people who tend the base. */
  explain(question: string, limit: number): { reading: Reading; hits: Explained[] };
  /** Takes up what was published since the last look. */
  refresh(): Promise<void>;
  close(): void;
};

const watchMs = 1_000;
/** What is asked for again and again is read once in so long, and anew once something is published. A record has some 20 KB. */
const kept = { most: 256, ms: 10_000 };

/** The knowledge base of this process: the index in memory, the records in the database, at most a second behind what is published. */
export async function openLibrary(pool: pg.Pool, log: Logger): Promise<OpenLibrary> {
  let index: Index = createIndex([]);
  let faqs: FaqMatcher = createFaqMatcher([]);
  let revision = -1;
  const records = createKept<StoredProcedure>();
  const explanations = createKept<Explanation>();

  async function refresh(): Promise<void> {
    const current = await currentRevision(pool);
    if (current === revision) return;
    index = revision < 0 ? await readIndex(pool) : await changedIndex(pool, index, revision);
    faqs = createFaqMatcher(await readFaqs(pool));
    log.debug({ revision: current, procedures: index.size }, 'library refreshed');
    revision = current;
    records.clear();
    explanations.clear();
  }

  const procedure = (id: string) => records.read(id, async () => (await readProcedures(pool, 'procedures.id = $1', id))[0] ?? null);

  await refresh();
  let looking = false;
  const watch = setInterval(async () => {
    if (looking) return;
    looking = true;
    try {
      await refresh();
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'library not refreshed');
    } finally {
      looking = false;
    }
  }, watchMs);
  watch.unref();

  return {
    search: async (question, limit) => index.search(question, limit),
    procedure,
    byCode: (code) => readProcedures(pool, 'procedures.code = $1', code),
    explanation: (code) =>
      explanations.read(code, async () => {
        const { rows } = await ask<{ body: Explanation }>(pool, 'select body from explanations where code = $1', code);
        return rows[0]?.body ?? null;
      }),
    faq: async (question) => {
      const faq = faqs.match(question);
      const stored = faq === null ? null : await procedure(faq.procedureId);
      return faq === null || stored === null ? null : { faq, stored };
    },
    size: () => index.size,
    explain: (question, limit) => ({ reading: index.read(question), hits: index.explain(question, limit) }),
    refresh,
    close: () => clearInterval(watch),
  };
}

/** What was read of the database. A reading that was on its way while something was published is not kept. */
function createKept<Value extends object>() {
  const cache = new LRUCache<string, { value: Value | null }>({ max: kept.most, ttl: kept.ms });
  let round = 0;
  return {
    read: async (key: string, read: () => Promise<Value | null>): Promise<Value | null> => {
      const known = cache.get(key);
      if (known !== undefined) return known.value;
      const begun = round;
      const value = await read();
      if (begun === round) cache.set(key, { value });
      return value;
    },
    clear: () => {
      round += 1;
      cache.clear();
    },
  };
}

async function currentRevision(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ revision: number }>('select revision from library_state');
  return rows[0]?.revision ?? 0;
}

/** The stored snapshot and what came after it; without a usable snapshot, built from the records. */
async function readIndex(pool: pg.Pool): Promise<Index> {
  const { rows } = await pool.query<{ revision: number; bytes: Buffer }>('select revision, bytes from search_snapshots');
  const snapshot = rows[0];
  if (snapshot === undefined) return createIndex(await readDocuments(pool, -1));
  const index = loadIndex(snapshot.bytes);
  return index === null ? createIndex(await readDocuments(pool, -1)) : changedIndex(pool, index, snapshot.revision);
}

/** Many changes come with a new snapshot; few are laid over the index at hand. */
async function changedIndex(pool: pg.Pool, index: Index, after: number): Promise<Index> {
  const { rows } = await pool.query<{ revision: number }>('select revision from search_snapshots');
  if ((rows[0]?.revision ?? 0) > after) return readIndex(pool);
  const changed = await readDocuments(pool, after);
  const { rows: hidden } = await pool.query<{ id: string }>(`select id from procedures where revision > $1 and kind = 'internal'`, [after]);
  if (changed.length === 0 && hidden.length === 0) return index;
  return index.with(
    changed,
    hidden.map((row) => row.id),
  );
}

async function readFaqs(pool: pg.Pool): Promise<Faq[]> {
  const { rows } = await pool.query<{ body: Faq }>('select body from faqs order by id');
  return rows.map((row) => row.body);
}

type ProcedureRow = { body: Procedure; origin: Provenance['origin']; url: string; date: string; version: number };

async function readProcedures(
  pool: pg.Pool,
  where: 'procedures.id = $1' | 'procedures.code = $1',
  value: string,
): Promise<StoredProcedure[]> {
  const sql = `
    select body, procedures.origin, source_url as url, data_date as date, procedures.version
    from procedures join procedure_versions on procedure_id = id and procedure_versions.version = procedures.version
    where ${where} and kind <> 'internal' order by kind = 'local', procedures.id`;
  const { rows } = await ask<ProcedureRow>(pool, sql, value);
  return rows.map(({ body, ...provenance }) => ({ procedure: body, provenance }));
}

async function ask<Row extends pg.QueryResultRow>(pool: pg.Pool, sql: string, value: string): Promise<pg.QueryResult<Row>> {
  try {
    return await pool.query<Row>(sql, [value]);
  } catch (error) {
    throw new Unavailable('database', { cause: error });
  }
}
