import type pg from 'pg';
import type { Delivery, NotDelivered, Outbox } from '../bot/ports.ts';
import { createGroup } from './group.ts';
import type { Seal } from './seal.ts';
import { unsealedReply } from './sealed-entry.ts';

const leaseSeconds = 30;
/** What still fails so long after its first failure is given up. */
const mostHours = 48;
/** What is put off again and again is given up at this age: by then it is news no more. */
const mostDays = 7;

/**
 * Replies recorded but not delivered. Only the oldest of a conversation is due: order is kept while it is tried again. What is kept for a later hour
 * holds nothing back.
 */
export function createOutbox(pool: pg.Pool, seal: Seal | null = null): Outbox {
  // Many arrive in the same moment: one statement, and one commit, for all that came in while the one before ran.
  const drop = createGroup<number>(async (ids) => {
    await pool.query({ name: 'delivered', text: 'delete from outbox where entry_id = any ($1::bigint[])', values: [ids] });
    return ids.map(() => undefined);
  });
  return {
    due: async (channel, owner, limit) => {
      const { rows } = await pool.query<DueRow>({ name: 'due', text: takeDue, values: [channel, owner, limit, leaseSeconds] });
      return rows
        .sort((a, b) => a.id - b.id)
        .map(({ sealed, ...row }) => ({ ...row, reply: unsealedReply(row.reply, sealed, seal), at: row.at.toISOString() }));
    },
    handedOver: async (id, owner) => {
      const { rowCount } = await pool.query({ name: 'part', text: countPart, values: [id, owner, leaseSeconds] });
      return (rowCount ?? 0) > 0;
    },
    delivered: drop,
    notDelivered: async (id, what) => {
      await pool.query(putOff, [id, what.why, what.kind, mostHours, mostDays, untilOf(what)]);
    },
    putBack: async (ids, owner) => {
      await pool.query(
        'update outbox set lease_owner = null, lease_until = null where entry_id = any ($1::bigint[]) and lease_owner = $2',
        [ids, owner],
      );
    },
  };
}

function untilOf(what: NotDelivered): string | null {
  return what.kind === 'later' ? what.until : null;
}

type DueRow = Omit<Delivery, 'at'> & { at: Date; sealed: string | null };

const takeDue = `
  update outbox set lease_owner = $2, lease_until = now() + make_interval(secs => $4)
  from entries left join inbox on inbox.id = entries.inbox_id, conversations
  where entries.id = outbox.entry_id and conversations.id = outbox.conversation_id
    and outbox.entry_id in (
      select entry_id from outbox as oldest
      where channel = $1 and due_at <= now() and (lease_until is null or lease_until < now())
        and not exists (select from outbox as earlier where earlier.conversation_id = oldest.conversation_id and earlier.entry_id < oldest.entry_id
          and (earlier.attempts > 0 or earlier.put_off or earlier.due_at <= now()))
      order by entry_id limit $3 for update skip locked)
  returning entries.id as id, conversations.channel, conversations.person, conversations.id as conversation,
    entries.reply, entries.sealed, inbox.message_id as "inReplyTo", entries.at, outbox.done`;

const countPart = `
  update outbox set done = done + 1, lease_until = now() + make_interval(secs => $3) where entry_id = $1 and lease_owner = $2`;

// 2 s, 4 s, 8 s … up to about an hour between tries. What is given up leaves the table, so that it holds nothing back.
const putOff = `
  with given_up as (
    delete from outbox where entry_id = $1
      and ($3 = 'refused' or ($3 = 'failed' and failing_since < now() - make_interval(hours => $4))
        or ($3 = 'later' and exists (select from entries where id = entry_id and at < now() - make_interval(days => $5))))
    returning entry_id, channel, attempts
  ), kept as (
    insert into undelivered (channel, kind, reason, about, attempts)
    select channel, 'given-up', $2, once, attempts + 1 from given_up join entries on entries.id = entry_id
  )
  update outbox set reason = $2, lease_owner = null, lease_until = null,
    attempts = case when $3 = 'later' then attempts else attempts + 1 end,
    put_off = put_off or $3 = 'later',
    failing_since = case when $3 = 'later' then failing_since else coalesce(failing_since, now()) end,
    due_at = case when $3 = 'later' then greatest($6::timestamptz, now() + interval '1 second')
      else now() + make_interval(secs => least(3600, power(2, least(attempts, 11) + 1))) end
  where entry_id = $1 and not exists (select from given_up)`;
