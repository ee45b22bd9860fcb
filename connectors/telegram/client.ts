import { autoRetry } from '@grammyjs/auto-retry';
import { Bot, GrammyError, HttpError, type Transformer } from 'grammy';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Pace, Rates } from '../../bot/ports.ts';

export const party = 'telegram';
/** Who talks with us in a group, a conversation of its own: nothing personal is said there. */
export const groupParty = 'telegram-group';

export type ClientOptions = {
  token: string;
  /** `https://api.telegram.org`, or the operator's own Bot API server. */
  apiRoot: string;
  pace: Pace;
};

/** Longer than the longest poll. */
const callSeconds = 45;
/** Waits up to so long are waited here; longer ones put the reply off. What failed otherwise is the outbox's to try again. */
const retries = { maxRetryAttempts: 2, maxDelaySeconds: 3, rethrowInternalServerErrors: true, rethrowHttpErrors: true };

// Bot FAQ: about 30 messages a second altogether, one a second in a chat, 20 a minute in a group.
const together = { most: 30, perMs: 1_000 };
const inChat: Rates = { together, person: { most: 1, perMs: 1_000, burst: 1 } };
const inGroup: Rates = { together, person: { most: 20, perMs: 60_000, burst: 1 } };
const anywhere: Rates = { together };

/** grammY's client within the platform's rates, kept by all replicas together. Nothing is asked yet. */
export function createClient({ token, apiRoot, pace }: ClientOptions): Bot {
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: callSeconds } });
  bot.api.config.use(paced(pace), autoRetry(retries));
  return bot;
}

function paced(pace: Pace): Transformer {
  return async (prev, method, payload, signal) => {
    // A long poll is one question that waits.
    if (method === 'getUpdates') return prev(method, payload, signal);
    const chat = /^send(?!ChatAction)/.test(method) && 'chat_id' in payload ? String(payload.chat_id) : null;
    const rates = chat === null ? anywhere : chat.startsWith('-') ? inGroup : inChat;
    const until = signal === undefined ? AbortSignal.timeout(callSeconds * 1_000) : (signal as unknown as AbortSignal); // grammY's own type of the same thing
    await pace.turn(party, chat, rates, until);
    return prev(method, payload, signal);
  };
}

/** The type that grammY wants: Node's signal is one. */
export type Signal = NonNullable<Parameters<Bot['api']['getMe']>[0]>;
export function signalFor(signal: AbortSignal): Signal {
  return signal as unknown as Signal;
}

/** What the platform says no to by a description that matters. `blocked`: nothing of ours reaches this chat. */
export type No = 'blocked' | 'unchanged' | 'markup' | 'old' | 'other';

/** Null: that was no answer of the platform. */
export function noOf(error: unknown): No | null {
  if (!(error instanceof GrammyError)) return null;
  const { error_code: code, description } = error;
  if (code === 403 || (code === 400 && /chat not found|not enough rights|TOPIC_CLOSED|CHAT_\w*FORBIDDEN/i.test(description)))
    return 'blocked';
  if (code !== 400) return 'other';
  if (/message is not modified/i.test(description)) return 'unchanged';
  if (/can't parse entities/i.test(description)) return 'markup';
  return /query is too old|message to edit not found|message can't be edited/i.test(description) ? 'old' : 'other';
}

/** The group that a group has become. */
export function movedTo(error: unknown): number | null {
  return error instanceof GrammyError ? (error.parameters.migrate_to_chat_id ?? null) : null;
}

/** What is thrown for a call that failed. grammY's own errors hold what was to be said, and to whom: they go no further. */
export function failureOf(error: unknown, now: Date): Error {
  const what: unknown = error instanceof HttpError ? error.error : error;
  if (what instanceof Later || what instanceof Unavailable) return what;
  if (!(what instanceof GrammyError)) return new Unavailable(party, { cause: new Error('no answer') });
  const { error_code: code, parameters } = what;
  if (code === 429) return new Later(party, new Date(now.getTime() + (parameters.retry_after ?? 5) * 1_000), '429');
  if (code === 400 || code === 403 || code === 413) return new Refused(party, String(code));
  return new Unavailable(party, { cause: new Error(String(code)) });
}

/** The status of the platform's answer, or that there was none: what a log may say. */
export function statusOf(error: unknown): string {
  return error instanceof GrammyError ? String(error.error_code) : 'no answer';
}
