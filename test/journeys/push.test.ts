import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainReply } from '../../bot/reply.ts';
import { createPush, isPushService, type Push } from '../../connectors/webchat/push.ts';
import { createPostBox } from '../../knowledge/post-box.ts';
import { listUndelivered } from '../../knowledge/undelivered.ts';
import { type PushService, startPushService } from '../fakes/push-service.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { type Citizen, createCitizen } from '../support/citizen.ts';
import { kinds, type Place } from '../support/databases.ts';

const patience = { timeout: 20_000 };

describe.each(kinds)('news while the page is closed, on $name', (kind) => {
  let place: Place;
  let running: RunningApp;
  let service: PushService;
  beforeAll(async () => {
    place = await kind.make();
    running = await startApp(place, { pushTo: ({ hostname }) => hostname === '127.0.0.1' });
    service = await startPushService(async () => (await (await fetch(`${running.url}/chat/push-key`)).json()).key);
  });
  afterEach(() => {
    service.answer = null;
  });
  afterAll(async () => {
    service?.close();
    await running?.stop();
    await place?.drop();
  });
  const pool = () => running.app.knowledge.database.pool;
  const give = (citizen: Citizen, target: unknown) => citizen.request('POST', '/chat/push', JSON.stringify(target));
  const personOf = (citizen: Citizen) => createHash('sha256').update(citizen.token()).digest('base64url');
  const tell = async (citizen: Citizen, text = 'Hồ sơ **H40.23.08-250715-0012**: đã xong') => {
    const reply = plainReply('status', text);
    const post = { channel: 'web', person: personOf(citizen), reply, once: randomUUID(), tellAt: null };
    expect(await createPostBox(pool()).post(post)).toBe('posted');
  };
  const delivered = () => vi.waitFor(async () => expect((await pool().query('select from outbox')).rowCount).toBe(0), patience);
  const targetsOf = async (citizen: Citizen) =>
    (await pool().query('select from push_targets join conversations on id = conversation_id where person = $1', [personOf(citizen)]))
      .rowCount;
  const follower = async () => {
    const citizen = createCitizen(running.url);
    await citizen.ask('xin chào');
    const browser = service.browser();
    expect((await give(citizen, browser)).status).toBe(204);
    return { citizen, browser, shown: () => service.shown.filter(({ endpoint }) => endpoint === browser.endpoint) };
  };

  it('comes as an encrypted push that names neither dossier nor person', async () => {
    const { citizen, browser, shown } = await follower();
    await tell(citizen);
    await vi.waitFor(() => expect(shown()).toHaveLength(1), patience);
    expect(shown()).toEqual([{ endpoint: browser.endpoint, text: 'Hồ sơ bạn theo dõi có thay đổi', ttl: '86400' }]);
    expect(service.faults).toEqual([]);
    expect(running.log()).not.toContain(browser.endpoint);
    expect(running.log()).not.toContain(browser.keys.auth);
  });

  it('is no push for a reply, nor for who has the page open', async () => {
    const there = await follower();
    const away = await follower();
    const last = (await there.citizen.history()).at(-1)?.id ?? 0;
    let live: string[] = [];
    const closed = there.citizen.events((entries) => {
      live = entries.map(({ text }) => text);
      return live.includes('đóng trang');
    }, last);
    await Promise.all([there, away].map(({ citizen }) => citizen.ask('xin chào')));
    await vi.waitFor(() => expect(live).toHaveLength(2), patience);
    await tell(there.citizen);
    await delivered();
    await tell(away.citizen);
    await vi.waitFor(() => expect(away.shown()).toHaveLength(1), patience);
    expect(there.shown()).toEqual([]);
    await tell(there.citizen, 'đóng trang');
    await closed;
  });

  it.each([404, 410])('forgets a browser that its service answers %i for', async (status) => {
    const { citizen } = await follower();
    service.answer = status;
    await tell(citizen);
    await vi.waitFor(async () => expect(await targetsOf(citizen)).toBe(0), patience);
    const seen = () => listUndelivered(pool(), 1, 1);
    await vi.waitFor(
      async () => expect(await seen()).toMatchObject([{ channel: 'push', kind: 'address-ended', reason: `HTTP ${status}` }]),
      patience,
    );
  });

  it.each([0, 503])('holds nothing back when the service answers %i (0: not at all), and keeps the browser', async (status) => {
    const { citizen, browser } = await follower();
    service.answer = status;
    await tell(citizen);
    await vi.waitFor(() => expect(service.asked).toContain(browser.endpoint), patience);
    await tell(citizen, 'và nữa');
    await delivered();
    expect((await citizen.history()).map(({ text }) => text)).toContain('và nữa');
    expect(await targetsOf(citizen)).toBe(1);
  });

  it('forgets a browser whose key is no point of the curve', async () => {
    const { citizen } = await follower();
    await citizen.request('DELETE', '/chat/push');
    const { endpoint, keys } = service.browser();
    expect((await give(citizen, { endpoint, keys: { ...keys, p256dh: `B${'A'.repeat(85)}E` } })).status).toBe(204);
    await tell(citizen);
    await vi.waitFor(async () => expect(await targetsOf(citizen)).toBe(0), patience);
    expect(service.asked).not.toContain(endpoint);
  });

  it('ends when the citizen ends it, or deletes the conversation', async () => {
    const [one, two] = [await follower(), await follower()];
    expect((await one.citizen.request('DELETE', '/chat/push')).status).toBe(204);
    expect((await two.citizen.request('DELETE', '/chat/conversation')).status).toBe(204);
    expect([await targetsOf(one.citizen), await targetsOf(two.citizen)]).toEqual([0, 0]);
  });

  it('takes no other address, no other shape, nothing large, and nobody without a conversation', async () => {
    const citizen = createCitizen(running.url);
    await citizen.ask('xin chào');
    const good = service.browser();
    const wrong = [
      {},
      { endpoint: good.endpoint },
      { ...good, endpoint: 'https://intranet.example/push' },
      { ...good, endpoint: 'not an address' },
      { ...good, keys: { ...good.keys, auth: 'short' } },
      { ...good, keys: { ...good.keys, p256dh: good.keys.auth } },
    ];
    for (const each of wrong) expect((await give(citizen, each)).status).toBe(400);
    expect((await give(citizen, { ...good, more: 'x'.repeat(4_096) })).status).toBe(413);
    expect((await give(createCitizen(running.url), good)).status).toBe(409);
    expect(await targetsOf(citizen)).toBe(0);
  });

  it('has one key for good, whoever asks', async () => {
    const keys = await Promise.all(
      [createCitizen(running.url), createCitizen(running.url)].map((one) => one.request('GET', '/chat/push-key')),
    );
    expect(keys[0]?.body).toEqual({ key: running.app.push.publicKey });
    expect(keys[1]?.body).toEqual(keys[0]?.body);
    expect(Buffer.from(running.app.push.publicKey, 'base64url')).toHaveLength(65);
  });
});

describe('a push that fails for now', () => {
  let service: PushService;
  let push: Push;
  let lost: string[];
  const key = randomBytes(32);
  const made = async (pausesMs: number[]) => {
    service = await startPushService(async () => push.publicKey);
    const browsers = [service.browser(), service.browser()];
    const targets = { keep: async () => true, of: async () => browsers, drop: async () => {}, end: async () => {} };
    const undelivered = async (kind: string, reason: string, attempts: number) => {
      lost.push(`${kind} ${reason} ${attempts}`);
    };
    const log = pino({ level: 'silent' });
    push = createPush({ key, contact: 'mailto:quantri@tinh.vn', targets, undelivered, pausesMs, accepts: () => true, log });
    return browsers;
  };
  beforeEach(() => {
    lost = [];
  });
  afterEach(async () => {
    await push.close();
    service.close();
  });

  it('is tried again at the browsers that did not get it, until it arrives', async () => {
    const browsers = await made(Array.from({ length: 400 }, () => 5));
    service.answer = 503;
    push.tell('p', 'có tin');
    await vi.waitFor(() => expect(service.asked.length).toBeGreaterThan(4), patience);
    service.answer = null;
    await vi.waitFor(() => expect(service.shown).toHaveLength(2), patience);
    expect(new Set(service.shown.map(({ endpoint }) => endpoint))).toEqual(new Set(browsers.map(({ endpoint }) => endpoint)));
    expect([lost, service.faults]).toEqual([[], []]);
  });

  it('is given up after its last pause, for staff to see', async () => {
    await made([1, 1]);
    service.answer = 503;
    push.tell('p', 'có tin');
    await vi.waitFor(() => expect(lost).toEqual(['given-up HTTP 503 3', 'given-up HTTP 503 3']), patience);
    expect(service.asked).toHaveLength(6);
  });

  it('is not tried again where the service refuses it for good', async () => {
    await made([1, 1]);
    service.answer = 413;
    push.tell('p', 'có tin');
    await vi.waitFor(() => expect(lost).toEqual(['given-up HTTP 413 1', 'given-up HTTP 413 1']), patience);
  });
});

it('has a manifest and icons, so that an iPhone can be notified from its home screen', async () => {
  const page = join(import.meta.dirname, '../../connectors/webchat/page');
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  expect(html).toContain('<link rel="manifest" href="/manifest.webmanifest">');
  expect(html).toContain('<link rel="apple-touch-icon" href="/apple-touch-icon.png">');
  const manifest = JSON.parse(readFileSync(join(page, 'manifest.webmanifest'), 'utf8'));
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/', scope: '/' });
  // Width and height of a PNG stand at its 16th byte.
  const sizeOf = (name: string) => {
    const bytes = readFileSync(join(page, name));
    return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  };
  expect(sizeOf('apple-touch-icon.png')).toBe('180x180');
  for (const { src, sizes } of manifest.icons) expect(sizeOf(src)).toBe(sizes);
  expect(manifest.icons).toHaveLength(3);
});

it('takes the addresses of the browsers’ own services over TLS, and no others', () => {
  const good = [
    'https://fcm.googleapis.com/fcm/send/a',
    'https://jmt17.google.com/fcm/send/a',
    'https://updates.push.services.mozilla.com/wpush/v2/a',
  ];
  const more = ['https://web.push.apple.com/a', 'https://wns2-par02p.notify.windows.com/w/?token=a'];
  const wrong = [
    'http://fcm.googleapis.com/a',
    'https://fcm.googleapis.com:8443/a',
    'https://a:b@fcm.googleapis.com/a',
    'https://127.0.0.1/a',
  ];
  const near = ['https://evilgoogle.com/a', 'https://google.com.example/a', 'https://localhost/a', 'https://[::1]/a'];
  expect([...good, ...more].filter((address) => !isPushService(new URL(address)))).toEqual([]);
  expect([...wrong, ...near].filter((address) => isPushService(new URL(address)))).toEqual([]);
});
