import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { Unavailable } from '../bot/errors.ts';
import type { Case, CaseInShort } from '../bot/forms/case.ts';
import type { Attempts, Cases, Visitor } from '../bot/ports.ts';
import { openedCase } from './case-body.ts';
import type { Seal } from './seal.ts';

export type CasesOptions = { pool: pg.Pool; seal: Seal; attempts: Attempts; now: () => Date };

/** A case is kept so long after its last answer. */
export const keptDays = 30;
const moveMinutes = 15;

/** Filings on their way, as their citizen sees them. They are written by the inbox, with the turn that changes them. */
export function createCases({ pool, seal, attempts, now }: CasesOptions): Cases {
  return {
    newCode: async () => {
      const { rows } = await pool.query<{ day: string; number: number }>(nextNumber);
      const { day, number } = rows[0] ?? { day: '', number: 0 };
      return `BN-${day}-${String(number).padStart(4, '0')}-${randomCheck()}`;
    },
    find: async (visitor, id) => {
      if (id === '') return null;
      const { rows } = await pool.query<Row>(findCase, [...who(visitor), id, now(), keptDays]);
      return opened(rows[0], seal);
    },
    own: async (visitor) => {
      const { rows } = await pool.query<CaseInShort>(ownCases, [...who(visitor), now(), keptDays]);
      return rows;
    },
    moveCode: async (visitor, id) => {
      for (let tries = 0; tries < 5; tries++) {
        const digits = String(randomInt(1_000_000)).padStart(6, '0');
        const values = [seal.token(`move ${digits}`), id, ...who(visitor), now(), moveMinutes];
        const { rowCount } = await pool.query(giveMoveCode, values);
        if (rowCount === 1) return digits;
      }
      throw new Unavailable('move codes');
    },
    claim: async (visitor, digits) => {
      // Digits are guessed by trying: each try is counted before it is compared, for the person and for the network address.
      const sign = `move ${visitor.channel} ${visitor.person}`;
      const { before } = await attempts.take(visitor, sign);
      if (before.kind === 'locked') return { kind: 'locked', until: before.until };
      const { rows } = await pool.query<Row>(claimCase, [seal.token(`move ${digits}`), now(), keptDays]);
      const found = opened(rows[0], seal);
      if (found === null) return { kind: 'wrong' };
      await attempts.right(visitor, sign);
      return { kind: 'claimed', case: found };
    },
  };
}

/** Deletes the cases that were left alone for 30 days, with their papers and what was said of them. How many those were. */
export async function forgetOldCases(pool: pg.Pool, now: Date): Promise<number> {
  const { rowCount } = await pool.query(forgetCases, [now, keptDays]);
  return rowCount ?? 0;
}

type Row = { body: string; revision: number };

function opened(row: Row | undefined, seal: Seal): Case | null {
  return row === undefined ? null : openedCase(row.body, row.revision, seal);
}

function who({ channel, person }: Visitor): [string, string] {
  return [channel, person];
}

/** Characters that are told apart when they are read out. */
const characters = 'ABCDEKMNPQRSTVXY23456789';

function randomCheck(): string {
  return Array.from({ length: 4 }, () => characters.charAt(randomInt(characters.length))).join('');
}

// A turn that fails leaves a gap: numbers are never given twice.
const nextNumber = `
  insert into case_days (day, last) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date, 1)
  on conflict (day) do update set last = case_days.last + 1
  returning to_char(day, 'YYMMDD') as day, last as number`;

const findCase = `
  select body, revision from cases join conversations on conversations.id = conversation_id
  where channel = $1 and person = $2 and cases.id = $3 and changed_at > $4::timestamptz - make_interval(days => $5)`;

const ownCases = `
  select cases.id, code, form, state, to_char(changed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as "changedOn"
  from cases join conversations on conversations.id = conversation_id
  where channel = $1 and person = $2 and changed_at > $3::timestamptz - make_interval(days => $4)
  order by changed_at desc limit 20`;

// The last code given is the one that counts. Digits that wait for another case are not given twice; old ones make room.
const giveMoveCode = `
  with stale as (
    delete from move_codes where until < $5::timestamptz
  )
  insert into move_codes (token, case_id, until)
  select $1, cases.id, $5::timestamptz + make_interval(mins => $6) from cases join conversations on conversations.id = conversation_id
  where cases.id = $2 and channel = $3 and person = $4 and not exists (select from move_codes where token = $1 and case_id <> $2)
  on conflict (case_id) do update set token = excluded.token, until = excluded.until`;

const claimCase = `
  select body, revision from cases join move_codes on case_id = cases.id
  where token = $1 and until > $2::timestamptz and changed_at > $2::timestamptz - make_interval(days => $3)`;

const forgetCases = `
  with gone as (
    delete from cases where changed_at < $1::timestamptz - make_interval(days => $2) returning id, conversation_id
  ), papers_gone as (
    delete from papers using gone where owner = 'case ' || gone.id
  ), unsaid as (
    delete from entries using gone where entries.conversation_id = gone.conversation_id and entries.sealed is not null
      and entries.at < $1::timestamptz - make_interval(days => $2)
  )
  select from gone`;
