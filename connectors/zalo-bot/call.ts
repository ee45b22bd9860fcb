import { z } from 'zod';
import { Unavailable } from '../../bot/errors.ts';
import { jsonOf } from '../json-text.ts';

export type BotCallOptions = {
  /** `https://bot-api.zaloplatforms.com`. */
  url: string;
  /** It stands in every address that is asked: no address goes into an error. */
  token: string;
};

/** What the platform says, by the code in its body; the HTTP status may be 200 whatever it says. */
export type Answer = { kind: 'done'; result: unknown } | { kind: 'refused'; code: number };
export type BotCall = (method: string, body: Record<string, unknown>, signal: AbortSignal, limitMs?: number) => Promise<Answer>;

export const party = 'zalo-bot';
/** What staff are called for: the platform does not take our token. */
export const refusedToken = 'bot-token';
const usualMs = 15_000;
const longestAnswer = 256_000;

const answerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error_code: z.coerce.number().int() }),
]);

/** Calls of the Zalo Bot API. Throws `Unavailable` where nothing that could be read came back. */
export function createBotCall({ url, token }: BotCallOptions): BotCall {
  return async (method, body, signal, limitMs = usualMs) => {
    const { status, answer } = await exchange(
      `${url}/bot${token}/${method}`,
      body,
      AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
    );
    const read = answerSchema.safeParse(answer);
    if (!read.success && status >= 400 && status < 500) return { kind: 'refused', code: status };
    if (!read.success || status >= 500) throw new Unavailable(party, { cause: new Error(`HTTP ${status}`) });
    return read.data.ok ? { kind: 'done', result: read.data.result } : { kind: 'refused', code: read.data.error_code };
  };
}

async function exchange(address: string, body: Record<string, unknown>, signal: AbortSignal): Promise<{ status: number; answer: unknown }> {
  try {
    const headers = { 'content-type': 'application/json' };
    // A redirect would take the token to a stranger.
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error', signal });
    return { status: response.status, answer: jsonOf((await response.text()).slice(0, longestAnswer)) };
  } catch {
    // The error of a request names its address, and with it the token.
    throw new Unavailable(party, { cause: new Error('no answer') });
  }
}
