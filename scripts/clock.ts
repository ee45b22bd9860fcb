import type { Clock } from '../bot/call/line.ts';

/** The clock of the machine, which no change of the time of day moves. */
export const clock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
