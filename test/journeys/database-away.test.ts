import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCitizen, pause } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';
import { type Server, startServer } from '../support/server.ts';

const onServer = kinds.find((kind) => kind.name === 'PostgreSQL');

describe.skipIf(onServer === undefined)('PostgreSQL goes away in the middle (needs TEST_DATABASE_URL)', () => {
  let place: Place;
  let server: Server;
  let admin: pg.Client;
  let name: string;

  beforeAll(async () => {
    place = (await onServer?.make()) as Place; // this describe runs only where there is one
    server = await startServer(place);
    name = new URL(place.url ?? '').pathname.slice(1);
    admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await admin.connect();
  });
  afterAll(async () => {
    await server?.stop();
    await admin?.end();
    await place?.drop();
  });

  const cut = () => admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  const allow = (yes: boolean) => admin.query(`alter database ${name} with allow_connections ${yes}`);

  test('cut connections are made again, and each message is answered once', { timeout: 90_000 }, async () => {
    const citizen = createCitizen(server.url);
    await citizen.history();
    const ids: string[] = [];
    const talking = (async () => {
      for (let turn = 0; turn < 40; turn += 1) ids.push(await citizen.insist('đăng ký tạm trú cần giấy tờ gì'));
    })();
    for (let cuts = 0; cuts < 5; cuts += 1) {
      await pause(80);
      await cut();
    }
    await talking;
    for (const id of ids) expect(await citizen.replyTo(id)).toMatchObject({ kind: 'answered' });
    const entries = await citizen.history();
    expect(entries.filter((entry) => entry.from === 'citizen').map((entry) => entry.messageId)).toEqual(ids);
    expect(entries.filter((entry) => entry.from === 'assistant').map((entry) => entry.messageId)).toEqual(ids);
  });

  test('while it is away the sender is told so, and nothing that was taken is lost', { timeout: 120_000 }, async () => {
    const citizen = createCitizen(server.url);
    await citizen.history();
    const taken = await Promise.all(Array.from({ length: 10 }, () => citizen.say('xin chào')));
    await allow(false);
    await cut();
    const refused = await citizen.request('POST', '/chat/messages', '{"id":"sent-while-away","text":"xin chào"}');
    expect(refused.status).toBe(503);
    expect(refused.body).toEqual({ error: expect.stringContaining('Hệ thống đang bận'), english: expect.stringContaining('busy') });
    expect((await citizen.request('GET', '/chat/history')).status).toBe(503);
    expect((await citizen.request('GET', '/readyz')).status).toBe(503);
    expect((await citizen.request('GET', '/healthz')).status).toBe(200);
    // Long enough for the sweeps to meet it too.
    await pause(1_500);

    await allow(true);
    await citizen.insist('cảm ơn', 'sent-while-away');
    for (const id of [...taken, 'sent-while-away']) expect(await citizen.replyTo(id)).toMatchObject({ kind: 'greeted' });
    const entries = await citizen.history();
    const asked = entries.filter((entry) => entry.from === 'citizen').map((entry) => entry.messageId);
    expect([...asked].sort()).toEqual([...taken, 'sent-while-away'].sort());
    expect(entries.filter((entry) => entry.from === 'assistant').map((entry) => entry.messageId)).toEqual(asked);
    expect((await citizen.request('GET', '/readyz')).status).toBe(200);
    expect(server.out().match(/Web chat:/g)).toHaveLength(1);
  });
});
