import { randomUUID } from 'node:crypto';
import type { Channel } from '../../../bot/ports.ts';
import type { Reply } from '../../../bot/types.ts';
import type { RunningApp } from '../app.ts';
import type { Driver, Opened, Speaker } from '../channels.ts';
import { pause } from '../citizen.ts';
import { repliesIn } from './recorded.ts';

/** A telephone without its telephony: what was understood and pressed goes in, what would be spoken comes out. Each person is a call. */
export const phone: Driver = { name: 'phone', open: openPhone };

/** `join` with the person of a call that was announced. */
export type Calling = Omit<Opened, 'join'> & { join(person?: string): Speaker };

export function openPhone(running: () => RunningApp): Calling {
  const came = new Map<string, Reply[]>();
  const channel: Channel = {
    name: 'phone',
    send: async ({ person, reply, inReplyTo }) => {
      const key = `${person} ${inReplyTo}`;
      came.set(key, [...(came.get(key) ?? []), reply]);
    },
  };
  const join: Calling['join'] = (person = randomUUID()) => {
    let said = 0;
    return {
      channel: 'phone',
      say: async (text, byKeys = false) => {
        said += 1;
        const id = `${person}:${said}`;
        await running().assistant.receive({ channel: 'phone', id, person, text, by: byKeys ? 'keys' : 'speech' });
        return id;
      },
      replies: async (id) => {
        for (;;) {
          const recorded = await repliesIn(running(), 'phone', person, id);
          const replies = came.get(`${person} ${id}`) ?? [];
          if (recorded.length > 0 && replies.length >= recorded.length) return replies;
          await pause(2);
        }
      },
      file: async () => {
        throw new Error('a telephone shows no files');
      },
    };
  };
  return { channels: [channel], join };
}
