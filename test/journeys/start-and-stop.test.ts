import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCitizen } from '../support/citizen.ts';
import { embeddedPlace, kinds, type Place } from '../support/databases.ts';
import { runToEnd, type Server, settingsOf, startServer } from '../support/server.ts';

describe.each(kinds)('stopping, on $name', ({ make }) => {
  let place: Place;
  let server: Server;

  beforeAll(async () => {
    place = await make();
    server = await startServer(place);
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });

  test('SIGTERM in the middle of the work: turns in progress finish, the database closes, the rest is answered after the next start', async () => {
    const crowd = Array.from({ length: 8 }, () => ({ citizen: createCitizen(server.url), ids: [] as string[] }));
    for (const { citizen } of crowd) await citizen.history();
    const stream = createCitizen(server.url);
    await stream.history();
    const watching = stream.events(() => false);
    await Promise.all(
      crowd.map(async ({ citizen, ids }) => {
        // At once, so that most of them still wait when the signal comes.
        ids.push(...(await Promise.all(Array.from({ length: 10 }, () => citizen.say('đăng ký khai sinh cần giấy tờ gì')))));
      }),
    );
    expect(await server.stop('SIGTERM')).toBe(0);
    // An open page does not hold the server up: its stream is ended.
    expect(await watching).toEqual([]);
    expect(server.err()).toContain('"msg":"stopped"');
    expect(server.err()).not.toMatch(/turn failed|left for later|"level":(50|60)/);

    await server.again();
    for (const { citizen, ids } of crowd) {
      for (const id of ids) expect(await citizen.replyTo(id)).toMatchObject({ kind: 'answered' });
      const entries = await citizen.history();
      const asked = entries.filter((entry) => entry.from === 'citizen').map((entry) => entry.messageId);
      expect([...asked].sort()).toEqual([...ids].sort());
      expect(entries.filter((entry) => entry.from === 'assistant').map((entry) => entry.messageId)).toEqual(asked);
    }
  });

  test('SIGINT, as from Ctrl+C, is the same', async () => {
    const citizen = createCitizen(server.url);
    const id = await citizen.say('xin chào');
    server.signal('SIGINT');
    expect(await server.ended()).toBe(0);
    await server.again();
    expect(await citizen.replyTo(id)).toMatchObject({ kind: 'greeted' });
  });
});

describe('a server that cannot start says why in a sentence and ends with 1', () => {
  let place: Place;
  beforeAll(() => {
    place = embeddedPlace();
  });
  afterAll(() => place.drop());

  test('settings that are not right: all of them by name, none by value', async () => {
    const settings = {
      PORT: 'abc',
      DATABASE_URL: 'x-geheim',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'perhaps',
      DOSSIER_FACTORS: 'horoscope',
      METRICS_TOKEN: 'short',
    };
    const end = await runToEnd({ DATA_DIR: place.dataDir, ...settings });
    expect(end.code).toBe(1);
    for (const [name, value] of Object.entries(settings)) {
      expect(end.err).toMatch(new RegExp(`^ {2}${name}[.\\d]*: `, 'm'));
      expect(end.err).not.toContain(value);
    }
    expectSentence(end.err);
  });

  test('a data folder that another process uses, which goes on; and a port that is taken', async () => {
    const server = await startServer(place);
    const second = await runToEnd(settingsOf(place, { PORT: '0' }));
    expect(second.code).toBe(1);
    expect(second.err).toContain('is in use by another Một Cửa process');
    expectSentence(second.err);
    expect(await createCitizen(server.url).ask('xin chào')).toMatchObject({ kind: 'greeted' });
    expect(await server.stop()).toBe(0);

    const { port, leave } = await takenPort();
    const late = await runToEnd(settingsOf(place, { PORT: port }));
    leave();
    expect(late.code).toBe(1);
    expect(late.err).toContain(`Port ${port} is in use`);
    expectSentence(late.err);
  });

  test('a port for AudioSocket that is taken', async () => {
    const { port, leave } = await takenPort();
    const hotline = { HOTLINE_PASSWORD: 'mat-khau-tong-dai', AUDIOSOCKET_PORT: port, ESPEAK: '/bin/true' };
    const end = await runToEnd(settingsOf(place, { PORT: '0', ...hotline }));
    leave();
    expect(end.code).toBe(1);
    expect(end.err).toContain(`Port ${port} is in use by another program. Set AUDIOSOCKET_PORT`);
    expectSentence(end.err);
  });

  test('a database server that is not there', async () => {
    const end = await runToEnd({ DATABASE_URL: 'postgres://motcua:geheim@127.0.0.1:1/motcua', PORT: '0' });
    expect(end.code).toBe(1);
    expect(end.err).toContain('DATABASE_URL');
    expect(end.err).not.toContain('geheim');
    expectSentence(end.err);
  });
});

async function takenPort(): Promise<{ port: string; leave(): void }> {
  const stranger = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => stranger.once('listening', resolve));
  const address = stranger.address();
  return { port: String(typeof address === 'object' ? address?.port : ''), leave: () => void stranger.close() };
}

/** For an operator: no trace, nothing that only a programmer reads. */
function expectSentence(err: string): void {
  expect(err).not.toMatch(/^\s+at |node:internal|\[object/m);
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(8);
}
