import { randomUUID } from 'node:crypto';
import type { Channel } from '../../bot/ports.ts';
import type { Reply, ReplyFile } from '../../bot/types.ts';
import { createTerminal } from '../../connectors/terminal.ts';
import type { RunningApp } from './app.ts';
import { createCitizen, pause } from './citizen.ts';
import { openMessagingApp } from './drivers/messaging.ts';
import { repliesIn } from './drivers/recorded.ts';
import { openTelegram } from './drivers/telegram.ts';
import { openZalo } from './drivers/zalo.ts';
import { openZaloBot } from './drivers/zalo-bot.ts';
import type { Settings } from './server.ts';

/** Somebody at a channel. */
export type Speaker = {
  channel: string;
  /** Sends a message and resolves with its id when it is accepted. `byKeys`: pressed on a telephone, or a button was tapped. */
  say(text: string, byKeys?: boolean): Promise<string>;
  /** All replies to it, once they are there. */
  replies(id: string): Promise<Reply[]>;
  /** A file that a reply offers, as this person gets it. */
  file(file: ReplyFile): Promise<Uint8Array>;
};

/**
 * A channel for scripts to run on: one entry of this list is all that another channel needs. `open` is called once a conversation; what it
 * gives outlives a restart of the server, so it asks for the running one each time. `name` is the channel's.
 */
export type Driver = { name: string; open(running: () => RunningApp): Opened | Promise<Opened> };

/** `channels`: ready-made ones. `settings`: what the application makes its own channel by. `close`: ends the platform; throws where it was used wrongly. */
export type Opened = { channels: Channel[]; settings?: Settings; join(): Speaker; close?(): Promise<void> };

export const drivers: Driver[] = [
  { name: 'terminal', open: openTerminal },
  { name: 'web', open: openWeb },
  { name: 'telegram', open: openTelegram },
  { name: 'zalo', open: openZalo },
  { name: 'zalo-bot', open: openZaloBot },
  { name: 'messaging-app', open: openMessagingApp },
];

function openTerminal(running: () => RunningApp): Opened {
  const later: Reply[] = [];
  const { channel, repliesTo } = createTerminal('terminal', (reply) => later.push(reply));
  const join = (): Speaker => {
    const person = randomUUID();
    const waiting = new Map<string, Promise<Reply[]>>();
    return {
      channel: 'terminal',
      say: async (text) => {
        const id = randomUUID();
        waiting.set(id, repliesTo(id));
        await running().assistant.receive({ channel: 'terminal', id, person, text });
        return id;
      },
      replies: async (id) => {
        const first = (await waiting.get(id)) ?? [];
        // A turn of several replies is delivered one by one: what was recorded says how many they are.
        const count = (await repliesIn(running(), 'terminal', person, id)).length;
        while (first.length + later.length < count) await pause(2);
        return [...first, ...later.splice(0, count - first.length)];
      },
      file: async (file) => {
        const visitor = { channel: 'terminal', person, network: null, message: '' };
        const made =
          file.kind === 'ics' ? null : await running().app.drafts.file(visitor, file.case, file.kind, AbortSignal.timeout(20_000));
        if (made === null) throw new Error('there is no such file for this person');
        return made.bytes;
      },
    };
  };
  return { channels: [channel], join };
}

function openWeb(running: () => RunningApp): Opened {
  const join = (): Speaker => {
    const citizen = createCitizen(() => running().url);
    return {
      channel: 'web',
      say: (text) => citizen.say(text),
      replies: async (id) => {
        await citizen.replyTo(id);
        const entries = await citizen.history();
        return entries.flatMap(({ from, messageId, reply }) => (from === 'assistant' && messageId === id && reply ? [reply] : []));
      },
      file: ({ case: id, kind }) => citizen.download(`/chat/filings/${id}/${kind}`),
    };
  };
  // The application has its web chat already.
  return { channels: [], join };
}
