import type pg from 'pg';
import type { Delivery, Outbox } from '../bot/ports.ts';

const leaseSeconds = 30;

/**
 * Replies recorded but not delivered. Only the oldest of a conversation is due: order is kept while it is tried again. What is kept for a later hour
 * holds nothing back.
 */
export function createOutbox(pool: pg.Pool): Outbox {
  return {
    due: async (channels, owner, limit) => {
      const { rows } = await pool.query<DueRow>(takeDue, [channels, owner, limit, leaseSeconds]);
      return rows.sort((a, b) => a.id - b.id).map((row) => ({ ...row, at: row.at.toISOString() }));
    },
    delivered: async (id) => {
      await pool.query('delete from outbox where entry_id = $1', [id]);
    },
    failed: async (id, reason) => {
      await pool.query(putBack, [id, reason]);
    },
  };
}

type DueRow = Omit<Delivery, 'at'> & { at: Date };

const takeDue = `
  update outbox set lease_owner = $2, lease_until = now() + make_interval(secs => $4)
  from entries left join inbox on inbox.id = entries.inbox_id, conversations
  where entries.id = outbox.entry_id and conversations.id = outbox.conversation_id
    and outbox.entry_id in (
      select entry_id from outbox as oldest
      where channel = any ($1) and due_at <= now() and (lease_until is null or lease_until < now())
        and not exists (select from outbox as earlier where earlier.conversation_id = oldest.conversation_id and earlier.entry_id < oldest.entry_id
          and (earlier.attempts > 0 or earlier.due_at <= now()))
      order by entry_id limit $3 for update skip locked)
  returning entries.id as id, conversations.channel, conversations.person, conversations.id as conversation,
    entries.reply, inbox.message_id as "inReplyTo", entries.at`;

// 2 s, 4 s, 8 s … up to about an hour between tries.
const putBack = `
  update outbox set attempts = attempts + 1, reason = $2, lease_owner = null, lease_until = null,
    due_at = now() + make_interval(secs => least(3600, power(2, least(attempts, 11) + 1)))
  where entry_id = $1`;
