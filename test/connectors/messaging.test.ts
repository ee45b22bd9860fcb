import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Delivery } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Message, Reply } from '../../bot/types.ts';
import { type RunningServer, startHttp } from '../../connectors/http.ts';
import { createFileLinks } from '../../connectors/messaging/files.ts';
import { readMessage } from '../../connectors/messaging/read-message.ts';
import { createMessagingChannel } from '../../connectors/messaging/send.ts';
import { messagingWebhook } from '../../connectors/messaging/webhook.ts';
import { createSafeDownload } from '../../connectors/safe-download.ts';
import { fetchSealed } from '../../connectors/sealed-files.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { appSecret, type FakeApp, fakeApp, messageOf, signed } from '../fakes/messaging-app.ts';
import { memoryLog } from '../support/memory-log.ts';

const seal = createSeal(randomBytes(32), 'messaging');
const pdf = new TextEncoder().encode('%PDF-1.4 tờ khai');
const words = 'tôi là Trần Thị Mẫu, 079085001234';
const noPace = { turn: async () => {}, hold: async () => {} };

let app: FakeApp;
let server: RunningServer;
let url: string;
let clock: Date;
let received: Message[];
let counted: (string | undefined)[];
let asked: { person: string; id: string; kind: string }[];
const log = memoryLog();
const now = () => clock;
const clientOf = (name: string, secret: string) => ({
  name,
  secret,
  callback: app.url,
  files: name === 'app' ? ['files.example.vn', '.cdn.vn'] : [],
  perSecond: 50,
});
const drafts = {
  file: async (visitor: { person: string }, id: string, kind: string) => {
    asked.push({ person: visitor.person, id, kind });
    return id === 'gone' ? null : { name: 'to-khai.pdf', type: 'application/pdf', bytes: pdf };
  },
};
const links = createFileLinks({ base: '', seal, drafts, now });

beforeAll(async () => {
  app = await fakeApp();
  const clients = [clientOf('app', appSecret), clientOf('viber', `${appSecret}-khac`)];
  const receive = async (message: Message) => {
    const kind = received.some(({ channel, id }) => channel === message.channel && id === message.id) ? 'repeated' : 'accepted';
    if (message.text === 'cơ sở dữ liệu không trả lời') throw new Unavailable('database');
    received.push(message);
    return { kind, conversation: '' } as const;
  };
  const meter = { count: (_: string, labels?: Record<string, string>) => void counted.push(labels?.result) };
  const routes = [messagingWebhook({ clients, receive, seal, now, meter }), links.routes];
  server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log: log.log, ready: async () => true, routes });
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.close();
  await app.close();
});
beforeEach(() => {
  clock = new Date();
  received = [];
  counted = [];
  asked = [];
  app.replies.length = 0;
  app.instead.length = 0;
});
afterEach(() => {
  expect(app.faults.splice(0)).toEqual([]);
  expect(log.text()).not.toMatch(/Trần|079085001234|link=/);
});

describe('a message at the generic webhook', () => {
  it('is accepted once it is kept, as its client said it, and once however often it comes', async () => {
    const message = messageOf('u-01', words);
    const first = await app.post(url, 'app', message);
    expect([first.status, await first.json()]).toEqual([202, { id: message.id, repeated: false }]);
    const again = await app.post(url, 'app', message);
    expect([again.status, await again.json()]).toEqual([202, { id: message.id, repeated: true }]);
    expect(received[0]).toEqual({ channel: 'messaging-app', ...message });
    expect(counted).toEqual(['accepted', 'repeated']);
  });

  it('is asked for again where it could not be kept', async () => {
    expect((await app.post(url, 'app', messageOf('u-01', 'cơ sở dữ liệu không trả lời'))).status).toBe(503);
  });

  it('has another id space, and another channel, for each client', async () => {
    const message = messageOf('u-01', 'chào');
    await app.post(url, 'app', message);
    await app.post(url, 'viber', message, { secret: `${appSecret}-khac` });
    expect(received.map(({ channel }) => channel)).toEqual(['messaging-app', 'messaging-viber']);
  });

  it.each<[string, Parameters<FakeApp['post']>[3], string?]>([
    ['of another secret', { secret: 'khong-phai-khoa-cua-ung-dung-nay-dau-nhe' }],
    ['of another client', {}, 'viber'],
    ['of a client that is not there', {}, 'zalo'],
    ['that is too old', { at: Math.floor(Date.now() / 1000) - 400 }],
    ['from the future', { at: Math.floor(Date.now() / 1000) + 400 }],
    ['for another time', { headers: { 'x-timestamp': String(Math.floor(Date.now() / 1000) - 7) } }],
    ['that is none', { headers: { 'x-signature': 'sha256=' } }],
  ])('is refused and counted with a signature %s', async (_, signing, client = 'app') => {
    const answer = await app.post(url, client, messageOf('u-01', words), signing);
    expect([answer.status, received, counted]).toEqual([401, [], ['signature']]);
  });

  it('is signed over its bytes: written anew it is another', async () => {
    const at = String(Math.floor(Date.now() / 1000));
    const body = Buffer.from('{ "id": "m", "person": "u",  "text": "chào" }');
    expect((await app.post(url, 'app', body)).status).toBe(202);
    const headers = { 'x-timestamp': at, 'x-signature': signed(appSecret, at, body) };
    expect((await app.post(url, 'app', JSON.parse(body.toString()), { headers })).status).toBe(401);
  });

  it('is refused over 1 MB, and compressed', async () => {
    expect((await app.post(url, 'app', messageOf('u-01', 'a'.repeat(1_100_000)))).status).toBe(413);
    expect((await app.post(url, 'app', messageOf('u-01', 'a'), { headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect(received).toEqual([]);
  });

  it('is ignored where it is another event, and so is a reply of ours that comes back', async () => {
    expect((await app.post(url, 'app', { event: 'seen', person: 'u-01' })).status).toBe(200);
    await createMessagingChannel({ client: clientOf('app', appSecret), links, pace: noPace, now }).send(deliveryOf(), soon(), never);
    expect((await app.post(url, 'app', app.replies[0])).status).toBe(200);
    expect([received, counted]).toEqual([[], ['ignored', 'ignored']]);
  });

  it.each<[unknown, string[]]>([
    ['không phải JSON', ['body']],
    [[], ['body']],
    [{ event: 7 }, ['event']],
    [{}, ['id', 'person']],
    [{ ...messageOf('u 01', 'x') }, ['person']],
    [{ ...messageOf('u-01', 'x', 'm'.repeat(129)) }, ['id']],
    [{ ...messageOf('u-01', 'x', 'm\u0000') }, ['id']],
    [{ ...messageOf('u-01', '  ') }, ['text']],
    [{ id: 'm', person: 'u', text: 7 }, ['text']],
    [{ ...messageOf('u-01', 'x'.repeat(20_001)) }, ['text']],
    [{ ...messageOf('u-01', 'x'), files: 'một tệp' }, ['files']],
    [{ ...messageOf('u-01', 'x'), files: [{ url: 'https://files.example.vn/1' }, { url: 'khong phai' }] }, ['files[1].url']],
    [{ ...messageOf('u-01', 'x'), files: Array.from({ length: 11 }, () => ({ url: 'https://files.example.vn/1' })) }, ['files']],
    [{ ...messageOf('u-01', ''), voice: { url: 'https://files.example.vn/1', seconds: -1 } }, ['voice.seconds']],
  ])('of a wrong shape is refused by the name of what is wrong: %j', async (body, fields) => {
    const answer = await app.post(url, 'app', body);
    const { faults } = (await answer.json()) as { faults: { field: string }[] }; // the API under test: a wrong shape shows in the assertion
    expect([answer.status, faults.map(({ field }) => field), counted]).toEqual([400, fields, ['body']]);
  });

  it('never hears back what was in it', async () => {
    const answer = await app.post(url, 'app', { id: words, person: words, text: words, files: [{ url: words }] });
    expect(await answer.text()).not.toMatch(/Trần|0790/);
  });

  it('brings voice notes by their sealed addresses, as files', async () => {
    const voice = { url: 'https://a.cdn.vn/noi.ogg', seconds: 4 };
    await app.post(url, 'app', { id: 'v', person: 'u', voice });
    expect(received[0]).toMatchObject({ text: '', voice: { seconds: 4 } });
    expect(seal.open(received[0]?.voice?.ref ?? '')).toBe(voice.url);
  });
});

describe('a file of a message', () => {
  it.each([
    'http://127.0.0.1/etc/passwd',
    'http://169.254.169.254/latest/meta-data',
    'https://example.vn/a.pdf',
    'https://files.example.vn.evil.com/a.pdf',
    'https://files.example.vn@evil.com/a.pdf',
    'file:///etc/passwd',
  ])('is not asked for where its host is not set up: %s', async (address) => {
    const answer = await app.post(url, 'app', { ...messageOf('u-01', ''), files: [{ url: address }] });
    expect([answer.status, received]).toEqual([400, []]);
  });

  it('comes for no client that has no hosts', async () => {
    const body = { ...messageOf('u-01', ''), files: [{ url: 'https://files.example.vn/a.pdf' }] };
    expect((await app.post(url, 'viber', body, { secret: `${appSecret}-khac` })).status).toBe(400);
  });

  it('waits sealed, and is fetched from its host alone, wherever that leads', async () => {
    const place = async (host: string) => (host === 'files.example.vn' ? { address: '127.0.0.1', port: app.port } : null);
    const download = createSafeDownload({ party: 'messaging-app', hosts: ['files.example.vn'], mostBytes: 1_000, limitMs: 5_000, place });
    const fetchFile = fetchSealed(download, seal);
    app.files.set('/a.pdf', { status: 200, bytes: pdf });
    app.files.set('/b.pdf', { status: 302, bytes: pdf, headers: { location: 'http://inside.example.vn/secret' } });
    const urls = ['a', 'b', 'c'].map((name) => ({ url: `http://files.example.vn/${name}.pdf`, name: `${name}.pdf` }));
    await app.post(url, 'app', { ...messageOf('u-01', ''), files: urls });
    const files = received[0]?.files ?? [];
    expect(JSON.stringify(files)).not.toContain('example.vn');
    const from = { channel: 'messaging-app', person: 'u-01' };
    const came = await Promise.all(files.map(async (file) => fetchFile(from, file, soon())));
    expect(came.map((bytes) => bytes && Buffer.from(bytes).toString())).toEqual(['%PDF-1.4 tờ khai', null, null]);
    expect(await fetchFile(from, { ref: 'http://files.example.vn/a.pdf', name: '', size: 0 }, soon())).toBeNull();
  });
});

describe('a reply to a client', () => {
  const send = (delivery = deliveryOf()) =>
    createMessagingChannel({ client: clientOf('app', appSecret), links, pace: noPace, now }).send(delivery, soon(), never);

  it('is posted whole, signed, with what can be read without buttons beside it', async () => {
    const choices = [{ label: 'Lệ phí', say: 'lệ phí' }];
    await send(deliveryOf({ ...plainReply('asked', '**Hộ chiếu**: bạn hỏi gì?', choices) }));
    expect(app.replies).toMatchObject([
      {
        event: 'reply',
        id: '412',
        person: 'u-01',
        inReplyTo: 'm-1',
        reply: {
          kind: 'asked',
          text: '**Hộ chiếu**: bạn hỏi gì?',
          choices,
          plain: ['Hộ chiếu: bạn hỏi gì?\n\nBạn nhắn số để chọn:\n1. Lệ phí'],
        },
      },
    ]);
  });

  it.each<[number, Record<string, string>, number]>([
    [429, { 'retry-after': '7' }, 7_000],
    [503, { 'retry-after': '90' }, 90_000],
    [429, { 'retry-after': '0' }, 1_000],
    [429, { 'retry-after': '999999' }, 3_600_000],
    [503, {}, 30_000],
    [503, { 'retry-after': 'bao giờ cũng được'.normalize('NFD').replace(/[^ -~]/g, '') }, 30_000],
  ])('waits for %i as it is told to (%j)', async (status, headers, waits) => {
    app.instead.push({ status, headers });
    const error = await send().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Later);
    expect((error as Later).until.getTime() - clock.getTime()).toBe(waits); // it is one, as the line before says
  });

  it('waits until a date that it is told', async () => {
    const at = new Date(Math.ceil(clock.getTime() / 1_000) * 1_000 + 60_000);
    app.instead.push({ status: 429, headers: { 'retry-after': at.toUTCString() } });
    await expect(send()).rejects.toMatchObject({ name: 'Later', until: at });
  });

  it.each([400, 401, 403, 404, 410, 422])('is given up at %i', async (status) => {
    app.instead.push({ status });
    await expect(send()).rejects.toThrow(Refused);
  });

  it.each([408, 500, 502])('is tried again after %i', async (status) => {
    app.instead.push({ status });
    await expect(send()).rejects.toThrow(Unavailable);
  });

  it('goes to its callback and nowhere else', async () => {
    app.instead.push({ status: 307, headers: { location: `${app.url}/elsewhere` } });
    await expect(send()).rejects.toThrow(Unavailable);
  });

  it('tells nobody in its errors what was to be said', async () => {
    const client = { ...clientOf('app', appSecret), callback: 'http://127.0.0.1:9/' };
    const failed = createMessagingChannel({ client, links, pace: noPace, now }).send(
      deliveryOf(plainReply('answered', words)),
      soon(),
      never,
    );
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect(JSON.stringify([String(error), (error as Error).cause, String((error as Error).cause)])).not.toMatch(/Trần|127\.0/);
  });
});

describe('a link to a file of a reply', () => {
  const filed: Reply = {
    ...plainReply('filing', 'Tờ khai đã xong.'),
    files: [{ kind: 'pdf', label: 'Tờ khai (PDF)', name: 'to-khai.pdf', case: 'case-1' }],
  };
  const linkOf = async (reply: Reply) => {
    await createMessagingChannel({ client: clientOf('app', appSecret), links, pace: noPace, now }).send(deliveryOf(reply), soon(), never);
    return new URL(app.replies.at(-1)?.reply.files[0]?.url ?? '', url);
  };

  it('opens that file of that conversation for an hour', async () => {
    const link = await linkOf(filed);
    const answer = await fetch(link);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf);
    expect(asked).toEqual([{ person: 'u-01', id: 'case-1', kind: 'pdf' }]);
    clock = new Date(clock.getTime() + 3_601_000);
    expect((await fetch(link)).status).toBe(410);
  });

  it('opens nothing else, changed or invented, and shows nothing of whose it is', async () => {
    const link = await linkOf(filed);
    expect(decodeURIComponent(link.href)).not.toMatch(/case-1|u-01/);
    const changed = new URL(link);
    const sealed = link.searchParams.get('link') ?? '';
    changed.searchParams.set('link', `${sealed.slice(0, 10)}${sealed[10] === 'A' ? 'B' : 'A'}${sealed.slice(11)}`);
    for (const other of [changed, new URL(link.pathname, url), new URL(`${link.pathname}?link=a&link=b`, url)])
      expect((await fetch(other)).status).toBe(410);
    expect(asked).toEqual([]);
  });

  it('says so where the file is gone', async () => {
    const link = await linkOf({ ...filed, files: [{ kind: 'pdf', label: 'Tờ khai', name: 'to-khai.pdf', case: 'gone' }] });
    expect((await fetch(link)).status).toBe(404);
  });
});

describe('the description of the generic webhook', () => {
  const text = readFileSync(new URL('../../connectors/messaging/openapi.yaml', import.meta.url), 'utf8');

  it('is served as it is', async () => {
    const answer = await fetch(`${url}/channels/messaging/openapi.yaml`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/yaml; charset=utf-8',
      text,
    ]);
  });

  it('has examples that are taken', () => {
    const examples = [...text.matchAll(/value: (\{.*\}) \}$/gm)].map(([, json]) =>
      readMessage(Buffer.from(json ?? ''), ['files.example.vn']),
    );
    expect(examples.map(({ kind }) => kind)).toEqual(['message', 'message']);
  });

  it('names every field that a reply has', async () => {
    const { replies } = app;
    const full: Reply = {
      ...plainReply('filing', 'Xong.', [{ label: 'a', say: 'b' }]),
      sources: [{ code: '1.001193', title: 'Đăng ký khai sinh', section: 'fee', url: 'https://dichvucong.gov.vn', date: '2026-07-18' }],
      files: [{ kind: 'pdf', label: 'Tờ khai', name: 'to-khai.pdf', case: 'case-1' }],
    };
    await createMessagingChannel({ client: clientOf('app', appSecret), links, pace: noPace, now }).send(deliveryOf(full), soon(), never);
    const names =
      JSON.stringify(replies[0])
        .match(/"(\w+)":/g)
        ?.map((name) => name.slice(1, -2)) ?? [];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(text).toMatch(new RegExp(`\\b${name}:`));
  });
});

function deliveryOf(reply: Reply = plainReply('answered', 'Chào bạn.')): Delivery {
  return {
    id: 412,
    channel: 'messaging-app',
    person: 'u-01',
    conversation: randomUUID(),
    reply,
    inReplyTo: 'm-1',
    at: new Date().toISOString(),
    done: 0,
  };
}

function soon(): AbortSignal {
  return AbortSignal.timeout(10_000);
}

const never = async () => {
  throw new Error('a reply is one request');
};
