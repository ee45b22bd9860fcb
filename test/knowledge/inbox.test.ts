import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { Inbox } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { inboxContract, message, result } from '../contracts/inbox.ts';
import { kinds, open } from '../support/databases.ts';
import { memoryInbox } from '../support/memory-inbox.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the inbox on $name', (kind) => {
  const database = useDatabase(kind);
  const expire = async (conversation: string) => {
    await database.pool.query(`update conversations set lease_until = now() - interval '1 second' where id = $1`, [conversation]);
  };
  const one = async <Row>(sql: string, values: unknown[]): Promise<Row | undefined> => (await database.pool.query(sql, values)).rows[0];
  /** How many rows a conversation has in each table that a turn writes. */
  const rowsOf = (conversation: string) =>
    one(
      `select (select count(*) from turns join inbox on inbox.id = inbox_id where conversation_id = $1) as turns,
        (select count(*) from entries where conversation_id = $1 and sender = 'assistant') as said,
        (select count(*) from outbox where conversation_id = $1) as outbox, (select count(*) from desk_notes where conversation_id = $1) as notes`,
      [conversation],
    );

  for (const { title, check } of inboxContract) it(title, () => check({ inbox: createInbox(database.pool), expire }));

  it('has a message on record before it says that it is accepted', async () => {
    const said = message({ text: 'Số 0912 345 678 của tôi 🌾' });
    const { conversation } = await createInbox(database.pool).accept(said, 'Số ••• của tôi 🌾');
    // On PostgreSQL another connection than the one that wrote: only what is committed is seen there.
    const second = kind.name === 'PostgreSQL' ? await open(database.place) : null;
    const { rows } = await (second?.pool ?? database.pool).query(
      'select body, text, sender from inbox join entries on inbox_id = inbox.id where inbox.conversation_id = $1',
      [conversation],
    );
    await second?.close();
    expect(rows).toEqual([{ body: said, text: 'Số ••• của tôi 🌾', sender: 'citizen' }]);
  });

  it('keeps each sender in order under 50 messages at once from one person', async () => {
    const inbox = createInbox(database.pool);
    const person = randomUUID();
    const { conversation } = await inbox.accept(message({ person, text: 'first' }), '');
    expect(await inbox.lease(conversation, 'a')).toBe(true);
    let writing = true;
    // Five devices, each waiting for its own message to be accepted, while the turns are being taken.
    const devices = Array.from({ length: 5 }, async (_, device) => {
      for (let place = 0; place < 10; place += 1) {
        const said = message({ person, text: `${device}/${place}` });
        const both = await Promise.all([inbox.accept(said, ''), inbox.accept(said, '')]);
        expect(both.map((each) => each.kind).sort()).toEqual(['accepted', 'repeated']);
      }
    });
    const all = Promise.all(devices).finally(() => {
      writing = false;
    });
    const taken: { entry: number; text: string }[] = [];
    for (let last = false; !last; ) {
      last = !writing;
      for (let each = await inbox.next(conversation, 'a'); each !== null; each = await inbox.next(conversation, 'a')) {
        taken.push({ entry: each.entry, text: each.message.text });
        expect(await inbox.record(each, conversation, 'a', result(), 1)).not.toBeNull();
      }
    }
    await all;
    expect(taken).toHaveLength(51);
    expect(taken.map((each) => each.entry)).toEqual(taken.map((each) => each.entry).sort((a, b) => a - b));
    for (let device = 0; device < 5; device += 1) {
      const own = taken.map((each) => each.text).filter((text) => text.startsWith(`${device}/`));
      expect(own).toEqual(Array.from({ length: 10 }, (_, place) => `${device}/${place}`));
    }
  });

  it('gives the lease to one of many who ask at once', async () => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message(), '');
    const answers = await Promise.all(Array.from({ length: 12 }, (_, owner) => inbox.lease(conversation, `owner ${owner}`)));
    expect(answers.filter((held) => held)).toHaveLength(1);
  });

  it('records turn, memory, replies, outbox and notes together, and the citizen’s own words are gone', async () => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message({ text: 'lời của riêng tôi' }), 'lời');
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    const reply = { ...plainReply('answered', 'Trả lời.'), aspect: 'fee' as const, procedures: ['9.000001'] };
    const whole = result({ replies: [reply], memory: { ...emptyMemory, part: 3 }, notes: [{ kind: 'unanswered', text: 'câu hỏi' }] });
    const deliveries = await inbox.record(taken, conversation, 'a', whole, 12.5);
    expect(deliveries).toMatchObject([{ reply, conversation }]);
    expect(await rowsOf(conversation)).toEqual({ turns: 1, said: 1, outbox: 1, notes: 1 });
    expect(await one('select memory from conversations where id = $1', [conversation])).toEqual({ memory: whole.memory });
    expect(await one('select kind, aspect, procedures, ms from turns where inbox_id = $1', [taken.entry])).toEqual({
      kind: 'answered',
      aspect: 'fee',
      procedures: ['9.000001'],
      ms: 12.5,
    });
    expect(await one('select body, recorded_at is not null as recorded from inbox where id = $1', [taken.entry])).toEqual({
      body: null,
      recorded: true,
    });
    const { rows } = await database.pool.query(`select * from entries where conversation_id = $1`, [conversation]);
    expect(JSON.stringify(rows)).not.toContain('của riêng tôi');
  });

  it('holds up nobody else for a message that cannot be read', async () => {
    const inbox = createInbox(database.pool);
    const said = [message(), message({ text: 'hai' }), message({ text: 'ba' })];
    const conversations = await Promise.all(said.map(async (each) => (await inbox.accept(each, '')).conversation));
    await database.pool.query(`update inbox set body = '{}' where message_id = $1`, [said[1]?.id]);
    await Promise.all(conversations.map((conversation) => inbox.lease(conversation, 'a')));
    const taken = await Promise.allSettled(conversations.map((conversation) => inbox.next(conversation, 'a')));
    expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    // For the tests behind this one.
    await database.pool.query('delete from inbox where message_id = $1', [said[1]?.id]);
  });

  it('keeps how a caller said it, and in which language the call is', async () => {
    const inbox = createInbox(database.pool);
    const said = message({ channel: 'phone', by: 'keys', language: 'en' });
    const { conversation } = await inbox.accept(said, '');
    await inbox.lease(conversation, 'a');
    expect((await inbox.next(conversation, 'a'))?.message).toMatchObject({ by: 'keys', language: 'en' });
    await database.pool.query('delete from inbox where message_id = $1', [said.id]);
  });

  it('writes nothing of a turn whose lease was lost, or that is recorded already', async () => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message(), '');
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    const late = result({ memory: { ...emptyMemory, part: 5 }, notes: [{ kind: 'petition', text: 'kiến nghị' }] });
    await expire(conversation);
    await inbox.lease(conversation, 'b');
    expect(await inbox.record(taken, conversation, 'a', late, 1)).toBeNull();
    expect(await rowsOf(conversation)).toEqual({ turns: 0, said: 0, outbox: 0, notes: 0 });
    expect(await inbox.record(taken, conversation, 'b', result(), 1)).toHaveLength(1);
    expect(await inbox.record(taken, conversation, 'b', late, 1)).toBeNull();
    expect(await rowsOf(conversation)).toEqual({ turns: 1, said: 1, outbox: 1, notes: 0 });
    expect(await one('select memory from conversations where id = $1', [conversation])).toEqual({ memory: emptyMemory });
  });

  it('writes nothing at all of a turn that cannot be written whole', async () => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message(), '');
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    // A text that no PostgreSQL keeps: the last of the writes fails.
    const broken = result({ replies: [plainReply('answered', 'a\u0000b')], notes: [{ kind: 'unanswered', text: 'ghi chú' }] });
    await expect(inbox.record(taken, conversation, 'a', broken, 1)).rejects.toThrow();
    expect(await rowsOf(conversation)).toEqual({ turns: 0, said: 0, outbox: 0, notes: 0 });
    expect(await inbox.next(conversation, 'a')).toMatchObject({ entry: taken.entry, message: taken.message, attempts: 2 });
  });
});

describe('the contract of an inbox', () => {
  it.each(inboxContract)('is kept by the inbox in memory, which $title', ({ check }) => check(memoryInbox()));

  const faults: [string, (good: Inbox) => Partial<Inbox>][] = [
    [
      'takes every message for a new one',
      (good) => ({ accept: async (...given) => ({ ...(await good.accept(...given)), kind: 'accepted' }) }),
    ],
    ['gives every lease', () => ({ lease: async () => true })],
    ['abandons nothing', () => ({ abandon: async () => {} })],
    ['releases whatever waits', () => ({ release: async () => true })],
    ['forgets the memory', (good) => ({ next: async (...given) => nullable(await good.next(...given), { memory: null }) })],
    ['does not count attempts', (good) => ({ next: async (...given) => nullable(await good.next(...given), { attempts: 1 }) })],
    ['records for anyone', (good) => ({ record: async (...given) => (await good.record(...given)) ?? [] })],
    ['leaves an album in its parts', () => ({ gather: async (taken) => taken })],
    ['lists nobody who waits', () => ({ waiting: async () => [] })],
  ];
  it.each(faults)('is broken by an inbox that %s', async (_, fault) => {
    const outcomes = inboxContract.map(({ check }) => {
      const world = memoryInbox();
      return check({ ...world, inbox: { ...world.inbox, ...fault(world.inbox) } });
    });
    const settled = await Promise.allSettled(outcomes);
    expect(settled.filter((outcome) => outcome.status === 'rejected')).not.toHaveLength(0);
  });
});

function nullable<Thing extends object>(thing: Thing | null, change: Partial<Thing>): Thing | null {
  return thing === null ? null : { ...thing, ...change };
}
