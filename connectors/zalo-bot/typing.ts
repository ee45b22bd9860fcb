import type { Logger } from 'pino';
import { reasonOf } from '../../bot/errors.ts';
import type { BotCall } from './call.ts';

/** "Đang soạn tin": shown to who has waited for a while, so that most answers cost no call beside their own. */
export type Typing = { begin(person: string): void; end(person: string): void; stop(): void };

export type TypingOptions = { call: BotCall; log: Logger; afterMs?: number };

export function createTyping({ call, log, afterMs = 1_500 }: TypingOptions): Typing {
  const waiting = new Map<string, NodeJS.Timeout>();
  const ending = new AbortController();

  const end = (person: string) => {
    clearTimeout(waiting.get(person));
    waiting.delete(person);
  };
  const show = async (person: string) => {
    waiting.delete(person);
    const answer = await call('sendChatAction', { chat_id: person, action: 'typing' }, ending.signal);
    if (answer.kind === 'refused') log.debug({ code: answer.code }, 'Zalo Bot shows no typing');
  };
  return {
    begin: (person) => {
      end(person);
      const timer = setTimeout(() => {
        show(person).catch((error: unknown) => log.debug({ reason: reasonOf(error) }, 'Zalo Bot shows no typing'));
      }, afterMs);
      waiting.set(person, timer.unref());
    },
    end,
    stop: () => {
      for (const person of [...waiting.keys()]) end(person);
      ending.abort();
    },
  };
}
