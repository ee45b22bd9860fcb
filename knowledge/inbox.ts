import type pg from 'pg';
import type { Accepted, Delivery, Inbox, Taken } from '../bot/ports.ts';
import type { Memory, Message, TurnResult } from '../bot/types.ts';
import { gatherAlbum } from './album.ts';
import { sealedCase } from './case-body.ts';
import { createGroup } from './group.ts';
import { besides, type More, moreOf } from './record-besides.ts';
import type { Seal } from './seal.ts';
import { shownReply } from './sealed-entry.ts';
import { messageSchema } from './stored-message.ts';

const leaseSeconds = 30;

/**
 * The durable inbox on either database. A lease of a conversation lasts 30 s and is renewed by its holder. `seal` keeps what is said in filings:
 * without one there are none.
 */
export function createInbox(pool: pg.Pool, seal: Seal | null = null): Inbox {
  // Under load many turns begin and end in the same moment: one statement does for all of them.
  const lease = createGroup<Holding, boolean>((all) => touched(pool, 'lease', takeLease, all, [leaseSeconds]));
  const release = createGroup<Holding, boolean>((all) => touched(pool, 'release', releaseLease, all));
  const next = createGroup<Holding, TakenRow | null>((all) => takeNext(pool, all));
  return {
    accept: (message, shown, whileSecret) => accept(pool, seal, message, shown, whileSecret ?? shown),
    lease: (conversation, owner) => lease({ conversation, owner }),
    release: (conversation, owner) => release({ conversation, owner }),
    abandon: async (conversation, owner) => {
      await pool.query({ name: 'abandon', text: abandonLease, values: [conversation, owner] });
    },
    next: async (conversation, owner) => {
      const row = await next({ conversation, owner });
      // Read here: what cannot be read is one conversation's trouble, not of all in its group.
      return row === null ? null : { entry: row.entry, message: messageSchema.parse(row.body), memory: row.memory, attempts: row.attempts };
    },
    gather: (taken, conversation, owner) => gatherAlbum(pool, taken, conversation, owner),
    record: (taken, conversation, owner, result, ms) => record(pool, seal, taken, conversation, owner, result, ms),
    waiting: async (limit) => {
      const { rows } = await pool.query<{ id: string }>(waitingConversations, [limit]);
      return rows.map((row) => row.id);
    },
  };
}

// Who holds a conversation need not be on the disk: after a crash of the database nobody does. What a turn rests on is written with its own commit,
// which takes to the disk what was written before it. Without this a turn waits for the disk five times instead of twice.
const unhurried = `(select set_config('synchronous_commit', 'off', true)) is not null`;

const holdings = 'unnest($1::uuid[], $2::text[]) as holding (conversation, owner)';

const takeLease = `
  update conversations set lease_owner = owner, lease_until = now() + make_interval(secs => $3) from ${holdings}
  where id = conversation and (lease_until is null or lease_until < now() or lease_owner = owner) and ${unhurried}
  returning id, owner`;

// A message that came in meanwhile keeps the lease: its holder goes on.
const releaseLease = `
  update conversations set lease_owner = null, lease_until = null from ${holdings}
  where id = conversation and lease_owner = owner
    and not exists (select from inbox where conversation_id = conversation and recorded_at is null) and ${unhurried}
  returning id, owner`;

const waitingConversations = `
  select conversations.id from conversations
  where (lease_until is null or lease_until < now())
    and id in (select conversation_id from inbox where recorded_at is null)
  limit $1`;

const abandonLease = 'update conversations set lease_owner = null, lease_until = null where id = $1 and lease_owner = $2';

type Holding = { conversation: string; owner: string };

// What every turn asks for is prepared, by a name, once a connection: planning it again each time costs as much as doing it.
async function touched(pool: pg.Pool, name: string, text: string, all: Holding[], more: unknown[] = []): Promise<boolean[]> {
  const { rows } = await pool.query<{ id: string; owner: string }>({ name, text, values: [...columnsOf(all), ...more] });
  const changed = new Set(rows.map(({ id, owner }) => `${id} ${owner}`));
  return all.map(({ conversation, owner }) => changed.has(`${conversation} ${owner}`));
}

/** In one order for every replica: two that ask for the same conversations do not hold one each and wait for the other. */
function columnsOf(all: Holding[]): string[][] {
  const ordered = [...all].sort((a, b) => (a.conversation < b.conversation ? -1 : 1));
  return [ordered.map(({ conversation }) => conversation), ordered.map(({ owner }) => owner)];
}

// One statement, so one commit: the conversation, the message and what the history shows of it.
const acceptMessage = `
  with conversation as (
    insert into conversations (channel, person) values ($1, $2)
    on conflict (channel, person) do update set last_at = now() returning id, memory
  ), accepted as (
    insert into inbox (channel, message_id, conversation_id, body) select $1, $3, id, $4::jsonb from conversation
    on conflict (channel, message_id) do nothing returning id, conversation_id
  ), said as (
    insert into entries (conversation_id, inbox_id, sender, sealed, text)
    select accepted.conversation_id, accepted.id, 'citizen',
      case when conversation.memory #>> '{filing,open}' = 'true' then $7 end,
      case when $7::text is not null and conversation.memory #>> '{filing,open}' = 'true' then '' when conversation.memory ->> 'awaiting' = 'factor' or conversation.memory ->> 'confirming' is not null
        or exists (select from inbox where inbox.conversation_id = conversation.id and recorded_at is null) then $6 else $5 end
    from accepted, conversation
  )
  select conversation.id, exists (select from accepted) as fresh from conversation`;

async function accept(pool: pg.Pool, seal: Seal | null, message: Message, shown: string, whileSecret: string): Promise<Accepted> {
  const values = [
    message.channel,
    message.person,
    message.id,
    JSON.stringify(message),
    shown,
    whileSecret,
    seal?.seal(message.files === undefined && message.voice === undefined ? message.text : shown) ?? null,
  ];
  const { rows } = await pool.query<{ id: string; fresh: boolean }>({ name: 'accept', text: acceptMessage, values });
  const row = rows[0];
  if (row === undefined) throw new Error('the inbox returned no row');
  return { kind: row.fresh ? 'accepted' : 'repeated', conversation: row.id };
}

const nextMessages = `
  with held as (
    update conversations set lease_until = now() + make_interval(secs => $3) from ${holdings}
    where id = conversation and lease_owner = owner and ${unhurried} returning id, owner, memory
  )
  update inbox set attempts = attempts + 1 from held
  where inbox.id = (select first.id from inbox as first where first.conversation_id = held.id and first.recorded_at is null order by first.id limit 1)
  returning held.id as conversation, held.owner, inbox.id as entry, inbox.body, inbox.attempts, held.memory`;

type TakenRow = Holding & { entry: number; body: unknown; attempts: number; memory: Memory | null };

async function takeNext(pool: pg.Pool, all: Holding[]): Promise<(TakenRow | null)[]> {
  const { rows } = await pool.query<TakenRow>({ name: 'next', text: nextMessages, values: [...columnsOf(all), leaseSeconds] });
  const taken = new Map(rows.map((row) => [`${row.conversation} ${row.owner}`, row]));
  return all.map(({ conversation, owner }) => taken.get(`${conversation} ${owner}`) ?? null);
}

// One statement, so one commit: nothing of it happens when the lease was lost (no row in `held`) or the turn is recorded already (none in `fresh`).
function recordTurn(more: More): string {
  const parts = [...besides].filter(([part]) => more[part]).map(([, sql]) => sql);
  return `
  with given as (
    -- A parameter that no part reads would have no type.
    select $10::jsonb, $13::jsonb, $14::jsonb, $15::jsonb, $16::text[], $17::jsonb, $19::text, $20::text
  ), held as (
    select id from conversations where id = $1 and lease_owner = $2 for update
  ), unchanged as (
    select id from cases where id = ($17::jsonb ->> 'id')::uuid and revision = ($17::jsonb ->> 'revision')::integer for update
  ), fresh as (
    update inbox set recorded_at = now(), body = null from held where inbox.id = $3 and recorded_at is null
      and (coalesce(($17::jsonb ->> 'revision')::integer, 0) = 0 or exists (select from unchanged)) returning inbox.id
  ), remembered as (
    update conversations set memory = $4::jsonb, last_at = now() from fresh where conversations.id = $1
  ), counted as (
    insert into turns (inbox_id, channel, kind, aspect, procedures, ms) select id, $5, $6, $7, $8::text[], $9 from fresh
  ), ${parts.join('')}said as (
    insert into entries (conversation_id, inbox_id, sender, text, reply, sealed)
    select $1, fresh.id, 'assistant', reply ->> 'text', reply, ($18::text[])[place]
    from fresh, jsonb_array_elements($11::jsonb) with ordinality as given (reply, place) order by place
    returning id, at
  ), line as (
    select exists (select from outbox where conversation_id = $1 and (attempts > 0 or put_off or due_at <= now())) as waits
  ), queued as (
    insert into outbox (entry_id, conversation_id, channel, lease_owner, lease_until)
    select id, $1, $5, case when not waits then $2 end, case when not waits then now() + make_interval(secs => $12) end from said, line
  )
  select said.id, said.at, line.waits from fresh cross join line left join said on true order by said.id`;
}

async function record(
  pool: pg.Pool,
  seal: Seal | null,
  taken: Taken,
  conversation: string,
  owner: string,
  result: TurnResult,
  ms: number,
): Promise<Delivery[] | null> {
  const { message } = taken;
  const first = result.replies[0];
  const { heard } = result;
  const hidden = result.personal ? seal : null;
  if (result.personal && seal === null) throw new Error('something personal is said and there is no seal');
  const values = [
    conversation,
    owner,
    taken.entry,
    JSON.stringify(result.memory),
    message.channel,
    first?.kind ?? 'none',
    first?.aspect ?? null,
    first?.procedures ?? [],
    ms,
    JSON.stringify(result.notes),
    JSON.stringify(hidden === null ? result.replies : result.replies.map(shownReply)),
    leaseSeconds,
    JSON.stringify(result.petition ?? {}),
    JSON.stringify(result.rating ?? {}),
    JSON.stringify(result.papers ?? []),
    (message.files ?? []).map(({ ref }) => ref),
    JSON.stringify(changeOf(result, seal)),
    hidden === null ? [] : result.replies.map((reply) => hidden.seal(JSON.stringify(reply))),
    (heard === undefined ? hidden : heard.personal ? seal : null)?.seal(heard?.text ?? message.text) ?? null,
    // What was spoken takes the place of the sign that stood for it.
    heard?.shown ?? null,
  ];
  const more = moreOf(result, { files: (message.files ?? []).length > 0, hides: hidden !== null || heard !== undefined });
  const name = ['record', ...Object.values(more).map(Number)].join('');
  const { rows } = await pool.query<{ id: number | null; at: Date; waits: boolean }>({ name, text: recordTurn(more), values });
  if (rows.length === 0) return null;
  // In the order of the replies: ids go up with their places.
  return rows.flatMap(({ id, at, waits }, place) => {
    const reply = result.replies[place];
    if (id === null || reply === undefined || waits) return [];
    const { channel, person } = message;
    return [{ id, channel, person, conversation, reply, inReplyTo: message.id, at: at.toISOString(), done: 0 }];
  });
}

/** What becomes of the case, as the statement takes it: nothing of the citizen's but sealed. */
function changeOf({ filing }: TurnResult, seal: Seal | null): Record<string, unknown> {
  if (filing === undefined) return {};
  if (filing.kind === 'delete') return { kind: 'delete', id: filing.id };
  if (seal === null) throw new Error('a filing is saved and there is no seal');
  const { id, code, form, state, revision } = filing.case;
  return {
    kind: 'save',
    id,
    code,
    form,
    state,
    revision,
    take: filing.take,
    submit: filing.submit ?? null,
    body: sealedCase(filing.case, seal),
  };
}
