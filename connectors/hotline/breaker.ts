import { reasonOf } from '../../bot/errors.ts';

/** Spares an outside party that does not answer, and those who would wait for it. */
export type Breaker = {
  /** False: it failed too often in a row, and rests. After a while one may try again. */
  allows(): boolean;
  worked(): void;
  failed(error: unknown): void;
};

export type BreakerOptions = {
  party: string;
  failures: number;
  restMs: number;
  now(): number;
  /** Told once when an outage begins, and once when it ends. */
  log: { warn(about: object, text: string): void; info(about: object, text: string): void };
};

export function createBreaker({ party, failures, restMs, now, log }: BreakerOptions): Breaker {
  let inARow = 0;
  let restsUntil = 0;
  return {
    allows: () => {
      if (inARow < failures) return true;
      if (now() < restsUntil) return false;
      // Who asks now is the one that tries; the others wait for what comes of it, or for the next.
      restsUntil = now() + restMs;
      return true;
    },
    worked: () => {
      if (inARow > 0) log.info({ party }, 'it answers again');
      inARow = 0;
    },
    failed: (error) => {
      if (inARow === 0) log.warn({ party, reason: reasonOf(error) }, 'it does not answer');
      inARow += 1;
      restsUntil = now() + restMs;
    },
  };
}
