import { randomInt } from 'node:crypto';
import type pg from 'pg';
import type { Attempts, PetitionStatus, Petitions } from '../bot/ports.ts';
import { sentSign } from './attempts.ts';
import type { Seal } from './seal.ts';

export type PetitionsOptions = { pool: pg.Pool; seal: Seal; attempts: Attempts };

/** Petitions as the citizen's side sees them. They are written by the inbox, with the turn that confirms them. */
export function createPetitions({ pool, seal, attempts }: PetitionsOptions): Petitions {
  return {
    newCode: async () => {
      const { rows } = await pool.query<{ day: string; number: number }>(nextNumber);
      const { day, number } = rows[0] ?? { day: '', number: 0 };
      return `PA-${day}-${String(number).padStart(4, '0')}-${randomCheck()}`;
    },
    maySend: async (visitor) => (await attempts.take(visitor, `${sentSign}${visitor.message}`)).before.kind === 'open',
    seal: (contact) => seal.seal(contact),
    isOwn: async ({ channel, person }, code) => {
      const { rows } = await pool.query<{ own: boolean }>(writtenHere, [channel, person, code]);
      return rows[0]?.own ?? false;
    },
    own: async ({ channel, person }) => {
      const { rows } = await pool.query<Row>(writtenByThem, [channel, person]);
      return rows.map(statusOf);
    },
    find: async (code) => {
      const { rows } = await pool.query<Row>(findByCode, [code]);
      return rows[0] === undefined ? null : statusOf(rows[0]);
    },
  };
}

/**
 * Deletes the petitions that were closed before then: words, what is sealed of them, replies, and who has opened them. How many those were.
 */
export async function forgetClosedPetitions(pool: pg.Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query('delete from petitions where closed_at < $1', [before]);
  return rowCount ?? 0;
}

type Row = { code: string; on: string; closed: boolean; replies: { text: string; on: string }[] };

function statusOf({ code, on, closed, replies }: Row): PetitionStatus {
  return { code, status: closed ? 'closed' : replies.length > 0 ? 'answered' : 'received', on, replies };
}

/** Characters that are told apart when they are read out; no G or H, with which the agency of a dossier code begins. */
const characters = 'ABCDEKMNPQRSTVXY23456789';
/** Some 330,000 endings of each number: with the limits on wrong codes they are not found by trying. */
const checkLength = 4;

function randomCheck(): string {
  return Array.from({ length: checkLength }, () => characters.charAt(randomInt(characters.length))).join('');
}

// A turn that fails leaves a gap: numbers are never given twice.
const nextNumber = `
  insert into petition_days (day, last) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date, 1)
  on conflict (day) do update set last = petition_days.last + 1
  returning to_char(day, 'YYMMDD') as day, last as number`;

const writtenHere = `
  select exists (select from petitions join conversations on conversations.id = conversation_id
    where channel = $1 and person = $2 and code = $3) as own`;

const statuses = `
  select code, to_char(petitions.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as on, closed_at is not null as closed,
    coalesce((select jsonb_agg(jsonb_build_object('text', text, 'on', to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')) order by id)
      from petition_replies where petition_id = petitions.id), '[]') as replies
  from petitions`;
const findByCode = `${statuses} where code = $1`;
const writtenByThem = `
  ${statuses} join conversations on conversations.id = conversation_id where channel = $1 and person = $2 order by petitions.id desc limit 5`;
