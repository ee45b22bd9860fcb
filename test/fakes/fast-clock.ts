import type { Clock } from '../../bot/call/line.ts';

export type FastClock = Clock & {
  /** Resolves when so many milliseconds of this clock went by. */
  pass(ms: number): Promise<void>;
  stop(): void;
};

/**
 * A clock that goes about `speed` times as fast as a real one, and in step: what is due at one time runs before what is due later, and a machine that
 * stutters makes it slower, never uneven.
 */
export function createFastClock(speed = 80): FastClock {
  const due: { at: number; order: number; run: () => void }[] = [];
  let [now, order] = [0, 0];
  const after = (ms: number, run: () => void) => {
    order += 1;
    const entry = { at: now + Math.max(0, ms), order, run };
    const place = due.findIndex(({ at }) => at > entry.at);
    due.splice(place === -1 ? due.length : place, 0, entry);
    return () => {
      const index = due.indexOf(entry);
      if (index >= 0) due.splice(index, 1);
    };
  };
  const timer = setInterval(() => {
    const end = now + speed;
    for (let next = due[0]; next !== undefined && next.at <= end; next = due[0]) {
      due.shift();
      now = Math.max(now, next.at);
      next.run();
    }
    now = end;
  }, 1);
  return {
    now: () => now,
    after,
    pass: (ms) => new Promise((resolve) => void after(ms, resolve)),
    stop: () => clearInterval(timer),
  };
}
