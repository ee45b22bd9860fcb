import { afterEach, beforeEach, expect } from 'vitest';
import type { Overrides } from '../../scripts/compose.ts';
import { type FakeTelegram, fakeTelegram } from '../fakes/telegram.ts';
import type { Chat } from '../fakes/telegram-chats.ts';
import { type RunningApp, startApp } from './app.ts';
import { pause } from './citizen.ts';
import { embeddedPlace, type Place } from './databases.ts';

/** The application with a Telegram bot, for each test of a suite a new one. Getters: they are there once the tests run. */
export type TelegramInUse = {
  readonly fake: FakeTelegram;
  readonly app: RunningApp;
  readonly secret: string;
  /** Resolves when the platform knows where to bring updates. */
  start(overrides?: Overrides): Promise<void>;
  /** All that stands in a chat, once so many messages are there and all that was said has its answer. */
  texts(chat: Chat, count: number): Promise<string[]>;
};

const secret = 'secret-of-the-fake-webhook';

/** After each test nothing was asked that the platform refuses, and nobody stands in the log. */
export function useTelegram(): TelegramInUse {
  let fake: FakeTelegram;
  let place: Place;
  let app: RunningApp;

  beforeEach(async () => {
    fake = await fakeTelegram();
    fake.strict = false;
    fake.updates.deliverTo = () => `${app.url}/webhooks/telegram`;
    place = embeddedPlace();
  });
  afterEach(async () => {
    await app.stop();
    await fake.close();
    await place.drop();
    expect(fake.faults).toEqual([]);
    expect(app.log()).not.toMatch(/fake-token|Mẫu/);
    for (const id of fake.ids()) expect(app.log()).not.toMatch(new RegExp(`(?<!\\d)${Math.abs(id)}(?!\\d)`));
  });

  async function waiting(): Promise<number> {
    const { rows } = await app.app.knowledge.database.pool.query<{ waiting: number }>(
      'select ((select count(*) from inbox where recorded_at is null) + (select count(*) from outbox))::integer as waiting',
    );
    return rows[0]?.waiting ?? 0;
  }

  return {
    get fake() {
      return fake;
    },
    get app() {
      return app;
    },
    secret,
    start: async (overrides = {}) => {
      const settings = {
        TELEGRAM_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.root,
        TELEGRAM_MODE: 'webhook',
        TELEGRAM_SECRET: secret,
        PUBLIC_URL: 'https://motcua.example',
      };
      // Rates are tried with the contract of channels.
      app = await startApp(place, { pace: { turn: async () => {}, hold: async () => {} }, ...overrides }, settings);
      while (fake.updates.hook() === null) await pause(5);
    },
    texts: async (chat, count) => {
      while (chat.sent.length < count || (await waiting()) > 0) await pause(5);
      return chat.sent.map(({ text }) => text);
    },
  };
}
