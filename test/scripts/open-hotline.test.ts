import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { standardPolicy } from '../../bot/call/policy.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { startHttp } from '../../connectors/http.ts';
import { openCalls } from '../../scripts/open-calls.ts';
import { openHotline } from '../../scripts/open-hotline.ts';
import { noise, start } from '../contracts/call-leg-world.ts';
import { dialMedia } from '../fakes/asterisk-media.ts';
import { createFastClock } from '../fakes/fast-clock.ts';
import { counting } from '../fakes/meter.ts';
import { kinds } from '../support/databases.ts';
import { program } from '../support/espeak.ts';
import { useDatabase } from '../support/use-database.ts';

const [kind] = kinds;
if (kind === undefined) throw new Error('there is a database always');
const database = useDatabase(kind);
const password = 'mat-khau-tong-dai';
const log = pino({ level: 'silent' });
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** The hotline as it is served, with a voice that speaks as this script does, and a call on Asterisk. */
async function called(script: string) {
  const meter = counting();
  const kept = await openCalls({ pool: database.pool, key: null, meter });
  const espeak = program(script).path;
  const hotline = await openHotline({
    settings: {
      asterisk: { password, audiosocket: null },
      twilio: null,
      stringee: null,
      person: 'canbo',
      hours: 'always',
      most: 10,
      region: 'north',
      notice: null,
      policy: standardPolicy,
      recordingDays: null,
      espeak,
    },
    speech: null,
    kept,
    calendar: createCalendar(),
    folder: null,
    ready: async () => true,
    meter,
    log,
    now: () => new Date(),
    farewellMs: 50,
  });
  const { routes, upgrades, stop, close } = hotline.open(async () => ({ kind: 'accepted', conversation: 'x' }));
  const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes, upgrades });
  const clock = createFastClock();
  closing.push(close, server.close, stop, async () => clock.stop());
  const place = `127.0.0.1:${server.port}`;
  const peer = await dialMedia({ url: `ws://${place}/thoai/media`, start, password, clock });
  const authorization = `Basic ${Buffer.from(`asterisk:${password}`).toString('base64')}`;
  const next = async () =>
    (await fetch(`http://${place}/thoai/next?call=${start.call}&dial=ANSWER`, { headers: { authorization } })).text();
  const row = async () => (await database.pool.query('select * from calls order by id desc limit 1')).rows[0];
  return { peer, stop, next, row };
}

const patience = { timeout: 20_000, interval: 20 };

test('a server that stops says sorry in the calls that are under way, and puts them through', async () => {
  const folder = database.place.dataDir;
  writeFileSync(join(folder, 'voice.wav'), wavOf(noise(32_000, 1)));
  const { peer, stop, next, row } = await called(`cat > /dev/null; cat '${join(folder, 'voice.wav')}'`);
  await vi.waitFor(() => expect(peer.heard().length).toBeGreaterThan(0), patience);
  await stop();
  await peer.closed;
  expect(await next()).toMatch(/^transfer:canbo:[0-9]+$/);
  await vi.waitFor(async () => expect(await row()).toMatchObject({ reason: 'assistant-failed', transferred: 'asked' }), patience);
});

test('a hotline whose voice is gone puts a caller through', async () => {
  const { peer, next, row } = await called('exit 1');
  await peer.closed;
  expect(await next()).toMatch(/^transfer:canbo:[0-9]+$/);
  await vi.waitFor(async () => expect(await row()).toMatchObject({ reason: 'voice-down', transferred: 'asked' }), patience);
});
