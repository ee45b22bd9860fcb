import type pg from 'pg';
import type { Case, CaseInShort } from '../bot/forms/case.ts';
import type { PaperCount } from '../bot/paper-types.ts';
import { openedCase } from './case-body.ts';
import type { Seal } from './seal.ts';

/** A filing as staff see it before they open it: nothing of what was answered. */
export type ListedCase = Omit<CaseInShort, 'id'> & { channel: string };

/** The filings on their way, the one changed last first. */
export async function listCases(pool: pg.Pool, limit: number): Promise<ListedCase[]> {
  const { rows } = await pool.query<ListedCase>(list, [limit]);
  return rows;
}

/** A filing with its answers; that `by` has read it is kept first. Null: there is none with this code, or this key does not open it. */
export async function openCase(pool: pg.Pool, seal: Seal, code: string, by: string): Promise<OpenedCase | null> {
  await pool.query('insert into case_openings (case_id, opened_by) select id, $2 from cases where code = $1', [code, by]);
  const { rows } = await pool.query<{ id: string; body: string; revision: number }>(
    'select id, body, revision from cases where code = $1',
    [code],
  );
  const draft = rows[0] === undefined ? null : openedCase(rows[0].body, rows[0].revision, seal);
  if (draft === null) return null;
  const read = await pool.query<{ by: string; at: Date }>(openingsOf, [draft.id]);
  const papers = await pool.query<PaperCount>(papersOf, [draft.id]);
  return {
    draft,
    papers: papers.rows[0] ?? { images: 0, documents: 0 },
    openings: read.rows.map((row) => ({ by: row.by, at: row.at.toISOString() })),
  };
}

export type OpenedCase = { draft: Case; papers: PaperCount; openings: Opening[] };

/** `at` is ISO 8601. */
export type Opening = { by: string; at: string };

const list = `
  select cases.code, form, state, channel, to_char(changed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "changedOn"
  from cases join conversations on conversations.id = conversation_id order by changed_at desc limit $1`;

const openingsOf = 'select opened_by as by, at from case_openings where case_id = $1 order by id';

const papersOf = `
  select count(*) filter (where type <> 'application/pdf')::int as images, count(*) filter (where type = 'application/pdf')::int as documents
  from papers where owner = 'case ' || $1::text`;
