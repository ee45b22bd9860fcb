import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { standardPolicy } from '../../bot/call/policy.ts';
import { wavOf } from '../../connectors/hotline/audio/wav.ts';
import { signatureOf as signedByStringee } from '../../connectors/hotline/stringee/signature.ts';
import { signatureOf as signedByTwilio } from '../../connectors/hotline/twilio/signature.ts';
import { startHttp } from '../../connectors/http.ts';
import type { HotlineSettings } from '../../scripts/hotline-settings.ts';
import { openCalls } from '../../scripts/open-calls.ts';
import { openHotline } from '../../scripts/open-hotline.ts';
import { noise, start } from '../contracts/call-leg-world.ts';
import { dialMedia } from '../fakes/asterisk-media.ts';
import { createFastClock } from '../fakes/fast-clock.ts';
import { counting } from '../fakes/meter.ts';
import { kinds } from '../support/databases.ts';
import { program } from '../support/espeak.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('the hotline as it is served, on $name', (kind) => {
  const database = useDatabase(kind);
  const password = 'mat-khau-tong-dai';
  const log = pino({ level: 'silent' });
  const publicUrl = 'https://motcua.vidu.vn';
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });

  /** The hotline as it is served, with a voice that speaks as this script does. */
  async function opened(script: string, ways: Partial<HotlineSettings> = {}) {
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
        ...ways,
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
    const { routes, upgrades, start: begin, stop, close } = hotline.open(async () => ({ kind: 'accepted', conversation: 'x' }));
    const server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes, upgrades });
    const clock = createFastClock();
    closing.push(close, server.close, stop, async () => clock.stop());
    return { place: `127.0.0.1:${server.port}`, clock, start: begin, stop };
  }

  /** A call on Asterisk. */
  async function called(script: string) {
    const { place, clock, stop } = await opened(script);
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

  test('calls come by every way that is set', async () => {
    const [account, token, secret] = [`AC${'0'.repeat(32)}`, '0123456789abcdef', 'demo_sign'];
    const { place, start: begin } = await opened('exit 1', {
      asterisk: { password, audiosocket: { host: '127.0.0.1', port: 0 } },
      twilio: { account, token, person: '+842439999999', number: null, voice: 'v', publicUrl },
      stringee: {
        secret,
        number: '842400000001',
        person: '842439999999',
        voices: { vi: 'v', en: 'v' },
        hosts: ['.example.vn'],
        publicUrl,
        ownUrl: null,
      },
    });
    await begin();
    const fields = new URLSearchParams({ AccountSid: account, CallSid: 'CA1', From: '+84912345678', To: '+842400000001' });
    const voice = '/webhooks/twilio/voice';
    const signature = { 'x-twilio-signature': signedByTwilio(token, `${publicUrl}${voice}`, fields) };
    const twilio = await fetch(`http://${place}${voice}`, { method: 'POST', body: fields, headers: signature });
    expect(await twilio.text()).toContain('<Stream url="wss://motcua.vidu.vn/thoai/twilio">');
    const answer = '/webhooks/stringee/answer?from=84912345678&to=842400000001&uuid=call-vn-1';
    const headers = { 'x-stringee-signature': signedByStringee(secret, answer) };
    const stringee = await fetch(`http://${place}${answer}`, { headers });
    expect(JSON.stringify(await stringee.json())).toContain('trợ lý tự động');
    const body = JSON.stringify({ call_id: 'call-vn-1', call_status: 'ended' });
    const signed = { 'x-stringee-signature': signedByStringee(secret, body) };
    expect((await fetch(`http://${place}/webhooks/stringee/event`, { method: 'POST', body, headers: signed })).status).toBe(200);
  });
});
