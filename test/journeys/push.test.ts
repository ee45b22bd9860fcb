import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { plainReply } from '../../bot/reply.ts';
import { isPushService } from '../../connectors/webchat/push.ts';
import { createPostBox } from '../../knowledge/post-box.ts';
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
