import type pg from 'pg';

/**
 * Somebody takes nothing from us any more: what they asked to be told in this conversation ends, with what of it is not delivered. What they asked
 * to be told elsewhere stays, and so does what they said.
 */
export function createUnreachable(pool: pg.Pool): (channel: string, person: string) => Promise<void> {
  return async (channel, person) => {
    await pool.query(endFollowing, [channel, person]);
  };
}

const endFollowing = `
  with place as (
    select id from conversations where channel = $1 and person = $2
  ), unsaid as (
    delete from outbox using place, entries
    where outbox.conversation_id = place.id and entries.id = outbox.entry_id and entries.inbox_id is null
      and (outbox.lease_until is null or outbox.lease_until < now())
  )
  delete from subscriptions using place where subscriptions.conversation_id = place.id`;
