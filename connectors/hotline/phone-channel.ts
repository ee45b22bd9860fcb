import { Later } from '../../bot/errors.ts';
import type { Channel, Delivery, Meter } from '../../bot/ports.ts';

export type PhoneChannelOptions = {
  /** Says it in the call of this person; false: there is no such call in this process. */
  answer(delivery: Delivery): boolean;
  now: () => Date;
  meter: Meter;
};

/** An answer that is older belongs to a call that is over: nobody listens any more, and it stands in the history. */
const longestMs = 30_000;
const againMs = 1_000;

/** Answers into calls. A call is held by one process: another one that came by the answer leaves it to that. */
export function createPhoneChannel({ answer, now, meter }: PhoneChannelOptions): Channel {
  return {
    name: 'phone',
    atOnce: 200,
    send: async (delivery) => {
      if (answer(delivery)) return;
      if (now().getTime() - Date.parse(delivery.at) < longestMs) throw new Later('phone', new Date(now().getTime() + againMs), 'elsewhere');
      meter.count('call-event', { what: 'unheard' });
    },
  };
}
