import type { Bot } from 'grammy';
import { signalFor } from './client.ts';

/** Shows "typing…" in a chat while its answer is on the way. */
export type Typing = {
  /** A message has come in. */
  begin(chat: number): void;
  /** The answer is about to be sent, by this process. */
  end(chat: number): void;
  stop(): void;
};

/** Most answers are there before anybody looks. The sign lasts five seconds at the platform. */
const waits = { firstMs: 600, nextMs: 4_500, most: 4, limitMs: 4_000 };
/** With more people than that waiting, the platform's rate is for answers. */
const mostChats = 10;

export function createTyping(bot: Bot): Typing {
  const waiting = new Map<number, NodeJS.Timeout>();

  function after(ms: number, chat: number, left: number): void {
    waiting.set(
      chat,
      setTimeout(() => {
        if (left === 0) {
          waiting.delete(chat);
          return;
        }
        after(waits.nextMs, chat, left - 1);
        // A sign that does not show is missed by nobody.
        if (waiting.size <= mostChats)
          bot.api.sendChatAction(chat, 'typing', {}, signalFor(AbortSignal.timeout(waits.limitMs))).catch(() => {});
      }, ms).unref(),
    );
  }

  const end = (chat: number) => {
    clearTimeout(waiting.get(chat));
    waiting.delete(chat);
  };

  return {
    begin: (chat) => {
      end(chat);
      after(waits.firstMs, chat, waits.most);
    },
    end,
    stop: () => {
      for (const chat of [...waiting.keys()]) end(chat);
    },
  };
}
