import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { wordsOf } from '../../bot/notices/impersonal.ts';
import type { WatchLimit } from '../../bot/ports.ts';
import { createWatch, type Watch } from '../../bot/watch.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { kinds } from '../support/databases.ts';
import { dossierOf, type MovingSource, movingSource, newCode, toldIn, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const day = new Date('2026-11-19T03:00:00Z');
const night = new Date('2026-11-19T15:00:00Z');

describe.each(kinds)('the watch over followed dossiers, on $name', (kind) => {
  const database = useDatabase(kind);
  let source: MovingSource;
  let channel: string;
  let limit: WatchLimit;
  let now: Date;
  let lines: string;
  beforeEach(async () => {
    channel = randomUUID();
    limit = { name: 'tinh', everyMs: 3_600_000, perSecond: null, together: 4 };
    source = movingSource();
    now = day;
    lines = '';
    await database.pool.query('truncate watched_dossiers, subscriptions, watch_sources, watch_nudges');
    await createWatchList({ pool: database.pool }).prepare([limit]);
  });
  const log = pino({ level: 'debug' }, { write: (line: string) => addLine(line) });
  const addLine = (line: string) => {
    lines += line;
  };
  const watch = (replica = 'a'): Watch =>
    createWatch({
      list: createWatchList({ pool: database.pool }),
      source,
      limits: [limit],
      calendar: createCalendar(),
      now: () => now,
      log,
      replica,
    });
  const sweep = async () => {
    await database.pool.query('update watched_dossiers set due_at = now()');
    return watch().sweep();
  };
  const follow = async (set: Parameters<typeof dossierOf>[1] = {}) => {
    const dossier = dossierOf(newCode(), set);
    source.dossiers.set(dossier.code, dossier);
    const subscriptions = createSubscriptions({ pool: database.pool, seal: null, ways: [] });
    const known = { code: dossier.code, source: 'tinh', status: dossier.status, statusText: wordsOf(dossier) };
    const visitor = await visitorIn(database.pool, channel);
    await subscriptions.follow(visitor, known, 'vi', null);
    return { code: dossier.code, visitor, subscriptions };
  };
  const move = (code: string, set: Parameters<typeof dossierOf>[1]) =>
    source.dossiers.set(code, { ...(source.dossiers.get(code) ?? dossierOf(code)), ...set });
  const texts = async () => (await toldIn(database.pool, channel)).map(({ text }) => text.split('\n')[0]);

  it('tells a change once, however often it looks, and the next one', async () => {
    const { code } = await follow();
    expect(await sweep()).toEqual({ looked: 1, told: 0, away: 0 });
    move(code, { status: 9 });
    expect(await sweep()).toEqual({ looked: 1, told: 1, away: 0 });
    expect(await sweep()).toEqual({ looked: 1, told: 0, away: 0 });
    move(code, { status: 10 });
    await sweep();
    await sweep();
    expect(await texts()).toEqual([`Hồ sơ **${code}**: **Đã xử lý xong, chờ trả kết quả**.`, `Hồ sơ **${code}**: **Đã trả kết quả**.`]);
  });

  it('asks the source once for a dossier that many follow', async () => {
    const { code, subscriptions } = await follow();
    for (let person = 0; person < 4; person += 1) {
      const known = { code, source: 'tinh', status: 4, statusText: 'Đang thẩm định' };
      await subscriptions.follow(await visitorIn(database.pool, channel), known, 'vi', null);
    }
    move(code, { status: 9 });
    await sweep();
    expect(source.asked).toEqual([code]);
    expect(await texts()).toHaveLength(5);
  });

  it('tells nobody who has ended it', async () => {
    const { code, visitor, subscriptions } = await follow();
    await subscriptions.unfollow(visitor, null);
    move(code, { status: 9 });
    await sweep();
    expect(await texts()).toEqual([]);
  });

  it('tells who ended it, was forgotten and follows again, of what changes then', async () => {
    const { code, visitor, subscriptions } = await follow();
    move(code, { status: 9 });
    await sweep();
    await subscriptions.unfollow(visitor, code);
    await createWatchList({ pool: database.pool }).tidy();
    expect((await database.pool.query('select from watched_dossiers')).rowCount).toBe(0);
    await subscriptions.follow(visitor, { code, source: 'tinh', status: 9, statusText: 'Đang thẩm định' }, 'vi', null);
    move(code, { status: 8 });
    await sweep();
    expect(await texts()).toEqual([`Hồ sơ **${code}**: **Đã xử lý xong, chờ trả kết quả**.`, `Hồ sơ **${code}**: **Dừng xử lý**.`]);
  });

  it('keeps at night until seven what is no hurry, and tells the rest at once', async () => {
    now = night;
    const calm = await follow();
    const urgent = await follow();
    move(calm.code, { status: 9 });
    move(urgent.code, { status: 3 });
    await sweep();
    const told = await toldIn(database.pool, channel);
    const dueOf = (code: string) => told.find(({ once }) => once.includes(code))?.due;
    expect(dueOf(calm.code)?.toISOString()).toBe('2026-11-20T00:00:00.000Z');
    expect(dueOf(urgent.code)?.toISOString()).not.toBe('2026-11-20T00:00:00.000Z');
  });

  it('tells once that a dossier is overdue, to who comes later too, and again for a new date that has passed', async () => {
    const { code, subscriptions } = await follow({ dueOn: '2026-11-16' });
    await sweep();
    await sweep();
    expect(await texts()).toEqual([`Hồ sơ **${code}** **chưa có kết quả** dù đã đến hẹn 16/11/2026 (quá hạn 3 ngày làm việc).`]);
    await subscriptions.follow(await visitorIn(database.pool, channel), { code, source: 'tinh', status: 4, statusText: 'x' }, 'vi', null);
    await sweep();
    expect(await texts()).toHaveLength(2);
    move(code, { dueOn: '2026-11-30' });
    await sweep();
    expect(await texts()).toHaveLength(2);
    now = new Date('2026-12-02T03:00:00Z');
    await sweep();
    expect((await texts()).slice(2)).toEqual(
      Array(2).fill(`Hồ sơ **${code}** **chưa có kết quả** dù đã đến hẹn 30/11/2026 (quá hạn 2 ngày làm việc).`),
    );
  });

  it('takes a source that is away, or a dossier that is gone, for no news', async () => {
    const { code } = await follow();
    source.away = true;
    expect(await sweep()).toEqual({ looked: 1, told: 0, away: 1 });
    const { rows } = await database.pool.query<{ seconds: number }>(
      'select extract(epoch from due_at - now())::float8 as seconds from watched_dossiers where code = $1',
      [code],
    );
    expect(rows[0]?.seconds).toBeLessThanOrEqual(72);
    source.away = false;
    source.dossiers.delete(code);
    await sweep();
    expect(await texts()).toEqual([]);
    source.dossiers.set(code, dossierOf(code, { status: 9 }));
    await sweep();
    expect(await texts()).toHaveLength(1);
  });

  it('begins with what it sees where nobody knew where the dossier stood', async () => {
    const { code } = await follow();
    await database.pool.query('update watched_dossiers set status = null, status_text = null where code = $1', [code]);
    await sweep();
    expect(await texts()).toEqual([]);
    move(code, { status: 9 });
    await sweep();
    expect(await texts()).toHaveLength(1);
  });

  it('sees by itself what changes while it runs, and ends when it is told to', async () => {
    const running = watch('b');
    running.start();
    const { code } = await follow();
    move(code, { status: 9 });
    await database.pool.query('insert into watch_nudges (code) values ($1)', [code]);
    while ((await texts()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await running.stop();
    const asked = source.asked.length;
    move(code, { status: 10 });
    await database.pool.query('insert into watch_nudges (code) values ($1)', [code]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(source.asked).toHaveLength(asked);
  });

  it('keeps names and numbers out of what it stores, says and logs', async () => {
    const secret = { applicant: { name: 'Trần Thị Bí Mật', phone: '0900000012', idNumber: '001099000012' } };
    const { code } = await follow({ ...secret, statusText: 'Chờ bà Trần Thị Bí Mật, 0900000012' });
    move(code, { status: 9, statusText: 'Mời bà Trần Thị Bí Mật (CCCD 001099000012, ĐT 0900000012) đến nhận' });
    await sweep();
    const { rows } = await database.pool.query(
      `select to_jsonb(watched_dossiers) from watched_dossiers union all select to_jsonb(entries) from entries union all select to_jsonb(outbox) from outbox
       union all select to_jsonb(subscriptions) from subscriptions union all select to_jsonb(watch_nudges) from watch_nudges`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(lines).toContain('dossier moved');
    expect(JSON.stringify(rows) + lines).not.toMatch(/Bí Mật|0900000012|001099000012/u);
    expect(lines).not.toContain(code);
  });
});
