import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strictRate } from './strict-rate.ts';
import { type Chat, chatIn, from, No, newChat, type SentMessage, shown } from './telegram-chats.ts';
import { type Files, hookSchema, methods, pollSchema, read } from './telegram-methods.ts';
import { createUpdates, type Updates } from './telegram-updates.ts';
import { bodyOf, json } from './telegram-wire.ts';

export type TelegramUser = { id: number; language: string };

/** The Bot API over HTTP, as strict as the platform: what it would refuse is refused, and is a fault unless the test has made it so. */
export type FakeTelegram = {
  root: string;
  token: string;
  me: { id: number; username: string };
  updates: Updates;
  /** Refusals that were our side's fault: `method: description`. */
  faults: string[];
  /** Answers to come for the next messages sent and files asked for: 401, 429, 500, or 502 with a page of HTML. */
  instead: number[];
  /** Whether the platform's rates are kept: 30 messages a second, one a second in a chat, 20 a minute in a group. */
  strict: boolean;
  /** How many messages were one too many for that. */
  tooMany: number;
  /** Methods in the order of their calls. */
  calls: string[];
  menus: Map<string, unknown>;
  files: Files;
  /** By callback query: null until it is answered, then with what. */
  taps: Map<string, string | null>;
  person(language?: string): TelegramUser;
  group(): Chat;
  chatOf(user: TelegramUser): Chat;
  /** Of all people and groups. */
  ids(): number[];
  /** `extra`: fields of the message beside its text. Resolves, with its number, when our side has acknowledged it. */
  say(user: TelegramUser, text: string, extra?: Record<string, unknown>, chat?: Chat): Promise<number>;
  tap(user: TelegramUser, message: SentMessage, data: string, chat?: Chat): Promise<string>;
  block(user: TelegramUser): Promise<void>;
  close(): Promise<void>;
};

export async function fakeTelegram(): Promise<FakeTelegram> {
  const updates = createUpdates();
  const chats = new Map<number, Chat>();
  const rates = { all: strictRate(30, 1_000), chats: new Map<number, (now: number) => boolean>() };
  let lastUser = 900_000 + Math.floor(Math.random() * 1_000_000);
  let lastTap = 77_000;
  const fake: FakeTelegram = {
    root: '',
    token: '700001:fake-token-of-a-fake-bot-0123456789',
    me: { id: 700_001, username: 'MotCuaThuBot' },
    updates,
    faults: [],
    instead: [],
    strict: true,
    tooMany: 0,
    calls: [],
    menus: new Map(),
    files: new Map(),
    taps: new Map(),
    person: (language = 'vi') => {
      lastUser += 1;
      chats.set(lastUser, newChat(lastUser, 'private'));
      return { id: lastUser, language };
    },
    group: () => {
      lastUser += 1;
      const chat = { ...newChat(-lastUser, 'supergroup'), begun: true };
      chats.set(chat.id, chat);
      return chat;
    },
    chatOf,
    ids: () => [...chats.keys()],
    say: async (user, text, extra = {}, chat = chatOf(user)) => {
      chat.begun = true;
      chat.lastId += 1;
      const id = chat.lastId;
      const words = text === '' ? {} : { text };
      await updates.push(chat.id, {
        message: { message_id: id, date: 1_760_000_000, from: from(user), chat: chatIn(chat), ...words, ...extra },
      });
      return id;
    },
    tap: async (user, message, data, chat = chatOf(user)) => {
      lastTap += 1;
      const id = String(lastTap);
      fake.taps.set(id, null);
      await updates.push(chat.id, { callback_query: { id, from: from(user), message: shown(chat, message), chat_instance: '-42', data } });
      return id;
    },
    block: async (user) => {
      const chat = chatOf(user);
      chat.blocked = true;
      const member = { user: fake.me, status: 'kicked' };
      await updates.push(chat.id, {
        my_chat_member: { chat: chatIn(chat), from: from(user), date: 1_760_000_000, new_chat_member: member },
      });
    },
    close: async () => {
      updates.close();
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
  fake.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens has a port
  return fake;

  function chatOf(user: TelegramUser): Chat {
    const chat = chats.get(user.id);
    if (chat === undefined) throw new Error('there is no such person');
    return chat;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, isFile, token, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (token !== fake.token) return json(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    if (isFile !== undefined) return sendFile(rest, response);
    const { given, uploaded } = await bodyOf(request);
    fake.calls.push(rest);
    const trouble = /^(getFile|send(Message|Document|Voice))$/.test(rest) ? fake.instead.shift() : undefined;
    if (trouble === 502) {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
      return;
    }
    try {
      if (trouble === 429) throw tooMany(1);
      if (trouble !== undefined) throw new No(trouble, 'Internal Server Error');
      keepRate(rest, given);
      json(response, 200, { ok: true, result: await call(rest, given, uploaded) });
    } catch (error) {
      if (!(error instanceof No)) throw error;
      const expected =
        trouble !== undefined ||
        [403, 409, 429].includes(error.code) ||
        /not modified|too old|not enough rights|VOICE_MESSAGES_FORBIDDEN/.test(error.message);
      if (!expected) fake.faults.push(`${rest}: ${error.message}`);
      const parameters = error.retryAfter === null ? {} : { parameters: { retry_after: error.retryAfter } };
      json(response, error.code, { ok: false, error_code: error.code, description: error.message, ...parameters });
    }
  }

  function keepRate(method: string, given: Record<string, unknown>): void {
    if (!fake.strict || !/^send(Message|Document|Voice)$/.test(method)) return;
    const id = Number(given.chat_id);
    const own = rates.chats.get(id) ?? (id < 0 ? strictRate(20, 60_000) : strictRate(1, 1_000));
    rates.chats.set(id, own);
    if (own(Date.now()) && rates.all(Date.now())) return;
    fake.tooMany += 1;
    throw tooMany(1);
  }

  async function call(method: string, given: Record<string, unknown>, uploaded: Files): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return { ...fake.me, is_bot: true, first_name: 'Một Cửa', can_join_groups: true, can_read_all_group_messages: false };
      case 'setWebhook': {
        const { url, secret_token: secret = null, allowed_updates: allowed = null } = read(hookSchema, given);
        updates.setHook({ url, secret, allowed });
        return true;
      }
      case 'deleteWebhook':
        updates.setHook(null);
        return true;
      case 'getUpdates': {
        if (updates.hook() !== null)
          throw new No(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        const { offset = 0, limit = 100, timeout = 0, allowed_updates: allowed = null } = read(pollSchema, given);
        const found = await updates.poll({ offset, limit, seconds: timeout, allowed });
        if (found === 'conflict')
          throw new No(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running');
        return found;
      }
      default: {
        const known = methods[method];
        if (known === undefined) throw new No(404, 'Not Found: method not found');
        return known(given, { chats, taps: fake.taps, files: fake.files, menus: fake.menus }, uploaded);
      }
    }
  }

  function sendFile(path: string, response: ServerResponse): void {
    const file = fake.files.get(/^documents\/(.+)\.bin$/.exec(path)?.[1] ?? '');
    if (file === undefined) json(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    else response.writeHead(200, { 'content-length': file.bytes.length }).end(file.bytes);
  }
}

function tooMany(seconds: number): No {
  return new No(429, `Too Many Requests: retry after ${seconds}`, seconds);
}
