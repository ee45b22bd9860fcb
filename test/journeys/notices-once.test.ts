import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAssistant } from '../../bot/assistant.ts';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import type { Dialog } from '../../bot/dialog.ts';
import { wordsOf } from '../../bot/notices/impersonal.ts';
import type { Channel, WatchList } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { createWatch } from '../../bot/watch.ts';
import type { Database } from '../../knowledge/database.ts';
import { createInbox } from '../../knowledge/inbox.ts';
import { createOutbox } from '../../knowledge/outbox.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { type FakeSmsGateway, fakeSmsGateway, smsKey, smsSettings } from '../fakes/sms-gateway.ts';
import { pause } from '../support/citizen.ts';
import { embeddedPlace, kinds, open, type Place } from '../support/databases.ts';
import { dossierOf, movingSource, visitorIn } from '../support/followers.ts';
import { type Server, startServer } from '../support/server.ts';

const followers = 1_000;
const key = randomBytes(32);
const numberOf = (place: number) => `0912${String(place).padStart(6, '0')}`;
const codeOf = (place: number) => `H40.23-250715-${String(place).padStart(6, '0')}`;

/** Everybody follows a dossier of their own, told at a number of their own whose code they have typed. */
async function followAll(pool: pg.Pool): Promise<void> {
  const seal = createSeal(key, 'notices');
  const subscriptions = createSubscriptions({ pool, seal, ways: ['sms'] });
  for (let place = 0; place < followers; place += 1) {
    const dossier = dossierOf(codeOf(place), { source: 'register' });
    await pool.query('insert into dossiers (code, demonstration, body) values ($1, false, $2)', [dossier.code, JSON.stringify(dossier)]);
    const known = { code: dossier.code, source: 'register', status: dossier.status, statusText: wordsOf(dossier) };
    const visitor = await visitorIn(pool, 'web');
    const address = subscriptions.seal('sms', numberOf(place));
    await subscriptions.codes.send(visitor, address, plainReply('asked', '{code}'));
    const { rows } = await pool.query<{ sealed: string }>('select sealed from address_codes');
    expect(await subscriptions.codes.take(visitor, address, seal.open(rows[0]?.sealed ?? '') ?? '')).toEqual({ kind: 'right' });
    expect(await subscriptions.follow(visitor, known, 'vi', address)).toBe('subscribed');
  }
  // Only what is told of dossiers counts here.
  await pool.query(`delete from entries where once like 'code %'`);
}

// What is stopped is urgent, so that it is told at any hour.
const moveAll = (pool: pg.Pool, text: string) =>
  pool.query(`update dossiers set body = body || jsonb_build_object('status', 8, 'statusText', $1::text) where not demonstration`, [text]);

const count = async (pool: pg.Pool, sql: string) => (await pool.query<{ count: number }>(sql)).rows[0]?.count ?? 0;
const toldCount = (pool: pg.Pool) => count(pool, 'select count(*) from entries where once is not null');

describe.each(kinds.filter(({ name }) => name === 'PostgreSQL'))(
  'two servers on one $name, killed while they tell 1,000 people',
  ({ make }) => {
    let place: Place;
    let database: Database;
    let gateway: FakeSmsGateway;
    let servers: Server[];
    beforeAll(async () => {
      place = await make();
      database = await open(place);
      gateway = await fakeSmsGateway();
      gateway.delayMs = 20;
      await followAll(database.pool);
      const file = join(place.dataDir, 'sms.json');
      writeFileSync(file, JSON.stringify(smsSettings(gateway.url)));
      const settings = { NOTICE_KEY: key.toString('base64'), SMS_GATEWAY: file, SMS_KEY: smsKey, LOG_LEVEL: 'info' };
      servers = [await startServer(place, settings), await startServer(place, settings)];
    }, 120_000);
    afterAll(async () => {
      await Promise.all((servers ?? []).map((server) => server.stop()));
      await gateway?.close();
      await database?.close();
      await place?.drop();
    });

    test('everybody is told of every change once, but for what was on its way when a server died', { timeout: 150_000 }, async () => {
      const [first, second] = servers as [Server, Server];
      const pool = database.pool;
      await moveAll(pool, 'Dừng lần một');
      while ((await toldCount(pool)) < 50) await pause(2);
      await first.stop('SIGKILL');
      expect(await toldCount(pool)).toBeLessThan(followers);
      while (gateway.sent.length < 200) await pause(5);
      await second.stop('SIGKILL');
      expect(gateway.sent.length).toBeLessThan(followers);
      await Promise.all([first.again(), second.again()]);
      await delivered(pool, followers);
      const inFlight = gateway.sent.length - followers;

      await moveAll(pool, 'Dừng lần hai');
      await delivered(pool, 2 * followers);
      expect(gateway.faults).toEqual([]);
      // Twenty at most are on their way from one server.
      expect(inFlight).toBeLessThanOrEqual(40);
      expect(gateway.sent).toHaveLength(2 * followers + inFlight);
      for (let at = 0; at < followers; at += 1) {
        const own = gateway.sent.filter(({ to }) => to === numberOf(at).replace(/^0/, '84'));
        const times = (text: string) => own.filter((sms) => sms.text.includes(text)).length;
        expect([1, 2]).toContain(times('Dừng lần một'));
        expect(times('Dừng lần hai')).toBe(1);
        expect(new Set(own.map(({ id }) => id)).size).toBe(2);
      }
      const out = servers.map((server) => server.out() + server.err()).join('');
      expect(out).toContain('dossier moved');
      expect(out).not.toMatch(/912\d{6}|H40\.23-250715/);
    });

    async function delivered(pool: pg.Pool, told: number): Promise<void> {
      for (const until = Date.now() + 70_000; Date.now() < until; await pause(100)) {
        if ((await toldCount(pool)) >= told && (await count(pool, `select count(*) from outbox where channel = 'sms'`)) === 0) return;
      }
      throw new Error(`not told in time: ${await toldCount(pool)} of ${told}`);
    }
  },
);

describe('two watches on one PGlite, one dying in the middle of a sweep over 1,000 followed dossiers', () => {
  let place: Place;
  let database: Database;
  beforeAll(async () => {
    place = embeddedPlace();
    database = await open(place);
    await followAll(database.pool);
  }, 120_000);
  afterAll(async () => {
    await database?.close();
    await place?.drop();
  });

  test('everybody is told of every change once, but for what the channel gave no answer to', { timeout: 60_000 }, async () => {
    const { pool } = database;
    const source = movingSource();
    for (let at = 0; at < followers; at += 1) source.dossiers.set(codeOf(at), dossierOf(codeOf(at), { status: 8, source: 'register' }));
    const limit = { name: 'register', everyMs: 3_600_000, perSecond: null, together: 20 };
    const log = pino({ level: 'silent' });
    const watchOn = (list: WatchList, replica: string) =>
      createWatch({ list, source, limits: [limit], calendar: createCalendar(), now: () => new Date(), log, replica });
    const list = createWatchList({ pool, leaseMs: 500 });
    await list.prepare([limit]);
    const dead = watchOn(dyingAfter(list, 300), 'dead');
    const alive = watchOn(list, 'alive');
    void dead.sweep();
    while ((await toldCount(pool)) < followers) {
      await alive.sweep();
      await pause(20);
    }

    const sent: string[] = [];
    const unanswered: string[] = [];
    const channelOf = (answers: number): Channel => ({
      name: 'sms',
      send: async ({ person }) => {
        sent.push(person);
        if (sent.length <= answers) return;
        unanswered.push(person);
        await forever();
      },
    });
    const assistantOf = (channel: Channel) =>
      createAssistant({
        inbox: createInbox(pool),
        outbox: createOutbox(pool),
        dialog: noDialog,
        channels: [channel],
        log,
        replica: randomUUID(),
      });
    assistantOf(channelOf(300)).start();
    while (unanswered.length < 20) await pause(5);
    await pool.query(`update outbox set lease_until = now() - interval '1 second' where lease_until is not null`);
    const last = assistantOf(channelOf(Number.POSITIVE_INFINITY));
    last.start();
    while ((await count(pool, 'select count(*) from outbox')) > 0) await pause(20);
    await last.stop();

    expect(await toldCount(pool)).toBe(followers);
    expect(new Set(sent).size).toBe(followers);
    const again = new Set(unanswered);
    for (const person of new Set(sent)) expect(sent.filter((each) => each === person)).toHaveLength(again.has(person) ? 2 : 1);
  });
});

const noDialog: Dialog = async () => {
  throw new Error('nobody has said anything');
};

/** A process that is gone after so many records: nothing it does comes to an end any more. */
function dyingAfter(list: WatchList, records: number): WatchList {
  let left = records;
  return {
    ...list,
    record: (...given) => {
      left -= 1;
      return left < 0 ? forever() : list.record(...given);
    },
    putBack: (...given) => (left < 0 ? forever() : list.putBack(...given)),
    take: (...given) => (left < 0 ? forever() : list.take(...given)),
  };
}

function forever(): Promise<never> {
  return new Promise(() => {});
}
