import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Later, OperatorError, Refused, Unavailable } from '../../bot/errors.ts';
import type { Delivery } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Message } from '../../bot/types.ts';
import { type RunningServer, startHttp } from '../../connectors/http.ts';
import { createBotCall } from '../../connectors/zalo-bot/call.ts';
import { askFor, bringTo } from '../../connectors/zalo-bot/listen.ts';
import { createZaloBotChannel } from '../../connectors/zalo-bot/send.ts';
import { createTake } from '../../connectors/zalo-bot/take.ts';
import { createTyping } from '../../connectors/zalo-bot/typing.ts';
import { botWebhook } from '../../connectors/zalo-bot/webhook.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { botToken, type FakeZaloBot, fakeZaloBot } from '../fakes/zalo-bot.ts';
import { updateOf } from '../fakes/zalo-bot-updates.ts';
import { memoryLog } from '../support/memory-log.ts';

const secret = 'mot-ma-bi-mat-cua-webhook';
const seal = createSeal(randomBytes(32), 'zalo-bot');
const address = 'https://motcua.example.vn/webhooks/zalo-bot';
const log = memoryLog();

let fake: FakeZaloBot;
let server: RunningServer;
let url: string;
let received: Message[];
let counted: (string | undefined)[];
let alerts: string[];
let away: number;

const call = (token = botToken) => createBotCall({ url: fake.url, token });
const typing = (afterMs = 60_000) => createTyping({ call: call(), log: log.log, afterMs });
const desk = {
  raise: async (channel: string, why: string) => void alerts.push(`${channel} ${why}`),
  clear: async (channel: string, why: string[]) => void alerts.push(`${channel} ${why} is over`),
};
const asking = () => ({ call: call(), alerts: desk, log: log.log, shortestMs: 5, alone: (work: () => Promise<void>) => work() });
const meter = { count: (_: string, labels?: Record<string, string>) => void counted.push(labels?.result) };
const take = (begin: (person: string) => void = () => {}) => createTake({ receive, seal, typing: { begin }, meter });
const post = (body: string, token: string | null = secret) =>
  fetch(`${url}/webhooks/zalo-bot`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(token !== null && { 'x-bot-api-secret-token': token }) },
  });

async function receive(message: Message) {
  if (away > 0) {
    away -= 1;
    throw new Unavailable('database');
  }
  const kind = received.some(({ id }) => id === message.id) ? ('repeated' as const) : ('accepted' as const);
  received.push(message);
  return { kind, conversation: '' };
}

beforeEach(async () => {
  fake = await fakeZaloBot();
  received = [];
  counted = [];
  alerts = [];
  away = 0;
  const routes = [botWebhook({ secret, take: take(), meter })];
  server = await startHttp({ host: '127.0.0.1', port: 0, trustProxy: false, log: log.log, ready: async () => true, routes });
  url = `http://127.0.0.1:${server.port}`;
});
afterEach(async () => {
  await server.close();
  await fake.close();
  expect(log.text()).not.toMatch(/demo_secret|Trần|u-07/);
});

describe('the webhook of a Zalo bot', () => {
  it.each([
    ['as it is', (update: object) => update],
    ['wrapped', (update: object) => ({ ok: true, result: update })],
  ])('takes a text %s', async (_, wrap) => {
    const body = JSON.stringify(wrap(updateOf('u-07', { id: 'mb-1', text: 'tôi là Trần Thị Mẫu' })));
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
    expect(received[0]).toEqual({ channel: 'zalo-bot', id: 'mb-1', person: 'u-07', text: 'tôi là Trần Thị Mẫu' });
    expect(counted).toEqual(['accepted', 'repeated']);
  });

  it.each([null, '', 'khong-phai-ma-nay', `${secret} `.repeat(2)])('refuses and counts a wrong secret token (%j)', async (token) => {
    const answer = await post(JSON.stringify(updateOf('u-07', { text: 'chào' })), token);
    expect([answer.status, received, counted]).toEqual([401, [], ['signature']]);
  });

  it('answers a probe with nothing in it', async () => {
    expect([(await post('', null)).status, counted]).toEqual([200, ['probe']]);
  });

  it('refuses more than 1 MB', async () => {
    expect((await post('a'.repeat(1_100_000))).status).toBe(413);
  });

  it('is told again later where it could not be kept', async () => {
    away = 1;
    expect((await post(JSON.stringify(updateOf('u-07', { text: 'chào' })))).status).toBe(503);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'không phải JSON'],
    ['an event that we do not know', { event_name: 'message.poll.received', message: {} }],
    ['a message of nobody', { event_name: 'message.text.received', message: { message_id: 'm', text: 'chào' } }],
    ['an id that cannot be kept', updateOf('u\u0000', { text: 'chào' })],
    ['what is said in a group', updateOf('g-01', { text: 'chào' }, 'text', 'GROUP')],
    [
      'what a bot says',
      { event_name: 'message.text.received', message: { message_id: 'm', text: 'chào', from: { is_bot: true }, chat: { id: 'u' } } },
    ],
  ])('ignores %s', async (_, body) => {
    const answer = await post(typeof body === 'string' ? body : JSON.stringify(body));
    expect([answer.status, received, counted]).toEqual([200, [], ['ignored']]);
  });

  it('takes a picture with its words, and a voice note, by their sealed addresses', async () => {
    await post(JSON.stringify(updateOf('u-07', { photo_url: 'https://a.zdn.vn/1.jpg', caption: 'giấy chứng sinh' }, 'image')));
    await post(JSON.stringify(updateOf('u-07', { voice_url: 'https://a.zdn.vn/1.aac' }, 'voice')));
    expect(received).toMatchObject([{ text: 'giấy chứng sinh', files: [{ name: 'ảnh.jpg' }] }, { text: '' }]);
    expect(seal.open(received[0]?.files?.[0]?.ref ?? '')).toBe('https://a.zdn.vn/1.jpg');
    expect(seal.open(received[1]?.voice?.ref ?? '')).toBe('https://a.zdn.vn/1.aac');
  });

  it('takes a sticker as nothing said', async () => {
    await post(JSON.stringify(updateOf('u-07', {}, 'sticker')));
    expect(received).toMatchObject([{ text: '' }]);
  });
});

describe('a Zalo bot that is asked', () => {
  it('has the webhook taken away first, and takes one update after the other', async () => {
    fake.webhook = { url: address, secret };
    const listening = askFor(take(), asking());
    await until(() => fake.webhook === null);
    for (const text of ['một', 'hai', 'ba']) await fake.tell(updateOf('u-07', { text }));
    await listening.stop();
    expect(received.map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
    expect(fake.faults).toEqual([]);
  });

  it('is not asked while another replica asks', async () => {
    let isHeld = true;
    const alone = async (work: () => Promise<void>) => {
      if (isHeld) throw new OperatorError('another one asks');
      await work();
    };
    fake.webhook = { url: address, secret };
    const listening = askFor(take(), { ...asking(), alone });
    await until(() => log.text().includes('OperatorError'));
    expect(fake.webhook).not.toBeNull();
    isHeld = false;
    await until(() => fake.webhook === null);
    await listening.stop();
  });

  it('lets go of no update before it is kept: it is not told again', async () => {
    away = 3;
    const listening = askFor(take(), asking());
    await fake.tell(updateOf('u-07', { text: 'một' }));
    await listening.stop();
    expect(received.map(({ text }) => text)).toEqual(['một']);
  });

  it('keeps what it has in hand when it is stopped', async () => {
    const held = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = async (update: unknown) => {
      begun.resolve();
      await held.promise;
      await take()(update);
    };
    const listening = askFor(slow, asking());
    void fake.tell(updateOf('u-07', { text: 'một' }));
    await begun.promise;
    const stopped = listening.stop();
    held.resolve();
    await stopped;
    expect(received.map(({ text }) => text)).toEqual(['một']);
  });
});

describe('a Zalo bot that is told', () => {
  it('says where until the platform takes it', async () => {
    const wrong = bringTo(address, secret, { ...asking(), call: call('1:khong_phai_ma') });
    const right = bringTo(address, secret, asking());
    await until(() => fake.webhook !== null);
    await Promise.all([wrong.stop(), right.stop()]);
    expect(fake.webhook).toEqual({ url: address, secret });
    expect(new Set(alerts)).toEqual(new Set(['zalo-bot bot-token']));
  });
});

describe('a reply of a Zalo bot', () => {
  const send = (delivery = deliveryOf('Chào bạn.'), token = botToken) =>
    createZaloBotChannel({
      call: call(token),
      pace: { turn: async () => {}, hold: async () => {} },
      typing: typing(),
      alerts: desk,
      log: log.log,
      now: () => new Date(0),
      pauseMs: 4_000,
    }).send(delivery, AbortSignal.timeout(10_000), async () => {});

  it('goes on with the part that was in flight when it is tried again', async () => {
    const long = Array.from({ length: 300 }, (_, at) => `Câu thứ ${at} của một câu trả lời dài.`).join(' ');
    await send(deliveryOf(long));
    const whole = fake.sent.splice(0).map(({ text }) => text);
    await send({ ...deliveryOf(long), done: 2 });
    expect(whole.length).toBeGreaterThan(3);
    expect(fake.sent.map(({ text }) => text)).toEqual(whole.slice(2));
  });

  it('waits a while after too many', async () => {
    fake.instead.push(429);
    await expect(send()).rejects.toMatchObject({ name: Later.name, until: new Date(4_000) });
  });

  // Twice each: the fake says the code in the status, too, every other time.
  it.each([400, 400, 403, 403])('is given up at %i', async (code) => {
    fake.instead.push(code);
    await expect(send()).rejects.toThrow(Refused);
  });

  it.each([404, 408, 500])('is tried again after %i', async (code) => {
    fake.instead.push(code);
    await expect(send()).rejects.toThrow(Unavailable);
  });

  it('is kept, and somebody called, where the token is refused; that is over with the first that arrives', async () => {
    await expect(send(undefined, '1:khong_phai_ma')).rejects.toThrow(Unavailable);
    await send();
    expect(alerts).toEqual(['zalo-bot bot-token', 'zalo-bot bot-token is over']);
  });

  it('tells nobody the token where nobody answers', async () => {
    const nobody = createBotCall({ url: 'http://127.0.0.1:9', token: botToken });
    const error = await nobody('getMe', {}, AbortSignal.timeout(5_000)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect([String(error), String((error as Error).cause)].join()).not.toMatch(/demo_secret|127\.0/); // it is one, as the line before says
  });
});

describe('who waits for a Zalo bot', () => {
  it('is shown after a while that somebody types, and not once the answer is there', async () => {
    const shown = typing(10);
    shown.begin('u-01');
    shown.begin('u-02');
    shown.end('u-02');
    await until(() => fake.typing.length > 0);
    shown.begin('u-03');
    shown.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fake.typing).toEqual(['u-01']);
    expect(fake.faults).toEqual([]);
  });
});

function deliveryOf(text: string): Delivery {
  const reply = plainReply('answered', text);
  return {
    id: 1,
    channel: 'zalo-bot',
    person: 'u-07',
    conversation: 'c',
    reply,
    inReplyTo: 'mb-1',
    at: new Date(0).toISOString(),
    done: 0,
  };
}

async function until(is: () => boolean): Promise<void> {
  for (const end = performance.now() + 10_000; !is() && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 5));
}
