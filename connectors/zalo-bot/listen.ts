import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { reasonOf } from '../../bot/errors.ts';
import type { Alerts } from '../../bot/ports.ts';
import { type BotCall, party, refusedToken } from './call.ts';

export type ListenOptions = {
  call: BotCall;
  alerts: Pick<Alerts, 'raise'>;
  log: Logger;
  shortestMs?: number;
  longestMs?: number;
};

/** `alone`: runs it where no other replica does, and throws where one does. The platform gives updates to whoever asks. */
export type AskOptions = ListenOptions & { alone(work: () => Promise<void>): Promise<void> };
export type Listening = { stop(): Promise<void> };

/** Seconds, as text: so the platform wants it. */
const pollFor = '30';
const pollLimitMs = 45_000;

/** Has the platform bring updates to `url`. Tried until it takes it. */
export function bringTo(url: string, secret: string, options: ListenOptions): Listening {
  return running(options, async (attempt, signal) => {
    await attempt(async () => codeOf(await options.call('setWebhook', { url, secret_token: secret }, signal)));
  });
}

/**
 * Asks for updates, one after the other. An update is told once: it is not let go before `take` has kept it. What the platform has handed over when
 * this process dies is gone, so that whoever can be reached from outside had better have them brought.
 */
export function askFor(take: (update: unknown) => Promise<void>, options: AskOptions): Listening {
  async function ask(attempt: Attempt, signal: AbortSignal): Promise<void> {
    // While updates are brought somewhere they cannot be asked for.
    await attempt(async () => codeOf(await options.call('deleteWebhook', {}, signal)));
    while (!signal.aborted) {
      let update: unknown = null;
      await attempt(async () => {
        const answer = await options.call('getUpdates', { timeout: pollFor }, signal, pollLimitMs);
        if (answer.kind === 'done') update = answer.result;
        return codeOf(answer) === nothingCame ? null : codeOf(answer);
      });
      if (update !== null) await attempt(async () => take(update).then(() => null));
    }
  }

  return running(options, (attempt, signal) => attempt(async () => options.alone(() => ask(attempt, signal)).then(() => null)));
}

const nothingCame = 408;

/** Tries something until it comes true (null), with growing pauses and once at least; ends when the listening does. A number: it was refused with that. */
type Attempt = (what: () => Promise<number | null>) => Promise<void>;

function running(options: ListenOptions, work: (attempt: Attempt, signal: AbortSignal) => Promise<void>): Listening {
  const { alerts, log, shortestMs = 1_000, longestMs = 60_000 } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const attempt: Attempt = async (what) => {
    let pause = shortestMs;
    do {
      try {
        const code = await what();
        if (code === null) return;
        log.warn({ code }, 'Zalo Bot has refused: tried again in a while');
        if (code === 401) await alerts.raise(party, refusedToken);
      } catch (error) {
        if (!signal.aborted) log.warn({ reason: reasonOf(error) }, 'Zalo Bot: tried again in a while');
      }
      await wait(pause, undefined, { signal }).catch(() => undefined); // the listening ends
      pause = Math.min(pause * 2, longestMs);
    } while (!signal.aborted);
  };
  const ended = work(attempt, signal);
  return {
    stop: async () => {
      ending.abort();
      await ended;
    },
  };
}

function codeOf(answer: Awaited<ReturnType<BotCall>>): number | null {
  return answer.kind === 'refused' ? answer.code : null;
}
