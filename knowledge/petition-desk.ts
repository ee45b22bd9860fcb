import type pg from 'pg';
import type { Language, Reply, SealedParts } from '../bot/types.ts';
import { createPostBox } from './post-box.ts';
import type { Seal } from './seal.ts';
import { transaction } from './transaction.ts';

/** A petition in the list of staff. `at` is ISO 8601. */
export type ListedPetition = { code: string; at: string; status: 'received' | 'answered' | 'closed'; text: string };

/** All that staff may read of one. `contact` null: none was given, or it is gone with the citizen. */
export type ShownPetition = ListedPetition & {
  language: Language;
  place: string;
  happened: string;
  contact: string | null;
  files: boolean;
  /** False: the citizen has deleted the conversation, and a reply is found under the code alone. */
  reachable: boolean;
  /** The parts of which something is masked. */
  masked: Part[];
  /** Who of staff has read it in full, oldest first. */
  openings: { by: string; at: string }[];
  replies: { text: string; at: string }[];
};

type Part = keyof SealedParts;

/** The open petitions that have waited longest; with `all` the newest ones, closed or not. Oldest first, `limit` at most. */
export async function listPetitions(pool: pg.Pool, all: boolean, limit: number): Promise<ListedPetition[]> {
  const { rows } = await pool.query<Omit<ListedPetition, 'at'> & { at: Date }>(list, [all, limit]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** One petition, its words masked as its writer saw them. Null when no petition has this code. */
export async function showPetition(pool: pg.Pool, seal: Seal, code: string): Promise<ShownPetition | null> {
  return (await read(pool, seal, code))?.shown ?? null;
}

/** The same with nothing masked. That `by` has read it is kept before it is shown. */
export async function showInFull(pool: pg.Pool, seal: Seal, code: string, by: string): Promise<ShownPetition | null> {
  const { rowCount } = await pool.query(opened, [code, by]);
  const petition = rowCount === 0 ? null : await read(pool, seal, code);
  return petition === null ? null : { ...petition.shown, ...petition.full };
}

async function read(pool: pg.Pool, seal: Seal, code: string): Promise<{ shown: ShownPetition; full: SealedParts } | null> {
  const { rows } = await pool.query<Omit<ShownPetition, 'at' | 'masked'> & { at: Date; sealed: SealedParts }>(show, [code]);
  if (rows[0] === undefined) return null;
  const { sealed, at, contact, ...row } = rows[0];
  const open = (text: string) => seal.open(text) ?? '(not readable with this key)';
  const masked = sealedParts.filter((part) => sealed[part] !== undefined);
  return {
    shown: { ...row, at: at.toISOString(), contact: contact === null ? null : open(contact), masked },
    full: Object.fromEntries(masked.map((part) => [part, open(sealed[part] ?? '')])),
  };
}

const sealedParts: Part[] = ['text', 'place', 'happened'];

const opened = 'insert into petition_openings (petition_id, opened_by) select id, $2 from petitions where code = $1';

/** What the citizen is told, in the language of the petition. */
export type Told = (language: Language) => Reply;

/** `told`: it is on its way to the citizen. `kept`: nobody is there to be told, it is found under the code. `closed` petitions take no more. */
export type Dealt = 'told' | 'kept' | 'missing' | 'closed';

/** Keeps staff's reply under the code and tells it where the petition was written, once, in ONE transaction. */
export function replyToPetition(pool: pg.Pool, code: string, text: string, told: Told): Promise<Dealt> {
  return transaction(pool, async (client) => {
    const petition = await held(client, code);
    if (petition === null) return 'missing';
    if (petition.closed) return 'closed';
    const { rows } = await client.query<{ id: number }>('insert into petition_replies (petition_id, text) values ($1, $2) returning id', [
      petition.id,
      text,
    ]);
    return tell(client, petition, `petition ${code} reply ${rows[0]?.id}`, told);
  });
}

/** Ends a petition and tells so. */
export function closePetition(pool: pg.Pool, code: string, told: Told): Promise<Dealt> {
  return transaction(pool, async (client) => {
    const petition = await held(client, code);
    if (petition === null) return 'missing';
    if (petition.closed) return 'closed';
    await client.query('update petitions set closed_at = now() where id = $1', [petition.id]);
    return tell(client, petition, `petition ${code} closed`, told);
  });
}

type Held = { id: number; closed: boolean; language: Language; channel: string | null; person: string | null };

async function held(client: pg.PoolClient, code: string): Promise<Held | null> {
  const { rows } = await client.query<Held>(hold, [code]);
  return rows[0] ?? null;
}

async function tell(client: pg.PoolClient, { channel, person, language }: Held, once: string, told: Told): Promise<'told' | 'kept'> {
  if (channel === null || person === null) return 'kept';
  const posted = await createPostBox(client).post({ channel, person, reply: told(language), once, tellAt: null });
  return posted === 'gone' ? 'kept' : 'told';
}

const status = `
  case when closed_at is not null then 'closed'
    when exists (select from petition_replies where petition_id = petitions.id) then 'answered' else 'received' end as status`;

const list = `
  select code, at, text, status from (
    select id, code, at, text, ${status} from petitions where $1 or closed_at is null order by case when $1 then -id else id end limit $2
  ) as listed order by id`;

const utc = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const show = `
  select code, at, text, ${status}, language, place, happened, contact, files, sealed, conversation_id is not null as reachable,
    coalesce((select jsonb_agg(jsonb_build_object('text', text, 'at', ${utc}) order by id) from petition_replies where petition_id = petitions.id), '[]') as replies,
    coalesce((select jsonb_agg(jsonb_build_object('by', opened_by, 'at', ${utc}) order by id) from petition_openings where petition_id = petitions.id), '[]') as openings
  from petitions where code = $1`;

const hold = `
  select petitions.id, closed_at is not null as closed, petitions.language, channel, person
  from petitions left join conversations on conversations.id = conversation_id where code = $1 for update of petitions`;
