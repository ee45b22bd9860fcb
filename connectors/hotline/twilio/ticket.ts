import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { CallStart } from '../../../bot/call/line.ts';

/** Lets one stream in, for one call, once: the webhook, which Twilio has signed, gives it; the stream, which anybody may open, brings it. */
export type Tickets = {
  give(start: CallStart): string;
  /** Null: not one of ours, too old, or brought before. */
  take(ticket: string): CallStart | null;
};

const validMs = 30_000;
/** Twilio takes 500 characters for a parameter, name and value together. */
const mostCharacters = 480;

const insideSchema = z.tuple([z.string(), z.string(), z.string().nullable(), z.string(), z.number(), z.number()]);

/**
 * A ticket says itself what it is for, so that the stream may reach another replica than the webhook did. Once means once in a process; `now` is the time of
 * day in milliseconds, which replicas share.
 */
export function createTickets({ secret, now }: { secret: string; now(): number }): Tickets {
  const taken = new Map<string, number>();

  const sealOf = (inside: string) => createHmac('sha256', secret).update(`motcua-stream ${inside}`).digest();

  return {
    give({ call, from, to, turn }) {
      const once = randomBytes(9).toString('base64url');
      const inside = Buffer.from(JSON.stringify([once, call, from, to, turn, now() + validMs])).toString('base64url');
      return `${inside}.${sealOf(inside).toString('base64url')}`;
    },
    take(ticket) {
      const [inside = '', seal = ''] = ticket.slice(0, mostCharacters).split('.');
      const given = Buffer.from(seal, 'base64url');
      const right = sealOf(inside);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const [once, call, from, to, turn, until] = insideSchema.parse(JSON.parse(Buffer.from(inside, 'base64url').toString('utf8')));
      if (until < now() || taken.has(once)) return null;
      taken.set(once, until);
      // Those that are too old are refused for that.
      for (const [other, end] of taken) if (end < now()) taken.delete(other);
      return { call, from, to, turn };
    },
  };
}
