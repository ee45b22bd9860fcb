import type { Express } from 'express';
import type { Upgrade } from '../../upgrades.ts';
import { createTwilioStream, type TwilioStreamOptions } from './stream.ts';
import { createTickets } from './ticket.ts';
import { type TwilioWebhookOptions, twilioWebhook } from './webhook.ts';

export type TwilioOptions = Omit<TwilioStreamOptions & TwilioWebhookOptions, 'tickets'> & {
  /** The time of day in milliseconds. */
  now(): number;
};

export type Twilio = { routes(app: Express): void; upgrade: Upgrade /** Ends all streams. */; close(): void };

/** Calls that Twilio brings: its webhook, and the sockets of its Media Streams. */
export function createTwilio(options: TwilioOptions): Twilio {
  const tickets = createTickets({ secret: options.token, now: options.now });
  const { upgrade, close } = createTwilioStream({ ...options, tickets });
  return { routes: twilioWebhook({ ...options, tickets }), upgrade, close };
}
