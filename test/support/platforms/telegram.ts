import { startHttp } from '../../../connectors/http.ts';
import { createTelegram } from '../../../connectors/telegram.ts';
import type { Person, Platform, PlatformFactory, Seen } from '../../contracts/channel-world.ts';
import { type FakeTelegram, fakeTelegram, type TelegramUser } from '../../fakes/telegram.ts';
import type { SentMessage } from '../../fakes/telegram-chats.ts';

const secret = 'secret-of-the-fake-webhook';
const noAlerts = { raise: async () => {}, clear: async () => {} };

/** The Bot API, either way: it brings updates, or is asked for them. */
export function telegramPlatform(way: 'webhook' | 'polling'): PlatformFactory {
  return async () => {
    const fake = await fakeTelegram();
    return platformOf(fake, way);
  };
}

function platformOf(fake: FakeTelegram, way: 'webhook' | 'polling'): Platform {
  const users = new Map<Person, TelegramUser>();
  return {
    longest: 4_096,
    files: true,
    join: async ({ receive, pace, drafts, history, meter, log }) => {
      const telegram = createTelegram({
        token: fake.token,
        apiRoot: fake.root,
        webhook: way === 'webhook' ? { url: 'https://motcua.example/webhooks/telegram', secret } : null,
        pace,
        alerts: noAlerts,
        meter,
        log,
        now: () => new Date(),
        unreachable: async () => {},
        alone: (work) => work(),
      });
      const accepted = async (message: Parameters<typeof receive>[0]) => {
        await receive(message);
        return { kind: 'accepted', conversation: message.person } as const;
      };
      const opened = telegram.open({ receive: accepted, history });
      const server = await startHttp({
        host: '127.0.0.1',
        port: 0,
        trustProxy: false,
        log,
        ready: async () => true,
        routes: opened.routes,
      });
      fake.updates.deliverTo = () => `http://127.0.0.1:${server.port}/webhooks/telegram`;
      await opened.start();
      const [channel] = telegram.channels(drafts);
      if (channel === undefined) throw new Error('there is no channel');
      const close = async () => {
        await server.close();
        await opened.close();
      };
      return { channel, fetch: telegram.fetch, close };
    },
    person: () => {
      const user = fake.person();
      const person = personOf(fake, user);
      users.set(person, user);
      return person;
    },
    answers: (how, times) => {
      for (let at = 0; at < times; at += 1) fake.instead.push(how === 'too-many' ? 429 : at % 2 === 0 ? 502 : 500);
    },
    blocks: (person) => {
      const user = users.get(person);
      if (user !== undefined) fake.chatOf(user).blocked = true;
    },
    close: async () => {
      await fake.close();
      if (fake.faults.length > 0) throw new Error(`Telegram was asked what it refuses:\n${fake.faults.join('\n')}`);
    },
  };
}

function personOf(fake: FakeTelegram, user: TelegramUser): Person {
  const chat = fake.chatOf(user);
  return {
    say: async (text) => {
      await fake.say(user, text);
    },
    tap: async (label) => {
      const has = ({ buttons }: SentMessage) => buttons.flat().some(({ text }) => text === label);
      const message = chat.sent.findLast(has);
      const button = message?.buttons.flat().find(({ text }) => text === label);
      if (message === undefined || button === undefined) throw new Error(`no button ${label}`);
      await fake.tap(user, message, button.callback_data);
    },
    attach: async (name, bytes) => {
      const id = `doc-${chat.lastId}`;
      fake.files.set(id, { name, bytes });
      const document = { file_id: id, file_unique_id: id, file_name: name, mime_type: 'application/pdf', file_size: bytes.length };
      await fake.say(user, '', { document });
    },
    repeat: () => fake.updates.repeat(),
    seen: async () => chat.sent.map(seenOf),
  };
}

function seenOf({ text, buttons, file }: SentMessage): Seen {
  return { text: file === null ? text : '', buttons: buttons.flat().map((button) => button.text), file };
}
