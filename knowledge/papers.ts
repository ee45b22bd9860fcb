import type pg from 'pg';
import { type KeptPaper, type PaperCount, paperTypes } from '../bot/paper-types.ts';
import type { PaperStore } from '../bot/ports.ts';
import { isDiskFull } from './disk-full.ts';
import type { PaperSeal } from './paper-seal.ts';

export type PapersOptions = { pool: pg.Pool; seal: PaperSeal; fits?: (bytes: number) => Promise<boolean> };

/**
 * The sealed papers of conversations; those of a case wherever they were sent, for who has the case. One person's turns come one after the other, so
 * that what is counted here is not overtaken.
 */
export function createPaperStore({ pool, seal, fits = async () => true }: PapersOptions): PaperStore {
  return {
    keep: async ({ channel, person }, owner, { source, sha256, name, type, size, pages, bytes }) => {
      if (!(await fits(size))) return 'no-room';
      const values = [channel, person, owner, source, seal.token(sha256), seal.sealName(name), type, size, pages, seal.seal(bytes)];
      try {
        const { rows } = await pool.query<{ kept: boolean; known: boolean }>(keepPaper, values);
        const row = rows[0];
        if (row === undefined) throw new Error('there is no conversation that the paper could belong to');
        return row.kept || row.known ? 'kept' : 'repeated';
      } catch (error) {
        if (isDiskFull(error)) return 'no-room';
        throw error;
      }
    },
    has: async ({ channel, person }, source) => {
      const { rows } = await pool.query<{ known: boolean }>(knowsSource, [channel, person, source]);
      return rows[0]?.known ?? false;
    },
    list: async ({ channel, person }, owner) => {
      const { rows } = await pool.query<Row>(listPapers, [channel, person, owner]);
      return rows.map((row) => keptPaper(row, seal));
    },
    counts: async ({ channel, person }) => {
      const { rows } = await pool.query<{ owner: string } & PaperCount>(countPapers, [channel, person]);
      const of = (owner: string): PaperCount => {
        const { images = 0, documents = 0 } = rows.find((row) => row.owner === owner) ?? {};
        return { images, documents };
      };
      return { loose: of('loose'), petition: of('petition') };
    },
  };
}

/** A paper of a petition with its bytes; `bytes` null where this key does not open them. */
export type OpenPaper = KeptPaper & { bytes: Buffer | null };

/** The papers that were sent with a petition, in the order of sending, without their bytes. */
export async function papersOf(pool: pg.Pool, seal: PaperSeal, code: string): Promise<KeptPaper[]> {
  const { rows } = await pool.query<Row>(papersOfPetition, [code]);
  return rows.map((row) => keptPaper(row, seal));
}

/** The papers of a filing with their bytes, in the order of sending. Throws where this key does not open one: it would be sent without. */
export async function papersOfCase(pool: pg.Pool, seal: PaperSeal, id: string): Promise<{ name: string; type: string; bytes: Buffer }[]> {
  const { rows } = await pool.query<Row & { bytes: Buffer }>(papersWithBytes, [`case ${id}`]);
  return rows.map((row) => {
    const bytes = seal.open(row.bytes);
    if (bytes === null) throw new Error('a paper of a filing cannot be opened with this key');
    const { name, type } = keptPaper(row, seal);
    return { name, type, bytes };
  });
}

/** One paper of a petition, or null where it has no such paper. */
export async function openPaper(pool: pg.Pool, seal: PaperSeal, code: string, id: number): Promise<OpenPaper | null> {
  const { rows } = await pool.query<Row & { bytes: Buffer }>(paperOfPetition, [code, id]);
  const row = rows[0];
  return row === undefined ? null : { ...keptPaper(row, seal), bytes: seal.open(row.bytes) };
}

/**
 * Deletes what nobody needs any longer: files that no message named, and papers that belong to nothing, after a day; papers of a petition that was
 * begun and not sent, after 30; those of a case with it. How many those were.
 */
export async function forgetOldPapers(pool: pg.Pool, now: Date): Promise<number> {
  const uploads = await pool.query("delete from uploads where at < $1::timestamptz - interval '1 day'", [now]);
  const papers = await pool.query(forgetPapers, [now]);
  return (uploads.rowCount ?? 0) + (papers.rowCount ?? 0);
}

type Row = Omit<KeptPaper, 'type'> & { type: string };

function keptPaper({ id, name, type, size, pages }: Row, seal: PaperSeal): KeptPaper {
  const known = paperTypes.find((each) => each === type);
  if (known === undefined) throw new Error('a paper of a type that is never taken');
  return { id, name: seal.openName(name) ?? '(not readable with this key)', type: known, size, pages };
}

// The same bytes once for each owner; what waits for its owner is in nobody's way twice either.
const keepPaper = `
  with conversation as (
    select id from conversations where channel = $1 and person = $2
  ), added as (
    insert into papers (conversation_id, owner, source, token, name, type, size, pages, bytes)
    select id, $3, $4, $5, $6, $7, $8, $9, $10 from conversation
    where not exists (select from papers where conversation_id = conversation.id and token = $5 and source <> $4
      and owner = any (array[$3, 'loose', 'petition']))
    on conflict (conversation_id, source) do nothing returning id
  )
  select exists (select from added) as kept,
    exists (select from papers where conversation_id = conversation.id and source = $4) as known
  from conversation`;

const knowsSource = `
  select exists (select from papers join conversations on conversations.id = conversation_id
    where channel = $1 and person = $2 and source = $3) as known`;

const columns = 'papers.id, name, type, size, pages';
const listPapers = `
  select ${columns} from papers join conversations on conversations.id = conversation_id
  where owner = $3 and (owner like 'case %' or (channel = $1 and person = $2)) order by papers.id`;

const countPapers = `
  select owner, count(*) filter (where type <> 'application/pdf') as images, count(*) filter (where type = 'application/pdf') as documents
  from papers join conversations on conversations.id = conversation_id
  where channel = $1 and person = $2 and owner in ('loose', 'petition') group by owner`;

const papersOfPetition = `
  select ${columns} from papers join petitions on petitions.id = petition_id where code = $1 order by papers.id`;
const papersWithBytes = `select ${columns}, bytes from papers where owner = $1 order by id`;
const paperOfPetition = `
  select ${columns}, bytes from papers join petitions on petitions.id = petition_id where code = $1 and papers.id = $2`;

const forgetPapers = `
  delete from papers where petition_id is null and (
    at < $1::timestamptz - case owner when 'loose' then interval '1 day' when 'petition' then interval '30 days' end
    or (owner like 'case %' and not exists (select from cases where 'case ' || cases.id = owner)))`;
