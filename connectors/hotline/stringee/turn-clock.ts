import type { Clock } from '../../../bot/call/line.ts';

/**
 * The clock of a call that goes turn by turn. While the far end speaks for us and waits for the caller, nothing is known of how far it has come: the clock
 * is held, so that no silence is counted before the caller could speak. A silence that the far end tells is let go by at once (`expire`).
 */
export type TurnClock = Clock & {
  hold(): void;
  /** Goes on; what was waited for is as far away as it was. */
  go(): void;
  /** While held: runs what would be due within so long, one after the other in its time, until `enough`. */
  expire(ms: number, enough: () => boolean): void;
};

/** What takes a minute or more is about the whole call (its longest time) and goes by the true time. */
const wholeMs = 60_000;

type Timer = { due: number; run: () => void; callOff: () => void };

export function createTurnClock(clock: Clock): TurnClock {
  const timers = new Set<Timer>();
  let behind = 0;
  let heldAt: number | null = null;

  const now = () => heldAt ?? clock.now() - behind;

  function arm(timer: Timer): void {
    timer.callOff = clock.after(Math.max(0, timer.due - now()), () => fire(timer));
  }

  function fire(timer: Timer): void {
    if (timers.delete(timer)) timer.run();
  }

  return {
    now,
    after(ms, run) {
      if (ms >= wholeMs) return clock.after(ms, run);
      const timer: Timer = { due: now() + ms, run, callOff: () => {} };
      timers.add(timer);
      if (heldAt === null) arm(timer);
      return () => {
        timers.delete(timer);
        timer.callOff();
      };
    },
    hold() {
      if (heldAt !== null) return;
      heldAt = now();
      for (const timer of timers) timer.callOff();
    },
    go() {
      if (heldAt === null) return;
      behind = clock.now() - heldAt;
      heldAt = null;
      for (const timer of [...timers]) arm(timer);
    },
    expire(ms, enough) {
      if (heldAt === null) return;
      const end = heldAt + ms;
      while (!enough()) {
        const next = [...timers].sort((one, other) => one.due - other.due)[0];
        if (next === undefined || next.due > end) return;
        heldAt = Math.max(heldAt, next.due);
        fire(next);
      }
    },
  };
}
