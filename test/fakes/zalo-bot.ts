import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { strictRate } from './strict-rate.ts';
import { bodyOf, json } from './zalo-wire.ts';

export const botToken = '1234567890:demo_secret_of_a_bot';

type Sent = { person: string; text: string; id: string };

/** The Zalo Bot API: calls under the token, updates one at a time by being asked or by webhook. What the platform would refuse is refused, and is a fault. */
export type FakeZaloBot = {
  url: string;
  sent: Sent[];
  /** Who was shown that somebody types. */
  typing: string[];
  faults: string[];
  /** The codes with which the next messages are refused; 500: nothing that can be read. */
  instead: number[];
  blocked: Set<string>;
  /** Whether calls are counted: in a script people do not wait as people do. */
  counts: boolean;
  webhook: { url: string; secret: string } | null;
  /** Where webhooks go instead: the platform takes public addresses alone. */
  at: string | null;
  /** Whether the next body is wrapped in `{ok, result}`: the documentation and the field do not agree, so they take turns. */
  wraps: boolean;
  /** Tells an update. By webhook: the status. By being asked: 200 once the next one was asked for. */
  tell(update: object): Promise<number>;
  close(): Promise<void>;
};

const chat = z.string().min(1);
const bodies: Record<string, z.ZodType> = {
  getUpdates: z.strictObject({ timeout: z.string().regex(/^\d+$/) }),
  setWebhook: z.strictObject({ url: z.url({ protocol: /^https$/ }), secret_token: z.string().min(8).max(256) }),
  deleteWebhook: z.strictObject({}),
  sendMessage: z.strictObject({
    chat_id: chat,
    text: z.string().min(1).max(2_000),
    parse_mode: z.enum(['markdown', 'html']).optional(),
  }),
  sendChatAction: z.strictObject({ chat_id: chat, action: z.literal('typing') }),
};
const messageSchema = z.object({ chat_id: z.string(), text: z.string() });
const webhookSchema = z.object({ url: z.string(), secret_token: z.string() });
/** How long the platform holds a question that nothing answers; a test waits less than a person. */
const holdMs = 300;

export async function fakeZaloBot(): Promise<FakeZaloBot> {
  const chats = new Map<string, (nowMs: number) => boolean>();
  const together = strictRate(20, 1_000);
  const queue: { update: object; taken(status: number): void }[] = [];
  let asked: ((update: object) => void) | null = null;
  let underWay: ((status: number) => void) | null = null;
  let refusals = 0;

  const fake: FakeZaloBot = {
    url: '',
    sent: [],
    typing: [],
    faults: [],
    instead: [],
    blocked: new Set(),
    counts: true,
    webhook: null,
    at: null,
    wraps: false,
    tell: (update) => {
      if (fake.webhook !== null) return bring(update, fake.webhook);
      return new Promise((taken) => {
        queue.push({ update, taken });
        handOut();
      });
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      fake.faults.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  fake.url = `http://127.0.0.1:${port}`;
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const bytes = await bodyOf(request);
    if (token !== botToken) return refuse(response, 401, 'Unauthorized');
    const body = bodies[method]?.safeParse(JSON.parse(bytes.toString('utf8')));
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json' || body?.success !== true) {
      fake.faults.push(`a wrong call of ${method}`);
      return refuse(response, body === undefined ? 404 : 400, 'Bad Request');
    }
    switch (method) {
      case 'getUpdates':
        return updates(response);
      case 'setWebhook': {
        const { url, secret_token: secret } = webhookSchema.parse(body.data);
        fake.webhook = { url, secret };
        return json(response, { ok: true, result: { url, updated_at: 1_760_000_000_000 } });
      }
      case 'deleteWebhook':
        fake.webhook = null;
        return json(response, { ok: true, result: { url: '', updated_at: 1_760_000_000_000 } });
      case 'sendChatAction':
        fake.typing.push(z.object({ chat_id: z.string() }).parse(body.data).chat_id);
        return json(response, { ok: true, result: {} });
      default:
        return message(response, messageSchema.parse(body.data));
    }
  }

  function message(response: ServerResponse, { chat_id: person, text }: z.infer<typeof messageSchema>): void {
    const instead = fake.instead.shift() ?? (fake.blocked.has(person) ? 403 : undefined);
    if (instead === 500) {
      response.writeHead(500).end('<html>');
      return;
    }
    if (instead !== undefined) {
      refuse(response, instead, 'said otherwise each time');
      return;
    }
    const own = chats.get(person) ?? strictRate(30, 30_000);
    chats.set(person, own);
    if (fake.counts && !(together(Date.now()) && own(Date.now()))) {
      fake.faults.push('too many calls');
      refuse(response, 429, 'Quota exceeded');
      return;
    }
    const id = randomUUID();
    fake.sent.push({ person, text, id });
    json(response, { ok: true, result: { message_id: id, date: Date.now() } });
  }

  /** The code stands in the body; whether in the status, too, is seen both ways. */
  function refuse(response: ServerResponse, code: number, description: string): void {
    refusals += 1;
    json(response, { ok: false, error_code: code, description }, refusals % 2 === 0 ? code : 200);
  }

  function updates(response: ServerResponse): void {
    if (fake.webhook !== null) {
      refuse(response, 400, 'a webhook is set');
      return;
    }
    if (asked !== null) fake.faults.push('asked twice at the same time');
    // Who asks again has what came before.
    underWay?.(200);
    underWay = null;
    const timer = setTimeout(() => {
      asked = null;
      refuse(response, 408, 'Request timeout');
    }, holdMs);
    asked = (update) => {
      clearTimeout(timer);
      asked = null;
      json(response, { ok: true, result: update });
    };
    response.once('close', () => {
      if (!response.writableFinished) {
        clearTimeout(timer);
        asked = null;
      }
    });
    handOut();
  }

  function handOut(): void {
    if (asked === null) return;
    const next = queue.shift();
    if (next === undefined) return;
    underWay = next.taken;
    asked(next.update);
  }

  async function bring(update: object, { url, secret }: { url: string; secret: string }): Promise<number> {
    const body = JSON.stringify(fake.wraps ? { ok: true, result: update } : update);
    fake.wraps = !fake.wraps;
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': secret };
    const to = fake.at === null ? url : `${fake.at}${new URL(url).pathname}`;
    const response = await fetch(to, { method: 'POST', headers, body });
    await response.body?.cancel();
    return response.status;
  }
}
