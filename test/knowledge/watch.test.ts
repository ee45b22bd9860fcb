import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { News, NowSeen, Watched, WatchLimit, WatchList } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { kinds } from '../support/databases.ts';
import { dossierOf, newCode, toldIn, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const hour = 3_600_000;

describe.each(kinds)('the list of what is followed, on $name', (kind) => {
  const database = useDatabase(kind);
  let list: WatchList;
  let limit: WatchLimit;
  let channel: string;
  beforeEach(async () => {
    channel = randomUUID();
    limit = { name: randomUUID(), everyMs: hour, perSecond: null, together: 4 };
    list = createWatchList({ pool: database.pool });
    await database.pool.query('truncate watched_dossiers, subscriptions, watch_sources, watch_nudges');
    await list.prepare([limit]);
  });
  const follow = async (code = newCode(), language: 'vi' | 'en' = 'vi') => {
    const known = { code, source: limit.name, status: 4, statusText: 'Đang thẩm định' };
    const visitor = await visitorIn(database.pool, channel);
    await createSubscriptions({ pool: database.pool, seal: null, ways: [] }).follow(visitor, known, language, null);
    return code;
  };
  const take = (owner: string, most = 10) => list.take(limit, owner, most);
  const one = async (owner: string): Promise<Watched> => {
    const [watched] = await take(owner);
    if (watched === undefined) throw new Error('nothing is due');
    return watched;
  };
  const seen = (set: Partial<NowSeen> = {}): NowSeen => ({
    source: limit.name,
    status: 9,
    statusText: 'Xong',
    overdueFor: null,
    ended: false,
    ...set,
  });
  const newsOf = (once: string, tellAt: string | null = null): News => ({
    once,
    replies: { vi: plainReply('status', `${once} vi`), en: plainReply('status', `${once} en`) },
    tellAt,
  });
  const leasesRunOut = () => database.pool.query(`update watched_dossiers set due_at = now() - interval '1 second'`);

  it('gives each dossier to one of eight who look at the same moment', async () => {
    for (let made = 0; made < 30; made += 1) await follow();
    const taken = (await Promise.all(Array.from({ length: 8 }, (_, owner) => take(`owner ${owner}`, 5)))).flat();
    expect(taken).toHaveLength(30);
    expect(new Set(taken.map(({ code }) => code)).size).toBe(30);
    expect(await take('late')).toEqual([]);
  });

  it('gives what a dead owner held to another, and takes nothing more from the first', async () => {
    const code = await follow();
    const watched = await one('a');
    await leasesRunOut();
    expect(await take('b')).toEqual([watched]);
    expect(await list.record(watched, 'a', seen(), [newsOf('a')], hour)).toBe(false);
    expect(await toldIn(database.pool, channel)).toEqual([]);
    expect(await list.record(watched, 'b', seen(), [newsOf('b')], hour)).toBe(true);
    expect(await list.record(watched, 'b', seen(), [newsOf('b again')], hour)).toBe(false);
    expect((await toldIn(database.pool, channel)).map(({ text }) => text)).toEqual(['b vi']);
    await leasesRunOut();
    expect(await one('c')).toEqual({ code, version: expect.any(Number), seen: { status: 9, statusText: 'Xong' }, overdueFor: null });
  });

  it('does not take for told who begins to follow while a look writes that it is overdue', async () => {
    const code = await follow();
    await list.record(await one('a'), 'a', seen({ overdueFor: '2026-11-20' }), [newsOf('overdue')], hour);
    await leasesRunOut();
    const watched = await one('b');
    await follow(code);
    expect(await list.record(watched, 'b', seen({ status: 5, overdueFor: '2026-11-20' }), [newsOf('change')], hour)).toBe(false);
    await leasesRunOut();
    const again = await one('c');
    expect(again.overdueFor).toBe(null);
    await list.record(again, 'c', seen({ status: 5, overdueFor: '2026-11-20' }), [newsOf('overdue')], hour);
    expect((await toldIn(database.pool, channel)).map(({ text }) => text)).toEqual(['overdue vi', 'overdue vi']);
  });

  it('tells every follower in their language, and those of an ended dossier nothing more', async () => {
    const code = await follow();
    await follow(code, 'en');
    await list.record(await one('a'), 'a', seen({ ended: true }), [newsOf('first'), newsOf('second')], hour);
    expect((await toldIn(database.pool, channel)).map(({ text }) => text).sort()).toEqual([
      'first en',
      'first vi',
      'second en',
      'second vi',
    ]);
    await leasesRunOut();
    await list.record(await one('b'), 'b', seen(), [newsOf('third')], hour);
    expect(await toldIn(database.pool, channel)).toHaveLength(4);
  });

  it('keeps what is no hurry until its time, but not from a channel that wakes nobody', async () => {
    const tellAt = new Date(Date.now() + hour).toISOString();
    const code = await follow();
    const silent = createWatchList({ pool: database.pool, silent: [channel] });
    await list.record(await one('a'), 'a', seen(), [newsOf(`${code} 1`, tellAt)], hour);
    await leasesRunOut();
    await silent.record(await one('b'), 'b', seen(), [newsOf(`${code} 2`, tellAt)], hour);
    const told = await toldIn(database.pool, channel);
    expect(told[0]?.due?.toISOString()).toBe(tellAt);
    expect(told[1]?.due?.getTime()).toBeLessThan(Date.now() + 60_000);
  });

  it('has a dossier due again after a while that is never the same', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => follow()));
    await take('a', 20);
    await list.putBack(codes, 'a', hour);
    const { rows } = await database.pool.query<{ minutes: number }>(
      'select round(extract(epoch from due_at - now()) / 60)::int as minutes from watched_dossiers',
    );
    const minutes = rows.map((row) => row.minutes);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(47);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(72);
    expect(new Set(minutes).size).toBeGreaterThan(3);
    expect(await take('b')).toEqual([]);
  });

  it('has a dossier due at once that the register changes, whoever writes, and passes over what nobody follows', async () => {
    const code = await follow();
    await list.putBack([(await one('a')).code], 'a', hour);
    const save = (each: string) =>
      database.pool.query(
        `insert into dossiers (code, demonstration, body) values ($1, false, $2) on conflict (code) do update set body = excluded.body`,
        [each, JSON.stringify(dossierOf(each))],
      );
    await save(newCode());
    expect(await list.heed()).toBe(0);
    for (const time of ['added', 'changed']) {
      await save(code);
      expect(await list.heed()).toBe(1);
      expect((await take(time)).map((watched) => watched.code)).toEqual([code]);
      await list.putBack([code], time, hour);
    }
  });

  it('has a dossier looked at again that changes while it is looked at', async () => {
    const code = await follow();
    const watched = await one('a');
    await database.pool.query('insert into watch_nudges (code) values ($1)', [code]);
    await list.heed();
    expect(await take('b')).toEqual([]);
    await list.putBack([code], 'a', hour);
    expect(await take('b')).toEqual([watched]);
  });

  it('asks a source no more than it may be asked, by all replicas together', async () => {
    for (let made = 0; made < 20; made += 1) await follow();
    limit = { ...limit, perSecond: 2 };
    const filledAt = (when: string) => database.pool.query(`update watch_sources set tokens = 0, filled_at = ${when}`);
    await filledAt(`now() + interval '1 hour'`);
    expect(await take('a')).toEqual([]);
    await filledAt(`now() - interval '1 day'`);
    const started = performance.now();
    const taken = (await Promise.all(['a', 'b', 'c'].map((owner) => take(owner)))).flat();
    const seconds = (performance.now() - started) / 1000;
    expect(taken.length).toBeGreaterThanOrEqual(4);
    expect(taken.length).toBeLessThanOrEqual(4 + Math.ceil(2 * seconds));
  });

  it('gives nothing of a source that is not made known', async () => {
    await follow();
    await database.pool.query('truncate watch_sources');
    expect(await take('a')).toEqual([]);
    await list.prepare([limit]);
    expect(await take('a')).toHaveLength(1);
  });

  it('gives what belongs to a source that is no longer set up to the last one', async () => {
    const code = await follow();
    const last = { ...limit, name: 'register' };
    await list.prepare([{ ...limit, name: 'other' }, last]);
    expect((await list.take(last, 'a', 10)).map((watched) => watched.code)).toEqual([code]);
  });

  it('forgets what nobody follows, and what ended once it is delivered', async () => {
    const code = await follow();
    await list.record(await one('a'), 'a', seen({ ended: true }), [newsOf('last')], hour);
    const left = async () => (await database.pool.query('select code from watched_dossiers')).rows.length;
    await list.tidy();
    expect(await left()).toBe(1);
    await database.pool.query('delete from outbox where channel = $1', [channel]);
    await list.tidy();
    expect(await left()).toBe(0);
    expect((await database.pool.query('select from subscriptions where code = $1', [code])).rowCount).toBe(0);
  });
});
