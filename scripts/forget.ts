import type { Logger } from 'pino';
import { reasonOf } from '../bot/errors.ts';

export type ForgettingOptions = {
  /** Deletes what has been kept long enough; how much that was. */
  forgetOld: (now: Date) => Promise<number>;
  log: Logger;
  now: () => Date;
  everyMs?: number;
};

/** Forgets what is old, at once and then every hour, until it is stopped. */
export function startForgetting({ forgetOld, log, now, everyMs = 3_600_000 }: ForgettingOptions): { stop(): Promise<void> } {
  let working = forget();
  const timer = setInterval(() => {
    working = working.then(forget);
  }, everyMs);
  timer.unref();

  async function forget(): Promise<void> {
    try {
      const forgotten = await forgetOld(now());
      if (forgotten > 0) log.info({ forgotten }, 'old look-ups and petitions forgotten');
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'old look-ups and petitions not forgotten');
    }
  }

  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
