import type pg from 'pg';
import type { Delivery, Outbox } from '../bot/ports.ts';
import type { Seal } from './seal.ts';
import { unsealedReply } from './sealed-entry.ts';

const leaseSeconds = 30;
/** What still fails so long after its first failure is given up. */
const mostHours = 48;

/**
 * Replies recorded but not delivered. Only the oldest of a conversation is due: order is kept while it is tried again. What is kept for a later hour
 * holds nothing back.
 */
export function createOutbox(pool: pg.Pool, seal: Seal | null = null): Outbox {
  return {
    due: async (channels, owner, limit) => {
      const { rows } = await pool.query<DueRow>(takeDue, [channels, owner, limit, leaseSeconds]);
      return rows
        .sort((a, b) => a.id - b.id)
        .map(({ sealed, ...row }) => ({ ...row, reply: unsealedReply(row.reply, sealed, seal), at: row.at.toISOString() }));
    },
    delivered: async (id) => {
      await pool.query('delete from outbox where entry_id = $1', [id]);
    },
    failed: async (id, reason, forGood = false) => {
      await pool.query(putBack, [id, reason, forGood, mostHours]);
    },
  };
}

type DueRow = Omit<Delivery, 'at'> & { at: Date; sealed: string | null };

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
    entries.reply, entries.sealed, inbox.message_id as "inReplyTo", entries.at`;

// 2 s, 4 s, 8 s … up to about an hour between tries. What is given up leaves the table, so that it holds nothing back.
const putBack = `
  with given_up as (
    delete from outbox where entry_id = $1 and ($3 or failing_since < now() - make_interval(hours => $4)) returning entry_id, channel, attempts
  ), kept as (
    insert into undelivered (channel, kind, reason, about, attempts)
    select channel, 'given-up', $2, once, attempts + 1 from given_up join entries on entries.id = entry_id
  )
  update outbox set attempts = attempts + 1, reason = $2, lease_owner = null, lease_until = null, failing_since = coalesce(failing_since, now()),
    due_at = now() + make_interval(secs => least(3600, power(2, least(attempts, 11) + 1)))
  where entry_id = $1 and not exists (select from given_up)`;
