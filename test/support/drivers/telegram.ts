import type { Reply } from '../../../bot/types.ts';
import { telegram } from '../../../connectors/render/capabilities.ts';
import { payloadOf } from '../../../connectors/render/payload.ts';
import { renderReply } from '../../../connectors/render.ts';
import { idOf } from '../../../connectors/telegram/place.ts';
import { fakeTelegram } from '../../fakes/telegram.ts';
import type { SentMessage } from '../../fakes/telegram-chats.ts';
import { readHtml } from '../../fakes/telegram-html.ts';
import type { RunningApp } from '../app.ts';
import type { Opened } from '../channels.ts';
import { pause } from '../citizen.ts';
import { repliesIn } from './recorded.ts';

const channel = 'telegram';
const payloadBytes = telegram.buttons?.payloadBytes ?? 0;

/** The Bot API, asked for updates. What the last message offers is tapped, all else is typed. */
export async function openTelegram(running: () => RunningApp): Promise<Opened> {
  const fake = await fakeTelegram();
  fake.strict = false;
  const settings = { TELEGRAM_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.root };
  const join: Opened['join'] = () => {
    const user = fake.person();
    const chat = fake.chatOf(user);
    return {
      channel,
      say: async (text) => {
        const data = payloadOf(text, payloadBytes);
        const last = chat.sent.findLast(({ file }) => file === null);
        if (last?.buttons.flat().some(({ callback_data }) => callback_data === data)) {
          const id = idOf(fake.me.id, user.id, last.id, { user: user.id, data });
          await fake.tap(user, last, data);
          return id;
        }
        return idOf(fake.me.id, user.id, await fake.say(user, text));
      },
      replies: async (id) => {
        for (;;) {
          const recorded = await repliesIn(running(), channel, String(user.id), id);
          const all = await repliesIn(running(), channel, String(user.id));
          const wanted = all.flatMap(shownOf);
          // What was said before a conversation was deleted stays at the platform.
          const seen = chat.sent.slice(-wanted.length).map(({ text, file }) => (file === null ? text : `[${text}]`));
          if (recorded.length > 0 && seen.length === wanted.length && seen.every((text, at) => text === wanted[at])) return recorded;
          await pause(5);
        }
      },
      file: async ({ label }) => {
        const sent = chat.sent.findLast(({ file, text }: SentMessage) => file !== null && text === label);
        if (sent?.file == null) throw new Error('there is no such file in the chat');
        return sent.file.bytes;
      },
    };
  };
  const close = async () => {
    await fake.close();
    if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
  };
  return { channels: [], settings, join, close };
}

/** A reply as the platform shows it, message by message. */
function shownOf(reply: Reply): string[] {
  return renderReply(reply, telegram).map((part) => {
    if (part.kind === 'file') return `[${part.file.label}]`;
    const read = readHtml(part.kind === 'text' ? part.text : '');
    return 'text' in read ? read.text : `(${read.fault})`;
  });
}
