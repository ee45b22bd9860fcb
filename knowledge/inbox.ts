import type pg from 'pg';
import { z } from 'zod';
import type { Accepted, Delivery, Inbox, Taken } from '../bot/ports.ts';
import type { Memory, Message, TurnResult } from '../bot/types.ts';
import { transaction } from './transaction.ts';

const leaseSeconds = 30;
const messageSchema: z.ZodType<Message> = z.object({ channel: z.string(), id: z.string(), person: z.string(), text: z.string() });

/** The durable inbox on either database. A lease of a conversation lasts 30 s and is renewed by its holder. */
export function createInbox(pool: pg.Pool): Inbox {
  return {
    accept: (message, shown) => accept(pool, message, shown),
    lease: (conversation, owner) => touched(pool, takeLease, [conversation, owner, leaseSeconds]),
    release: (conversation, owner) => touched(pool, releaseLease, [conversation, owner]),
    next: (conversation, owner) => next(pool, conversation, owner),
    record: (taken, conversation, owner, result, ms) => record(pool, taken, conversation, owner, result, ms),
    waiting: async (limit) => {
      const { rows } = await pool.query<{ id: string }>(waitingConversations, [limit]);
      return rows.map((row) => row.id);
    },
  };
}

const takeLease = `
  update conversations set lease_owner = $2, lease_until = now() + make_interval(secs => $3)
  where id = $1 and (lease_until is null or lease_until < now() or lease_owner = $2)`;

// A message that came in meanwhile keeps the lease: its holder goes on.
const releaseLease = `
  update conversations set lease_owner = null, lease_until = null
  where id = $1 and lease_owner = $2
    and not exists (select from inbox where conversation_id = $1 and recorded_at is null)`;

const waitingConversations = `
  select conversations.id from conversations
  where (lease_until is null or lease_until < now())
    and id in (select conversation_id from inbox where recorded_at is null)
  limit $1`;

async function touched(pool: pg.Pool, sql: string, values: unknown[]): Promise<boolean> {
  const { rowCount } = await pool.query(sql, values);
  return (rowCount ?? 0) > 0;
}

// One statement, so one commit: the conversation, the message and what the history shows of it.
const acceptMessage = `
  with conversation as (
    insert into conversations (channel, person) values ($1, $2)
    on conflict (channel, person) do update set last_at = now() returning id
  ), accepted as (
    insert into inbox (channel, message_id, conversation_id, body) select $1, $3, id, $4::jsonb from conversation
    on conflict (channel, message_id) do nothing returning id, conversation_id
  ), said as (
    insert into entries (conversation_id, inbox_id, sender, text) select conversation_id, id, 'citizen', $5 from accepted
  )
  select conversation.id, exists (select from accepted) as fresh from conversation`;

async function accept(pool: pg.Pool, message: Message, shown: string): Promise<Accepted> {
  const values = [message.channel, message.person, message.id, JSON.stringify(message), shown];
  const { rows } = await pool.query<{ id: string; fresh: boolean }>(acceptMessage, values);
  const row = rows[0];
  if (row === undefined) throw new Error('the inbox returned no row');
  return { kind: row.fresh ? 'accepted' : 'repeated', conversation: row.id };
}

const nextMessage = `
  with held as (
    update conversations set lease_until = now() + make_interval(secs => $3) where id = $1 and lease_owner = $2 returning memory
  )
  update inbox set attempts = attempts + 1 from held
  where inbox.id = (select id from inbox where conversation_id = $1 and recorded_at is null order by id limit 1)
  returning inbox.id as entry, inbox.body, inbox.attempts, held.memory`;

async function next(pool: pg.Pool, conversation: string, owner: string): Promise<Taken | null> {
  const { rows } = await pool.query<{ entry: number; body: unknown; attempts: number; memory: Memory | null }>(nextMessage, [
    conversation,
    owner,
    leaseSeconds,
  ]);
  const row = rows[0];
  if (row === undefined) return null;
  return { entry: row.entry, message: messageSchema.parse(row.body), memory: row.memory, attempts: row.attempts };
}

async function record(
  pool: pg.Pool,
  taken: Taken,
  conversation: string,
  owner: string,
  result: TurnResult,
  ms: number,
): Promise<Delivery[] | null> {
  return transaction(pool, async (client) => {
    const held = await client.query('select from conversations where id = $1 and lease_owner = $2 for update', [conversation, owner]);
    if (held.rowCount === 0) return null;
    const fresh = await client.query('update inbox set recorded_at = now(), body = null where id = $1 and recorded_at is null', [
      taken.entry,
    ]);
    if (fresh.rowCount === 0) return null;
    await client.query('update conversations set memory = $2, last_at = now() where id = $1', [conversation, result.memory]);
    const first = result.replies[0];
    await client.query('insert into turns (inbox_id, channel, kind, aspect, procedures, ms) values ($1, $2, $3, $4, $5, $6)', [
      taken.entry,
      taken.message.channel,
      first?.kind ?? 'none',
      first?.aspect ?? null,
      first?.procedures ?? [],
      ms,
    ]);
    for (const note of result.notes) {
      await client.query('insert into desk_notes (conversation_id, kind, text) values ($1, $2, $3)', [conversation, note.kind, note.text]);
    }
    return sendLater(client, taken, conversation, owner, result);
  });
}

const addReplies = `
  with said as (
    insert into entries (conversation_id, inbox_id, sender, text, reply)
    select $1, $2, 'assistant', reply ->> 'text', reply from jsonb_array_elements($3::jsonb) with ordinality as given (reply, place) order by place
    returning id, reply, at
  ), queued as (
    insert into outbox (entry_id, conversation_id, channel, lease_owner, lease_until)
    select id, $1, $4, $5, now() + make_interval(secs => $6) from said
  )
  select id, reply, at from said order by id`;

async function sendLater(
  client: pg.PoolClient,
  taken: Taken,
  conversation: string,
  owner: string,
  result: TurnResult,
): Promise<Delivery[]> {
  const { message } = taken;
  const values = [conversation, taken.entry, JSON.stringify(result.replies), message.channel, owner, leaseSeconds];
  const { rows } = await client.query<{ id: number; reply: Delivery['reply']; at: Date }>(addReplies, values);
  return rows.map((row) => ({
    id: row.id,
    channel: message.channel,
    person: message.person,
    conversation,
    reply: row.reply,
    inReplyTo: message.id,
    at: row.at.toISOString(),
  }));
}
