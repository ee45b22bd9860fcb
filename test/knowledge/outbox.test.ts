import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { message, result } from '../contracts/inbox.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the outbox on $name', (kind) => {
  const database = useDatabase(kind);
  let channel = '';
  beforeEach(() => {
    channel = randomUUID();
  });

  /** A turn whose replies were recorded by a process that then died. */
  const recorded = async (texts: string[], person = randomUUID()): Promise<Delivery[]> => {
    const inbox = createInbox(database.pool);
    const { conversation } = await inbox.accept(message({ channel, person }), '');
    await inbox.lease(conversation, 'dead');
    const taken = await inbox.next(conversation, 'dead');
    if (taken === null) throw new Error('no message waits');
    const replies = texts.map((text) => plainReply('answered', text));
    const deliveries = await inbox.record(taken, conversation, 'dead', result({ replies }), 1);
    await inbox.release(conversation, 'dead');
    return deliveries ?? [];
  };
  const leasesRunOut = () =>
    database.pool.query(`update outbox set lease_until = now() - interval '1 second' where channel = $1`, [channel]);
  const waitIsOver = () => database.pool.query('update outbox set due_at = now() where channel = $1', [channel]);
  const due = (owner: string, limit = 10) => createOutbox(database.pool).due(channel, owner, limit);
  const waits = async (id: number): Promise<number> => {
    const { rows } = await database.pool.query(
      'select extract(epoch from due_at - now())::float8 as seconds from outbox where entry_id = $1',
      [id],
    );
    return rows[0].seconds;
  };

  it('leaves a reply to the process that recorded it until its lease has run out', async () => {
    const [delivery] = await recorded(['một']);
    expect(await due('sweep')).toEqual([]);
    await leasesRunOut();
    expect(await due('sweep')).toEqual([delivery]);
  });

  it('gives the replies of a conversation one at a time, in order', async () => {
    const person = randomUUID();
    await recorded(['một', 'hai'], person);
    await recorded(['ba'], person);
    await leasesRunOut();
    const texts: string[] = [];
    for (let [next] = await due('sweep'); next !== undefined; [next] = await due('sweep')) {
      texts.push(next.reply.text);
      expect(await due('another sweep')).toEqual([]);
      await createOutbox(database.pool).delivered(next.id);
      await leasesRunOut();
    }
    expect(texts).toEqual(['một', 'hai', 'ba']);
  });

  it('waits longer after each failure, at most an hour, and holds back what comes after', async () => {
    const [first, second] = await recorded(['một', 'hai']);
    if (first === undefined || second === undefined) throw new Error('two replies were recorded');
    const outbox = createOutbox(database.pool);
    const pauses: number[] = [];
    for (let time = 0; time < 14; time += 1) {
      await outbox.notDelivered(first.id, { kind: 'failed', why: 'Unavailable zalo' });
      pauses.push(await waits(first.id));
    }
    await database.pool.query('update outbox set lease_until = null where entry_id = $1', [second.id]);
    expect(await due('sweep')).toEqual([]);
    pauses.forEach((pause, time) => {
      const meant = Math.min(3_600, 2 ** (time + 1));
      expect(pause).toBeLessThanOrEqual(meant);
      // The clock goes on between the failure and the look, on a slow machine for seconds.
      expect(pause).toBeGreaterThan(meant / 1.5 - 5);
    });
    const { rows } = await database.pool.query('select attempts, reason from outbox where entry_id = $1', [first.id]);
    expect(rows).toEqual([{ attempts: 14, reason: 'Unavailable zalo' }]);
    await waitIsOver();
    expect(await due('sweep')).toMatchObject([{ id: first.id }]);
    await outbox.delivered(first.id);
    expect(await due('sweep')).toMatchObject([{ id: second.id }]);
  });

  const undelivered = async () => {
    const { rows } = await database.pool.query('select kind, reason, attempts from undelivered where channel = $1', [channel]);
    return rows;
  };

  it('gives up what still fails two days after its first failure, for staff to see, and goes on behind it', async () => {
    const [first, second] = await recorded(['một', 'hai']);
    if (first === undefined || second === undefined) throw new Error('two replies were recorded');
    const outbox = createOutbox(database.pool);
    const failedFor = (hours: number) =>
      database.pool.query('update outbox set failing_since = now() - make_interval(hours => $2) where entry_id = $1', [first.id, hours]);
    await outbox.notDelivered(first.id, { kind: 'failed', why: 'Unavailable' });
    await failedFor(47);
    await outbox.notDelivered(first.id, { kind: 'failed', why: 'Unavailable' });
    expect(await undelivered()).toEqual([]);
    await failedFor(49);
    await outbox.notDelivered(first.id, { kind: 'failed', why: 'Unavailable' });
    expect(await undelivered()).toEqual([{ kind: 'given-up', reason: 'Unavailable', attempts: 3 }]);
    await leasesRunOut();
    expect(await due('sweep')).toMatchObject([{ id: second.id }]);
  });

  it('gives up at once what was refused for good', async () => {
    const [delivery] = await recorded(['một']);
    await createOutbox(database.pool).notDelivered(delivery?.id ?? 0, { kind: 'refused', why: 'Refused SMTP 554' });
    expect(await undelivered()).toEqual([{ kind: 'given-up', reason: 'Refused SMTP 554', attempts: 1 }]);
    await leasesRunOut();
    expect(await due('sweep')).toEqual([]);
  });

  it('gives no reply to two owners who look at the same time', async () => {
    for (let person = 0; person < 30; person += 1) await recorded([`tin ${person}`]);
    await leasesRunOut();
    const looks = await Promise.all(Array.from({ length: 8 }, (_, owner) => due(`owner ${owner}`, 7)));
    const given = looks.flat().map((delivery) => delivery.id);
    expect(new Set(given).size).toBe(given.length);
    const rest = await due('last', 100);
    expect(new Set([...given, ...rest.map((delivery) => delivery.id)]).size).toBe(30);
    expect(given.length + rest.length).toBe(30);
  });

  it('gives a reply again when its owner died before it was delivered', async () => {
    const [delivery] = await recorded(['một']);
    await leasesRunOut();
    expect(await due('a')).toHaveLength(1);
    expect(await due('b')).toEqual([]);
    await leasesRunOut();
    expect(await due('b')).toEqual([delivery]);
    await createOutbox(database.pool).delivered(delivery?.id ?? 0);
    await leasesRunOut();
    expect(await due('c')).toEqual([]);
  });

  it('gives only what belongs to the channels asked for, at most the number asked for', async () => {
    const people = [randomUUID(), randomUUID(), randomUUID()];
    for (const person of people) await recorded(['một'], person);
    await leasesRunOut();
    expect(await createOutbox(database.pool).due('no such channel', 'sweep', 10)).toEqual([]);
    const given = await due('sweep', 2);
    expect(given.map((delivery) => delivery.person)).toEqual(people.slice(0, 2));
  });

  it('knows how many parts of a reply have arrived, and nobody sends on whose lease is lost', async () => {
    const [delivery] = await recorded(['một']);
    const outbox = createOutbox(database.pool);
    const id = delivery?.id ?? 0;
    expect(await outbox.handedOver(id, 'dead')).toBe(true);
    await leasesRunOut();
    expect(await due('b')).toEqual([{ ...delivery, done: 1 }]);
    expect(await outbox.handedOver(id, 'dead')).toBe(false);
    expect(await outbox.handedOver(id, 'b')).toBe(true);
    await leasesRunOut();
    expect(await due('c')).toMatchObject([{ id, done: 2 }]);
  });

  it('puts off without counting a failure, and holds back what comes after', async () => {
    const [first, second] = await recorded(['một', 'hai']);
    if (first === undefined || second === undefined) throw new Error('two replies were recorded');
    const outbox = createOutbox(database.pool);
    const inTenMinutes = () => new Date(Date.now() + 600_000).toISOString();
    for (let time = 0; time < 20; time += 1)
      await outbox.notDelivered(first.id, { kind: 'later', why: 'Later rate', until: inTenMinutes() });
    expect(await waits(first.id)).toBeGreaterThan(500);
    await outbox.putBack([second.id], 'dead');
    expect(await due('sweep')).toEqual([]);
    const { rows } = await database.pool.query('select attempts, reason from outbox where entry_id = $1', [first.id]);
    expect(rows).toEqual([{ attempts: 0, reason: 'Later rate' }]);
    await waitIsOver();
    expect(await due('sweep')).toMatchObject([{ id: first.id }]);
  });

  it('gives up what was put off for a week', async () => {
    const [delivery] = await recorded(['một']);
    const later = () =>
      createOutbox(database.pool).notDelivered(delivery?.id ?? 0, { kind: 'later', why: 'Later quota', until: new Date().toISOString() });
    await later();
    expect(await undelivered()).toEqual([]);
    await database.pool.query(`update entries set at = now() - interval '8 days' where id = $1`, [delivery?.id]);
    await later();
    expect(await undelivered()).toEqual([{ kind: 'given-up', reason: 'Later quota', attempts: 1 }]);
  });

  it('gives nothing to send at once while an earlier reply of the conversation waits', async () => {
    const person = randomUUID();
    const [first] = await recorded(['một'], person);
    await createOutbox(database.pool).notDelivered(first?.id ?? 0, { kind: 'failed', why: 'Unavailable' });
    expect(await recorded(['hai'], person)).toEqual([]);
    expect(await due('sweep')).toEqual([]);
    await waitIsOver();
    expect(await due('sweep')).toMatchObject([{ reply: { text: 'một' } }]);
    await createOutbox(database.pool).delivered(first?.id ?? 0);
    expect(await due('sweep')).toMatchObject([{ reply: { text: 'hai' } }]);
  });

  it('forgets many that arrive at once in few statements', async () => {
    const given: Delivery[] = [];
    for (let at = 0; at < 20; at += 1) given.push(...(await recorded([`tin ${at}`])));
    const outbox = createOutbox(database.pool);
    await Promise.all(given.map(({ id }) => outbox.delivered(id)));
    await leasesRunOut();
    expect(await due('sweep', 100)).toEqual([]);
  });
});
