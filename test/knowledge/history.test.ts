import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plainReply } from '../../bot/reply.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { message, result } from '../contracts/inbox.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the history on $name', (kind) => {
  const database = useDatabase(kind);

  /** One turn: what the citizen said as it is shown, and the answer. */
  const talk = async (person: string, shown: string, answer: string, id: string = randomUUID()): Promise<string> => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message({ channel: 'web', id, person, text: 'lời thật' }), shown);
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    await inbox.record(
      taken,
      conversation,
      'a',
      result({ replies: [plainReply('answered', answer)], notes: [{ kind: 'unanswered', text: shown }] }),
      1,
    );
    await inbox.release(conversation, 'a');
    return conversation;
  };
  const read = (person: string, after = 0, limit = 100) => createHistory(database.pool).read('web', person, after, limit);

  it('shows both sides in the order they were said, the masked text and the whole reply', async () => {
    const person = randomUUID();
    const id = randomUUID();
    await talk(person, 'số •••678', 'đáp một', id);
    await talk(person, 'câu hai', 'đáp hai');
    const entries = await read(person);
    expect(entries.map(({ from, text }) => [from, text])).toEqual([
      ['citizen', 'số •••678'],
      ['assistant', 'đáp một'],
      ['citizen', 'câu hai'],
      ['assistant', 'đáp hai'],
    ]);
    expect(entries.slice(0, 2).map((entry) => entry.messageId)).toEqual([id, id]);
    expect(entries[0]?.reply).toBeNull();
    expect(entries[1]?.reply).toEqual(plainReply('answered', 'đáp một'));
    expect(entries.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id).sort((a, b) => a - b));
    for (const { at } of entries) expect(new Date(at).toISOString()).toBe(at);
    expect(JSON.stringify(entries)).not.toContain('lời thật');
  });

  it('begins after an entry, and keeps the newest when there are more than asked for', async () => {
    const person = randomUUID();
    for (const turn of ['1', '2', '3']) await talk(person, `hỏi ${turn}`, `đáp ${turn}`);
    const all = await read(person);
    expect(await read(person, all[3]?.id)).toEqual(all.slice(4));
    expect(await read(person, all.at(-1)?.id)).toEqual([]);
    expect(await read(person, 0, 2)).toEqual(all.slice(-2));
  });

  it('shows a message that waits for its answer, and nobody else’s', async () => {
    const person = randomUUID();
    await createInbox(database.pool).accept(message({ channel: 'web', person }), 'vừa gửi');
    expect((await read(person)).map((entry) => entry.text)).toEqual(['vừa gửi']);
    expect(await read(randomUUID())).toEqual([]);
    expect(await createHistory(database.pool).read('zalo', person, 0, 100)).toEqual([]);
  });

  it('tells the newest entry of each person who has one', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await talk(one, 'hỏi', 'đáp');
    await talk(two, 'hỏi', 'đáp');
    const newest = await createHistory(database.pool).newest('web', [one, two, randomUUID()]);
    expect(newest).toEqual(
      new Map([
        [one, (await read(one)).at(-1)?.id],
        [two, (await read(two)).at(-1)?.id],
      ]),
    );
    expect(await createHistory(database.pool).newest('web', [])).toEqual(new Map());
  });

  it('forgets a person wholly, and only that person', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const gone = await talk(one, 'hỏi', 'đáp');
    const kept = await talk(two, 'hỏi', 'đáp');
    await createInbox(database.pool).accept(message({ channel: 'web', person: one }), 'còn chờ');
    await createHistory(database.pool).forget('web', one);
    expect(await read(one)).toEqual([]);
    const left = async (conversation: string) => {
      const { rows } = await database.pool.query(
        `select (select count(*) from conversations where id = $1) as conversations, (select count(*) from inbox where conversation_id = $1) as inbox,
          (select count(*) from entries where conversation_id = $1) as entries, (select count(*) from outbox where conversation_id = $1) as outbox,
          (select count(*) from desk_notes where conversation_id = $1) as notes`,
        [conversation],
      );
      return rows[0];
    };
    expect(await left(gone)).toEqual({ conversations: 0, inbox: 0, entries: 0, outbox: 0, notes: 0 });
    expect(await left(kept)).toEqual({ conversations: 1, inbox: 1, entries: 2, outbox: 1, notes: 1 });
    const { rows } = await database.pool.query('select inbox_id from turns where inbox_id not in (select id from inbox)');
    expect(rows).toEqual([]);
  });

  it('lets a turn in progress end without a trace once its person was forgotten', async () => {
    const person = randomUUID();
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message({ channel: 'web', person }), 'hỏi');
    await inbox.lease(conversation, 'a');
    const taken = await inbox.next(conversation, 'a');
    if (taken === null) throw new Error('no message waits');
    await createHistory(database.pool).forget('web', person);
    expect(await inbox.record(taken, conversation, 'a', result(), 1)).toBeNull();
    expect(await read(person)).toEqual([]);
  });
});
