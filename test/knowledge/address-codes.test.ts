import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressWording } from '../../bot/address-wording.ts';
import { endedNotice } from '../../bot/notices/ended.ts';
import type { SealedAddress, Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { createReceivers, type Receivers } from '../../knowledge/receivers.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { listUndelivered } from '../../knowledge/undelivered.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { kinds } from '../support/databases.ts';
import { newCode, toldIn, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const letter = plainReply('asked', addressWording.letter.vi);

describe.each(kinds)('codes that confirm addresses, on $name', (kind) => {
  const database = useDatabase(kind);
  const seal = createSeal(randomBytes(32), 'notices');
  let receivers: Receivers;
  let visitor: Visitor;
  let address: SealedAddress;
  const subscriptions = () => createSubscriptions({ pool: database.pool, seal, ways: ['email', 'sms'] });
  const addressOf = (plain: string, by: 'email' | 'sms' = 'email') => subscriptions().seal(by, plain);
  beforeEach(async () => {
    await database.pool.query(`truncate codes_sent, left_addresses, undelivered`);
    await database.pool.query(`delete from conversations where channel in ('email', 'sms')`);
    receivers = createReceivers({ pool: database.pool, seal, endedNotice });
    visitor = await visitorIn(database.pool, 'web');
    address = addressOf(`${randomUUID()}@vidu.vn`);
  });
  const newMessage = (who = visitor): Visitor => ({ ...who, message: randomUUID() });
  const send = (to = address, who = newMessage()) => subscriptions().codes.send(who, to, letter);
  const take = (typed: string, who = newMessage(), to = address) => subscriptions().codes.take(who, to, typed);
  const deliveries = async () => {
    const outbox = createOutbox(database.pool);
    return [...(await outbox.due('email', randomUUID(), 50)), ...(await outbox.due('sms', randomUUID(), 50))];
  };
  const personOf = async () =>
    (await database.pool.query<{ person: string }>(`select person from conversations where channel in ('email', 'sms')`)).rows[0]?.person ??
    '';
  const code = async () => (await receivers.of(await personOf()))?.code ?? '';
  const wrong = async () => ((await code()) === '111111' ? '222222' : '111111');
  const follow = (dossier = newCode(), to = address, who = visitor) =>
    subscriptions().follow(who, { code: dossier, source: 'tinh', status: 4, statusText: '' }, 'vi', to);
  const confirmed = async (to = address) => {
    await send(to);
    return take(await code(), newMessage(), to);
  };

  it('go out by the outbox without standing in it, six digits, sealed', async () => {
    expect(await send()).toEqual({ kind: 'sent' });
    const all = await deliveries();
    expect(all).toMatchObject([{ channel: 'email', reply: { kind: 'asked' }, inReplyTo: null }]);
    expect(await code()).toMatch(/^\d{6}$/);
    const { rows } = await database.pool.query('select * from address_codes');
    expect(JSON.stringify([all, rows])).not.toContain(await code());
  });

  it('open the address to notices, for this person alone, and count once', async () => {
    expect(await follow()).toBe('unconfirmed');
    await send();
    expect(await follow()).toBe('unconfirmed');
    const right = await code();
    const own = newMessage();
    expect(await take(right, own)).toEqual({ kind: 'right' });
    expect(await take(right, own)).toEqual({ kind: 'right' });
    expect((await receivers.of(await personOf()))?.code).toBeNull();
    expect(await follow()).toBe('subscribed');
    const other = await visitorIn(database.pool, 'web');
    expect(await take(right, other)).toEqual({ kind: 'expired' });
    expect(await follow(newCode(), address, other)).toBe('unconfirmed');
  });

  it('end at the fifth wrong try; a turn taken twice is one try', async () => {
    await send();
    const right = await code();
    const first = newMessage();
    const bad = await wrong();
    expect(await take(bad, first)).toEqual({ kind: 'wrong', left: 4 });
    expect(await take(bad, first)).toEqual({ kind: 'wrong', left: 4 });
    for (const left of [3, 2, 1]) expect(await take(bad)).toEqual({ kind: 'wrong', left });
    expect(await take(bad)).toEqual({ kind: 'worn' });
    expect(await take(right)).toEqual({ kind: 'worn' });
    await send();
    expect(await take(await code())).toEqual({ kind: 'right' });
  });

  it('end after 15 minutes', async () => {
    await send();
    const right = await code();
    const { rows } = await database.pool.query(
      `select expires_at > now() + interval '14 minutes' as early, expires_at <= now() + interval '15 minutes' as late from address_codes`,
    );
    expect(rows).toEqual([{ early: true, late: true }]);
    await database.pool.query(`update address_codes set expires_at = now() - interval '1 second'`);
    expect(await take(right)).toEqual({ kind: 'expired' });
    expect(await code()).toBe('');
  });

  it('take the place of the one before, letter and all', async () => {
    await send();
    const before = await code();
    for (let tries = 0; tries < 2 && (await code()) === before; tries += 1) await send();
    expect(await deliveries()).toHaveLength(1);
    expect(await take(before)).toMatchObject({ kind: 'wrong' });
    expect(await take(await code())).toEqual({ kind: 'right' });
  });

  it('are sent once for each message', async () => {
    const own = newMessage();
    await send(address, own);
    const first = await code();
    expect(await send(address, own)).toEqual({ kind: 'sent' });
    expect(await code()).toBe(first);
    expect((await database.pool.query('select from codes_sent')).rowCount).toBe(1);
  });

  it('are sent to one address three times an hour, whoever asks', async () => {
    const others = [visitor, await visitorIn(database.pool, 'web'), await visitorIn(database.pool, 'web')];
    for (const who of others) expect(await send(address, newMessage(who))).toEqual({ kind: 'sent' });
    const refused = await send(address, newMessage(await visitorIn(database.pool, 'web')));
    expect(refused.kind).toBe('limited');
    await database.pool.query(`update codes_sent set at = at - interval '61 minutes'`);
    for (let time = 0; time < 2; time += 1) expect(await send()).toEqual({ kind: 'sent' });
    await database.pool.query(`update codes_sent set at = at - interval '61 minutes'`);
    expect((await send()).kind).toBe('limited');
  });

  it('are sent for one person to five addresses an hour, and for one network thirty times a day', async () => {
    for (let made = 0; made < 5; made += 1) expect(await send(addressOf(`${randomUUID()}@vidu.vn`))).toEqual({ kind: 'sent' });
    expect(await send()).toMatchObject({ kind: 'limited' });
    await database.pool.query('truncate codes_sent');
    await database.pool.query(
      `insert into codes_sent (channel, message, person, address, network) select 'web', n::text, n::text, n::text, 'net' from generate_series(1, 30) as n`,
    );
    expect(await send(address, { ...newMessage(), network: 'net' })).toMatchObject({ kind: 'limited' });
    expect(await send(address, { ...newMessage(), network: 'other' })).toEqual({ kind: 'sent' });
  });

  it('pass the limit no more when twelve ask at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => visitorIn(database.pool, 'web')));
    const outcomes = await Promise.all(people.map((who) => send(address, who)));
    expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(3);
  });

  it('are forgotten with an address that nobody confirms', async () => {
    await send();
    await database.pool.query(`update conversations set last_at = now() - interval '2 hours' where channel = 'email'`);
    await createWatchList({ pool: database.pool }).tidy();
    expect((await database.pool.query('select from address_codes')).rowCount).toBe(0);
    expect((await database.pool.query('select from notice_addresses')).rowCount).toBe(0);
  });

  describe('and the receiver', () => {
    const tokenOf = async () => (await receivers.of(await personOf()))?.leave ?? '';

    it('ends the address by the token of a message, for whoever named it, and gets no code for a day', async () => {
      const other = await visitorIn(database.pool, 'web');
      await confirmed();
      await follow();
      await send(address, newMessage(other));
      const token = await tokenOf();
      expect(token).toMatch(/^[\w-]{22}$/);
      expect(await receivers.leave(token)).toBe(true);
      expect(await personOf()).toBe('');
      expect(await subscriptions().followed(visitor)).toEqual([]);
      expect((await toldIn(database.pool, 'web')).filter(({ person }) => [visitor.person, other.person].includes(person))).toHaveLength(2);
      expect(await send()).toMatchObject({ kind: 'declined' });
      await database.pool.query(`update left_addresses set at = now() - interval '25 hours'`);
      expect(await send()).toEqual({ kind: 'sent' });
    });

    it('ends nothing by another token', async () => {
      await confirmed();
      const token = await tokenOf();
      for (const strange of ['', 'x', `${token}a`, randomBytes(16).toString('base64url'), `${token.slice(0, 21)}/`]) {
        expect(await receivers.leave(strange)).toBe(false);
      }
      expect(await tokenOf()).toBe(token);
    });

    it('ends a number by a reply from it', async () => {
      address = addressOf('0912345678', 'sms');
      await confirmed();
      expect(await receivers.leaveNumber('0912345679', randomUUID())).toBe(false);
      expect(await receivers.leaveNumber('0912345678', randomUUID())).toBe(true);
      expect(await personOf()).toBe('');
    });

    it('ends it once for one reply: what was asked for since stays, and what failed may come again', async () => {
      address = addressOf('0912345677', 'sms');
      await confirmed();
      const signature = randomUUID();
      await database.pool.query('alter table left_addresses rename to away');
      await expect(receivers.leaveNumber('0912345677', signature)).rejects.toThrow();
      await database.pool.query('alter table away rename to left_addresses');
      expect(await receivers.leaveNumber('0912345677', signature)).toBe(true);
      await database.pool.query('delete from left_addresses');
      await confirmed();
      expect(await receivers.leaveNumber('0912345677', signature)).toBe(false);
      expect(await personOf()).not.toBe('');
    });
  });

  it('end an address that takes nothing: staff see why, its person is told, nothing goes there any longer', async () => {
    await confirmed();
    const dossier = newCode();
    await follow(dossier);
    await receivers.unreachable(await personOf(), 'SMTP 550 5.1.1');
    await receivers.unreachable(await personOf(), 'SMTP 550 5.1.1');
    expect(await listUndelivered(database.pool, 1, 10)).toMatchObject([
      { channel: 'email', kind: 'address-ended', reason: 'SMTP 550 5.1.1' },
    ]);
    expect(await subscriptions().followed(visitor)).toEqual([]);
    const told = (await toldIn(database.pool, 'web')).filter(({ person }) => person === visitor.person);
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('không tới được')]);
    expect(told[0]?.text).toMatch(/•••@v•••\.vn/);
  });
});
