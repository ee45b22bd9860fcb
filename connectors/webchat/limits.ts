import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';

/** How many messages are taken in one window; 0: any number. A window is a minute where nothing else is said. */
export type MessageLimits = { person: number; network: number; windowMs?: number };
/** Who is counted together. Undefined: nobody knows, and nothing is counted. */
export type Counted = { person(request: Request, response: Response): string; network(request: Request): string | undefined };

/** What is said to who sends too fast. */
export type Told = { error: string; english: string };

const minuteMs = 60_000;

/** Refuses with 429 and `Retry-After` what one person or one network address sends too fast. Counted in this process alone, by tokens. */
export function limitMessages(
  { person, network, windowMs = minuteMs }: MessageLimits,
  counted: Counted,
  told: Told = refusal,
): RequestHandler[] {
  // The library's checks look at addresses, and the keys are our own.
  const common = { windowMs, standardHeaders: 'draft-6', legacyHeaders: false, validate: false, message: told } as const;
  const ofNetwork = rateLimit({
    ...common,
    limit: network,
    keyGenerator: (request) => counted.network(request) ?? '',
    skip: (request) => counted.network(request) === undefined,
  });
  const ofPerson = rateLimit({ ...common, limit: person, keyGenerator: counted.person });
  return [...(network === 0 ? [] : [ofNetwork]), ...(person === 0 ? [] : [ofPerson])];
}

const refusal = {
  error: 'Tin đến nhanh quá, từ bạn hoặc từ mạng bạn đang dùng, nên tôi chưa nhận kịp tin này.',
  english: 'Messages come too fast, from you or from the network you use, so this one was not taken yet.',
};
