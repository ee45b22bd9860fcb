import type { Logger } from 'pino';
import { reasonOf } from '../bot/errors.ts';

export type KeepCallsOptions = {
  /** Says that this replica has its calls still. */
  renew: () => Promise<void>;
  /** Ends the calls of replicas that have died; how many those were. */
  endDead: () => Promise<number>;
  log: Logger;
  everyMs?: number;
};

/** Keeps the calls of this replica for its own, and ends those of replicas that say nothing any longer, until it is stopped. */
export function keepCalls({ renew, endDead, log, everyMs = 10_000 }: KeepCallsOptions): { stop(): Promise<void> } {
  let working = keep();
  const timer = setInterval(() => {
    working = working.then(keep);
  }, everyMs);
  timer.unref();

  async function keep(): Promise<void> {
    try {
      await renew();
      const dead = await endDead();
      if (dead > 0) log.warn({ dead }, 'calls ended with their replica');
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'calls not renewed');
    }
  }

  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
