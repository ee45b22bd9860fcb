import type { Clock } from '../../bot/call/line.ts';

/** A clock that goes on by hand. */
export type HandClock = Clock & { pass(ms: number): void };

export function handClock(): HandClock {
  const due = new Set<{ at: number; run: () => void }>();
  let now = 0;
  return {
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run };
      due.add(entry);
      return () => void due.delete(entry);
    },
    pass: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due.delete(next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
