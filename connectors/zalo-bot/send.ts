import type { Logger } from 'pino';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Alerts, Channel, Pace, Rates } from '../../bot/ports.ts';
import { zaloBot } from '../render/capabilities.ts';
import { sendParts } from '../render/send-parts.ts';
import { renderReply } from '../render.ts';
import { type BotCall, party, refusedToken } from './call.ts';
import type { Typing } from './typing.ts';

export type BotChannelOptions = {
  call: BotCall;
  pace: Pace;
  typing: Pick<Typing, 'end'>;
  alerts: Alerts;
  log: Logger;
  now: () => Date;
  /** How long nothing is sent once there were too many calls: the platform does not say. */
  pauseMs?: number;
};

/** The platform tells no limits: what is surely few, and in one chat what a quick conversation needs. */
export const rates: Rates = { together: { most: 20, perMs: 1_000 }, person: { most: 30, perMs: 30_000, burst: 20 } };

/** Replies as plain texts: the platform has neither buttons nor files. */
export function createZaloBotChannel({ call, pace, typing, alerts, log, now, pauseMs = 15_000 }: BotChannelOptions): Channel {
  // An alert may stand from before this process began.
  let isAlerted = true;

  async function say(text: string, person: string, signal: AbortSignal): Promise<void> {
    await pace.turn(party, person, rates, signal);
    const answer = await call('sendMessage', { chat_id: person, text }, signal);
    if (answer.kind === 'refused') throw await failure(answer.code);
    if (isAlerted) await alerts.clear(party, [refusedToken]);
    isAlerted = false;
  }

  /** What is thrown for a refusal: the outbox then tries again, later, or never. */
  async function failure(code: number): Promise<Error> {
    const why = String(code);
    switch (code) {
      case 429:
        await pace.hold(party, pauseMs);
        return new Later(party, new Date(now().getTime() + pauseMs), why);
      case 400:
        log.error({ code }, 'Zalo Bot does not take what we say: this is a fault of ours');
        return new Refused(party, why);
      case 403:
        return new Refused(party, why);
      case 401:
        isAlerted = true;
        log.error({ code }, 'Zalo Bot refuses the token: see ZALO_BOT_TOKEN');
        await alerts.raise(party, refusedToken);
        return new Unavailable(party, { cause: new Error(why) });
      default:
        return new Unavailable(party, { cause: new Error(why) });
    }
  }

  return {
    name: party,
    send: async (delivery, signal, handedOver) => {
      typing.end(delivery.person);
      await sendParts(renderReply(delivery.reply, zaloBot), delivery, handedOver, async (part) => {
        if (part.kind === 'text') await say(part.text, delivery.person, signal);
      });
    },
  };
}
