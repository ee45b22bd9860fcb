import type pg from 'pg';
import type { StaffHolds } from '../bot/ports.ts';

/** Where staff talk to a citizen themselves, by when they last wrote. */
export function createStaffHolds(pool: pg.Pool, quietMinutes: number): StaffHolds {
  return {
    wrote: async (channel, person, at, messageId) => {
      await pool.query(hold, [channel, person, at.toISOString(), quietMinutes, messageId]);
    },
    isHeld: async (channel, person) => ((await pool.query(isHeld, [channel, person])).rowCount ?? 0) > 0,
    end: async (channel, person) => {
      await pool.query(endHold, [channel, person]);
    },
  };
}

// What staff wrote before the citizen asked for the assistant, and is told late, takes nothing over.
const hold = `
  with place as (
    insert into conversations (channel, person) values ($1, $2) on conflict (channel, person) do update set last_at = conversations.last_at
    returning id
  )
  insert into staff_holds (conversation_id, until, message_id)
  select id, $3::timestamptz + make_interval(mins => $4), $5 from place
  on conflict (conversation_id) do update set until = greatest(staff_holds.until, excluded.until), message_id = excluded.message_id
    where staff_holds.ended_at is null or staff_holds.ended_at < $3::timestamptz`;

const isHeld = `
  select from staff_holds join conversations on id = conversation_id where channel = $1 and person = $2 and until > now()`;

const endHold = `
  update staff_holds set until = now(), ended_at = now() from conversations where id = conversation_id and channel = $1 and person = $2`;
