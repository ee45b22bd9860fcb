import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressWording } from '../../bot/address-wording.ts';
import { endedNotice } from '../../bot/notices/ended.ts';
import type { Known, Subscriptions, Visitor } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createHistory } from '../../knowledge/conversations.ts';
import { createPostBox } from '../../knowledge/post-box.ts';
import { createReceivers } from '../../knowledge/receivers.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { kinds } from '../support/databases.ts';
import { newCode, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const seal = createSeal(randomBytes(32), 'notices');
const knownOf = (code: string): Known => ({ code, source: 'tinh', status: 4, statusText: 'Đang thẩm định' });

describe.each(kinds)('who follows a dossier, on $name', (kind) => {
  const database = useDatabase(kind);
  let subscriptions: Subscriptions;
  let visitor: Visitor;
  let code: string;
  beforeEach(async () => {
    await database.pool.query('truncate codes_sent');
    subscriptions = createSubscriptions({ pool: database.pool, seal, ways: ['email', 'sms'] });
    visitor = await visitorIn(database.pool, 'web');
    code = newCode();
  });
  /** At an address whose code was typed; each of these people names few enough to be sent one. */
  const follow = async (address: string | null = null, by: 'email' | 'sms' = 'email') => {
    if (address === null) return subscriptions.follow(visitor, knownOf(code), 'vi', null);
    const sealed = subscriptions.seal(by, address);
    const first = await subscriptions.follow(visitor, knownOf(code), 'vi', sealed);
    if (first !== 'unconfirmed') return first;
    const own = { ...visitor, message: randomUUID() };
    await subscriptions.codes.send(own, sealed, plainReply('asked', addressWording.letter.vi));
    await subscriptions.codes.take(own, sealed, await codeFor(address));
    return subscriptions.follow(visitor, knownOf(code), 'vi', sealed);
  };
  const receivers = (key = seal) => createReceivers({ pool: database.pool, seal: key, endedNotice });
  const codeFor = async (address: string): Promise<string> => {
    const { rows } = await database.pool.query<{ person: string }>(
      'select person from address_codes join conversations on id = conversation_id',
    );
    const all = await Promise.all(rows.map(({ person }) => receivers().of(person)));
    return all.find((each) => each?.address === address)?.code ?? '';
  };
  const count = async (sql: string, values: unknown[] = []) => (await database.pool.query<{ count: number }>(sql, values)).rows[0]?.count;

  it('is kept once, however often it is asked for', async () => {
    expect(await follow()).toBe('subscribed');
    expect(await follow()).toBe('already');
    expect(await subscriptions.followed(visitor)).toEqual([{ code, here: true, by: [] }]);
  });

  it('is nobody whom nothing could be told', async () => {
    expect(await subscriptions.follow({ ...visitor, person: randomUUID() }, knownOf(code), 'vi', null)).toBe('nowhere');
    expect(await count('select count(*) from watched_dossiers where code = $1', [code])).toBe(0);
  });

  it('does not touch what the others know when somebody comes later', async () => {
    await follow();
    const other = await visitorIn(database.pool, 'web');
    await subscriptions.follow(other, { ...knownOf(code), status: 9, statusText: 'Xong' }, 'vi', null);
    const { rows } = await database.pool.query('select status, status_text from watched_dossiers where code = $1', [code]);
    expect(rows).toEqual([{ status: 4, status_text: 'Đang thẩm định' }]);
  });

  it('follows twenty dossiers at most, and names three addresses at most for one', async () => {
    for (let made = 0; made < 20; made += 1) {
      expect(await subscriptions.follow(visitor, knownOf(newCode()), 'vi', null)).toBe('subscribed');
    }
    expect(await follow()).toBe('full');
    visitor = await visitorIn(database.pool, 'web');
    for (const name of ['mot', 'hai', 'ba']) expect(await follow(`${name}@vidu.vn`)).toBe('subscribed');
    expect(await follow('bon@vidu.vn')).toBe('full');
  });

  it('keeps an address sealed, shows it masked, and gives it to whoever has the key', async () => {
    await follow('nguyen.thi.hoa@vidu.vn');
    await follow('0912345678', 'sms');
    expect(await subscriptions.followed(visitor)).toEqual([{ code, here: false, by: ['n•••@v•••.vn', '•••••••678'] }]);
    const { rows } = await database.pool.query<{ sealed: string; person: string; channel: string }>(
      `select sealed, person, channel from notice_addresses join conversations on id = conversation_id
       where asked_in = (select id from conversations where person = $1) order by channel`,
      [visitor.person],
    );
    expect(JSON.stringify(rows)).not.toMatch(/nguyen|vidu|912345678/);
    const all = await Promise.all(rows.map((row) => receivers().of(row.person)));
    expect(all.map((each) => each?.address)).toEqual(['nguyen.thi.hoa@vidu.vn', '0912345678']);
    expect(await receivers(createSeal(randomBytes(32), 'notices')).of(rows[0]?.person ?? '')).toBeNull();
  });

  it('keeps the same address once', async () => {
    expect(await follow('a@vidu.vn')).toBe('subscribed');
    expect(await follow('A@vidu.vn')).toBe('already');
  });

  it('ends it for one dossier or for all, with the addresses and with what is on its way', async () => {
    await follow();
    await follow('a@vidu.vn');
    const second = newCode();
    await subscriptions.follow(visitor, knownOf(second), 'vi', null);
    const box = createPostBox(database.pool);
    const tellAt = new Date(Date.now() + 3_600_000).toISOString();
    const post = (about: string) => box.post({ ...visitor, reply: plainReply('status', about), once: `notice ${about} change 1`, tellAt });
    await post(code);
    await post(second);
    expect(await subscriptions.unfollow(visitor, code)).toEqual([code]);
    expect(await subscriptions.followed(visitor)).toEqual([{ code: second, here: true, by: [] }]);
    const unsaid = `select count(*) from entries where once like $1`;
    expect(await count(unsaid, [`notice ${code} %`])).toBe(0);
    expect(await count(unsaid, [`notice ${second} %`])).toBe(1);
    const addresses = `select count(*) from notice_addresses where asked_in = (select id from conversations where person = $1)`;
    expect(await count(addresses, [visitor.person])).toBe(0);
    expect(await subscriptions.unfollow(visitor, null)).toEqual([second]);
    expect(await subscriptions.unfollow(visitor, null)).toEqual([]);
  });

  it('keeps an address that another dossier still goes to', async () => {
    await follow('a@vidu.vn');
    const first = code;
    code = newCode();
    await follow('a@vidu.vn');
    await subscriptions.unfollow(visitor, first);
    expect(await subscriptions.followed(visitor)).toEqual([{ code, here: false, by: ['a•••@v•••.vn'] }]);
  });

  it('forgets all of it with the conversation', async () => {
    await follow();
    await follow('a@vidu.vn');
    const own = `select count(*) from subscriptions join conversations on conversations.id = subscriptions.conversation_id where code = $1`;
    const { rows } = await database.pool.query<{ person: string }>(
      `select person from subscriptions join conversations on id = conversation_id where code = $1 and channel = 'email'`,
      [code],
    );
    const person = rows[0]?.person ?? '';
    const addressOf = async (place: string) => (await receivers().of(place))?.address ?? null;
    expect([await count(own, [code]), await addressOf(person)]).toEqual([2, 'a@vidu.vn']);
    await createHistory(database.pool).forget('web', visitor.person);
    expect([await count(own, [code]), await addressOf(person)]).toEqual([0, null]);
  });
});

describe('a seal', () => {
  it('opens what it sealed and nothing that was altered', () => {
    const sealed = seal.seal('0912345678');
    expect(seal.open(sealed)).toBe('0912345678');
    expect(seal.seal('0912345678')).not.toBe(sealed);
    for (const place of [0, 20, 40]) {
      const other = sealed[place] === 'A' ? 'B' : 'A';
      expect(seal.open(sealed.slice(0, place) + other + sealed.slice(place + 1))).toBeNull();
    }
    for (const broken of ['', 'AAAA', sealed.slice(0, 30)]) expect(seal.open(broken)).toBeNull();
  });

  it('opens nothing that was sealed for another purpose', () => {
    const key = randomBytes(32);
    expect(createSeal(key, 'notices').open(createSeal(key, 'petitions').seal('a'))).toBeNull();
  });
});
