import type pg from 'pg';
import type { PostBox, Posted } from '../bot/ports.ts';

/** Says something unprompted in a conversation that there is: an entry and its place in the outbox, at most once for each key. */
export function createPostBox(pool: Pick<pg.Pool, 'query'>): PostBox {
  return {
    post: async ({ channel, person, reply, once, tellAt }) => {
      const { rows } = await pool.query<{ known: boolean; said: boolean }>(postOnce, [
        channel,
        person,
        reply.text,
        JSON.stringify(reply),
        once,
        tellAt,
      ]);
      return outcomeOf(rows[0]);
    },
  };
}

// One statement, so one commit.
const postOnce = `
  with place as (
    select id from conversations where channel = $1 and person = $2
  ), said as (
    insert into entries (conversation_id, sender, text, reply, once) select id, 'assistant', $3, $4::jsonb, $5 from place
    on conflict (conversation_id, once) where once is not null do nothing
    returning id, conversation_id
  ), queued as (
    insert into outbox (entry_id, conversation_id, channel, due_at) select id, conversation_id, $1, coalesce($6::timestamptz, now()) from said
  )
  select exists (select from place) as known, exists (select from said) as said`;

function outcomeOf(row: { known: boolean; said: boolean } | undefined): Posted {
  if (row === undefined || !row.known) return 'gone';
  return row.said ? 'posted' : 'repeated';
}
