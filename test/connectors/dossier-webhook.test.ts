import { createHmac } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dossierWebhook } from '../../connectors/dossiers/webhook.ts';
import { type RunningServer, startHttp } from '../../connectors/http.ts';
import { createSubscriptions } from '../../knowledge/subscriptions.ts';
import { createWatchList } from '../../knowledge/watch.ts';
import { createWebhookRequests } from '../../knowledge/webhook-requests.ts';
import { kinds } from '../support/databases.ts';
import { newCode, visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const secret = 'mot-khoa-chung-dai-hon-ba-muoi-hai-ky-tu';
const now = new Date('2026-11-19T03:00:00Z');
const seconds = String(now.getTime() / 1000);

type Request = { body: string; timestamp?: string; signature?: string; source?: string; key?: string };

describe.each(kinds)('the webhook of a source, on $name', (kind) => {
  const database = useDatabase(kind);
  let server: RunningServer;
  const counted: (string | undefined)[] = [];
  beforeAll(async () => {
    const webhook = dossierWebhook({
      secrets: new Map([
        ['tinh', secret],
        ['khac', `${secret}-khac`],
      ]),
      take: createWebhookRequests(database.pool),
      now: () => now,
      meter: { count: (_, labels) => counted.push(labels?.result) },
    });
    const log = pino({ level: 'silent' });
    server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log, ready: async () => true, routes: [webhook] });
  });
  afterAll(() => server?.close());

  let code: string;
  beforeEach(async () => {
    await database.pool.query('truncate watch_nudges, watched_dossiers, subscriptions');
    code = newCode();
    const subscriptions = createSubscriptions({ pool: database.pool, seal: null, ways: [] });
    await subscriptions.follow(await visitorIn(database.pool, 'web'), { code, source: 'tinh', status: 4, statusText: '' }, 'vi', null);
  });
  const signed = (body: string, timestamp: string, key = secret) =>
    `sha256=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
  const send = async ({ body, timestamp = seconds, source = 'tinh', key, signature = signed(body, timestamp, key) }: Request) => {
    const headers = { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature };
    return (await fetch(`http://127.0.0.1:${server.port}/webhooks/dossiers/${source}`, { method: 'POST', headers, body })).status;
  };
  const heeded = () => createWatchList({ pool: database.pool }).heed();
  const bodyOf = (codes: string[]) => JSON.stringify({ codes });

  it('makes a followed dossier due at once, and passes over what nobody follows', async () => {
    expect(await send({ body: bodyOf([code.toLowerCase(), newCode()]) })).toBe(202);
    expect(await heeded()).toBe(1);
    expect(await send({ body: JSON.stringify({ code, note: 'thêm' }) })).toBe(202);
    expect(await heeded()).toBe(1);
  });

  it('is refused when it comes a second time', async () => {
    const body = bodyOf([code]);
    expect([await send({ body }), await send({ body })]).toEqual([202, 409]);
    expect(await send({ body, timestamp: String(Number(seconds) + 1) })).toBe(202);
    expect(await heeded()).toBe(2);
  });

  it.each<[string, (body: string) => Request]>([
    ['without a signature', (body) => ({ body, signature: '' })],
    ['signed with nothing', (body) => ({ body, key: '' })],
    ["signed with another's secret", (body) => ({ body, key: `${secret}-khac` })],
    ['with an altered body', (body) => ({ body: `${body} `, signature: signed(body, seconds) })],
    ['with an altered timestamp', (body) => ({ body, timestamp: String(Number(seconds) + 1), signature: signed(body, seconds) })],
    ['signed over the body alone', (body) => ({ body, signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` })],
    ['six minutes old', (body) => ({ body, timestamp: String(Number(seconds) - 360) })],
    ['from six minutes ahead', (body) => ({ body, timestamp: String(Number(seconds) + 360) })],
    ['without a time', (body) => ({ body, timestamp: '' })],
    ['of a source that is not there', (body) => ({ body, source: 'la' })],
    ['with half a signature', (body) => ({ body, signature: signed(body, seconds).slice(0, 40) })],
  ])('is refused %s', async (_, change) => {
    expect(await send(change(bodyOf([code])))).toBe(401);
    expect(await heeded()).toBe(0);
  });

  it('is refused when it holds no codes', async () => {
    for (const body of ['', '{', '[]', '{"codes":[]}', '{"codes":"H40"}', bodyOf(Array(1_001).fill(code))])
      expect(await send({ body })).toBe(400);
    expect(await heeded()).toBe(0);
  });

  it('counts what it takes and refuses', () => {
    expect(new Set(counted)).toEqual(new Set(['taken', 'repeated', 'signature', 'body']));
  });
});
