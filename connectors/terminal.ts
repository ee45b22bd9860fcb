import type { Channel, Delivery } from '../bot/ports.ts';
import type { Reply } from '../bot/types.ts';

export type Terminal = {
  channel: Channel;
  /** The replies to one message, as soon as they are delivered. */
  repliesTo(messageId: string): Promise<Reply[]>;
};

/** A channel to the process's own terminal: what is delivered is handed to whoever asked; what nobody waits for to `unasked`. */
export function createTerminal(name: string, unasked: (reply: Reply) => void = () => {}): Terminal {
  const waiting = new Map<string, (replies: Reply[]) => void>();
  const channel: Channel = {
    name,
    send: async ({ inReplyTo, reply }: Delivery) => {
      const resolve = waiting.get(inReplyTo ?? '');
      waiting.delete(inReplyTo ?? '');
      if (resolve === undefined) unasked(reply);
      else resolve([reply]);
    },
  };
  return { channel, repliesTo: (messageId) => new Promise((resolve) => waiting.set(messageId, resolve)) };
}
