import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { wordsOf } from '../../bot/notices/impersonal.ts';
import { createWatch } from '../../bot/watch.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { kinds } from '../support/databases.ts';
import { dossierOf, type MovingSource, movingSource, newCode, toldIn, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const first = new Date('2026-11-19T03:00:00Z');
const limit = { name: 'tinh', everyMs: 3_600_000, perSecond: null, together: 4 };

describe.each(kinds)('a followed dossier that its source has no longer, on $name', (kind) => {
  const database = useDatabase(kind);
  let source: MovingSource;
  let channel: string;
  beforeEach(async () => {
    channel = randomUUID();
    source = movingSource();
    await database.pool.query('truncate watched_dossiers, subscriptions, watch_sources, watch_nudges');
    await createWatchList({ pool: database.pool }).prepare([limit]);
  });
  const follow = async () => {
    const dossier = dossierOf(newCode());
    source.dossiers.set(dossier.code, dossier);
    const known = { code: dossier.code, source: 'tinh', status: dossier.status, statusText: wordsOf(dossier) };
    const subscriptions = createSubscriptions({ pool: database.pool, seal: null, ways: [] });
    await subscriptions.follow(await visitorIn(database.pool, channel), known, 'vi', null);
    return { code: dossier.code };
  };
  /** A look so many days after the first. */
  const after = async (days: number) => {
    await database.pool.query('update watched_dossiers set due_at = now()');
    return createWatch({
      list: createWatchList({ pool: database.pool }),
      source,
      limits: [limit],
      calendar: createCalendar(),
      now: () => new Date(first.getTime() + days * 86_400_000),
      log: pino({ level: 'silent' }),
      replica: 'a',
    }).sweep();
  };
  const texts = async () => (await toldIn(database.pool, channel)).map(({ text }) => text.split('\n')[0]);

  it('is followed no more after thirty days, and its follower told so once', async () => {
    const { code } = await follow();
    await after(0);
    source.dossiers.delete(code);
    for (const days of [1, 2, 30]) await after(days);
    expect(await texts()).toEqual([]);
    expect(await after(31)).toEqual({ looked: 1, told: 1, away: 0 });
    await after(32);
    expect(await texts()).toEqual([expect.stringContaining(`Đã 30 ngày cơ quan không còn hồ sơ **${code}**`)]);
    await createWatchList({ pool: database.pool }).tidy();
    expect((await database.pool.query('select from subscriptions where ended_at is null')).rowCount).toBe(0);
  });

  it('goes on where it is there again, and is counted anew when it is gone again', async () => {
    const { code } = await follow();
    const dossier = dossierOf(code);
    source.dossiers.delete(code);
    await after(1);
    source.dossiers.set(code, dossier);
    await after(29);
    source.dossiers.delete(code);
    await after(30);
    await after(58);
    expect(await texts()).toEqual([]);
    source.dossiers.set(code, { ...dossier, status: 9 });
    await after(59);
    expect(await texts()).toEqual([`Hồ sơ **${code}**: **Đã xử lý xong, chờ trả kết quả**.`]);
  });
});
