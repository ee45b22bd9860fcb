import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Post, Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { createPostBox } from '../../knowledge/post-box.ts';
import { kinds } from '../support/databases.ts';
import { visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('what is said unprompted, on $name', (kind) => {
  const database = useDatabase(kind);
  let channel: string;
  let visitor: Visitor;
  beforeEach(async () => {
    channel = randomUUID();
    visitor = await visitorIn(database.pool, channel);
  });
  const post = (set: Partial<Post> = {}) =>
    createPostBox(database.pool).post({ ...visitor, reply: plainReply('status', 'Hồ sơ đã xong'), once: 'notice 1', tellAt: null, ...set });
  const due = () => createOutbox(database.pool).due(channel, randomUUID(), 10);
  const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

  it('is delivered like any reply, and answers no message', async () => {
    expect(await post()).toBe('posted');
    expect(await due()).toMatchObject([{ person: visitor.person, inReplyTo: null, reply: { text: 'Hồ sơ đã xong' } }]);
  });

  it('is said once for each key and conversation, even by eight at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => post()));
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(await post()).toBe('repeated');
    expect(await post({ once: 'notice 2' })).toBe('posted');
    expect(await post(await visitorIn(database.pool, channel))).toBe('posted');
  });

  it('reaches nobody who has gone', async () => {
    await createHistory(database.pool).forget(channel, visitor.person);
    expect(await post()).toBe('gone');
    expect(await due()).toEqual([]);
  });

  it('stands in the history, live too, as what the assistant said', async () => {
    const history = createHistory(database.pool);
    const before = await history.newest(channel, [visitor.person]);
    await post();
    const [entry] = await history.read(channel, visitor.person, before.get(visitor.person) ?? 0, 10);
    expect(entry).toMatchObject({ from: 'assistant', messageId: '', text: 'Hồ sơ đã xong', reply: { kind: 'status' } });
    expect((await history.newest(channel, [visitor.person])).get(visitor.person)).toBe(entry?.id);
  });

  it('is kept until its time and holds back nothing that comes after it', async () => {
    await post({ tellAt: inAnHour() });
    expect(await due()).toEqual([]);
    await post({ once: 'notice 2', reply: plainReply('status', 'gấp') });
    expect(await due()).toMatchObject([{ reply: { text: 'gấp' } }]);
    await database.pool.query('update outbox set due_at = now(), lease_until = null where channel = $1', [channel]);
    expect(await due()).toMatchObject([{ reply: { text: 'Hồ sơ đã xong' } }]);
  });

  it('holds back what comes after it once it was tried and failed', async () => {
    await post();
    const [first] = await due();
    await createOutbox(database.pool).notDelivered(first?.id ?? 0, { kind: 'failed', why: 'Unavailable' });
    await post({ once: 'notice 2' });
    expect(await due()).toEqual([]);
  });
});
