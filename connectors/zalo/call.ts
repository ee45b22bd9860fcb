import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { Later, Unavailable } from '../../bot/errors.ts';
import type { Pace, Rates } from '../../bot/ports.ts';
import { jsonOf } from '../json-text.ts';
import { type Action, actionOf } from './errors.ts';
import type { Access } from './token.ts';

export type CallOptions = {
  /** `https://openapi.zalo.me`. */
  url: string;
  access: Pick<Access, 'token'>;
  pace: Pace;
  /** Signs each call with it (`appsecret_proof`), where the app's settings ask for that; null: they do not. */
  proofKey: string | null;
  now: () => Date;
  /** For how long nothing is sent once the rate is used up: the platform does not say. */
  pauseMs?: number;
};

export type Request = {
  path: string;
  /** JSON, or a form with a file. */
  body: Record<string, unknown> | FormData;
  person: string | null;
  isTemplate?: boolean;
};

/** What the platform says, by the code in its body: the HTTP status is 200 whatever it says. */
export type Answer = { kind: 'done'; data: Done } | { kind: 'refused'; code: number; action: Action };
export type Done = z.infer<typeof doneSchema>;

export type Call = (request: Request, signal: AbortSignal) => Promise<Answer>;

export const party = 'zalo';
/** Of the app, by all of its replicas. */
const rates: Rates = { together: { most: 4_000, perMs: 60_000 } };
const limitMs = 15_000;
const longestAnswer = 64_000;

const text = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const doneSchema = z
  .object({
    message_id: text,
    msg_id: text,
    attachment_id: text,
    token: text,
    quota: z.object({ quota_type: text }).optional().catch(undefined),
  })
  .catch({ message_id: undefined, msg_id: undefined, attachment_id: undefined, token: undefined, quota: undefined });
const answerSchema = z.object({ error: z.coerce.number().int(), data: doneSchema.default({}) });

/** One question to the OA API. A token that has ended is refreshed once. Throws `Unavailable` where there is no answer, `Later` where the rate is used up. */
export function createCall({ url, access, pace, proofKey, now, pauseMs = 15_000 }: CallOptions): Call {
  async function ask({ path, body, person, isTemplate = false }: Request, token: string, signal: AbortSignal): Promise<Answer> {
    await pace.turn(party, person, rates, signal);
    const isForm = body instanceof FormData;
    const { status, answer } = await exchange(
      `${url}${path}`,
      {
        method: 'POST',
        headers: {
          access_token: token,
          ...(isForm ? {} : { 'content-type': 'application/json' }),
          ...(proofKey === null ? {} : { appsecret_proof: proofOf(token, proofKey) }),
        },
        body: isForm ? body : JSON.stringify(body),
      },
      signal,
    );
    if (status === 429) return { kind: 'refused', code: 429, action: 'pause' };
    if (status === 401) return { kind: 'refused', code: 401, action: 'token' };
    const read = answerSchema.safeParse(answer);
    if (status >= 500 || !read.success) throw new Unavailable(party, { cause: new Error(`HTTP ${status}`) });
    const { error: code, data } = read.data;
    return code === 0 ? { kind: 'done', data } : { kind: 'refused', code, action: actionOf(code, isTemplate) };
  }

  return async (request, signal) => {
    const token = await access.token(null, signal);
    const first = await ask(request, token, signal);
    const isOld = first.kind === 'refused' && first.action === 'token';
    const answer = isOld ? await ask(request, await access.token(token, signal), signal) : first;
    if (answer.kind === 'refused' && answer.action === 'pause') {
      await pace.hold(party, pauseMs);
      throw new Later(party, new Date(now().getTime() + pauseMs), String(answer.code));
    }
    return answer;
  };
}

/** `appsecret_proof`: shows that whoever has the token is the app. */
export function proofOf(token: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(token).digest('hex');
}

async function exchange(url: string, init: RequestInit, signal: AbortSignal): Promise<{ status: number; answer: unknown }> {
  try {
    // A redirect would take the token to a stranger.
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]) });
    return { status: response.status, answer: jsonOf((await response.text()).slice(0, longestAnswer)) };
  } catch {
    // The error of a request may hold what was to be said.
    throw new Unavailable(party, { cause: new Error('no answer') });
  }
}
