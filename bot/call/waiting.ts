import type { Clock } from './line.ts';
import type { CallPolicy } from './policy.ts';
import { createTimers } from './timers.ts';

/** The time between the end of what a caller says and the answer: announced when it grows long, and not without end. */
export type Waiting = {
  /** The caller has ended; words or an answer are to come. */
  begun(): void;
  /** Handed to the assistant. */
  asked(): void;
  /** One answer less to come: how long it took, or null where none was waited for. */
  answered(): number | null;
  /** No answer is to come of what was said. */
  nothing(): void;
  /** The caller asks whether anybody is there. */
  hurried(): void;
  answers(): number;
  isOn(): boolean;
  stop(): void;
};

type WaitingOptions = { clock: Clock; policy: CallPolicy; filler(first: boolean): void; lost(): void };

/** The assistant answers a turn within 20 s, if by an apology. */
const longestMs = 30_000;

export function createWaiting({ clock, policy, filler, lost }: WaitingOptions): Waiting {
  const timers = createTimers<'filler' | 'lost'>(clock);
  let answers = 0;
  let since: number | null = null;
  let fillers = 0;

  function fill(): void {
    fillers += 1;
    timers.set('filler', policy.fillerAgainMs, fill);
    filler(fillers === 1);
  }

  function begun(): void {
    if (answers > 0) return;
    since = clock.now();
    fillers = 0;
    timers.set('filler', policy.fillerMs, fill);
  }

  function stop(): void {
    answers = 0;
    since = null;
    timers.clearAll();
  }

  return {
    begun,
    asked() {
      if (since === null) begun();
      answers += 1;
      timers.set('lost', longestMs, lost);
    },
    answered() {
      if (answers === 0 || since === null) return null;
      const took = clock.now() - since;
      answers -= 1;
      if (answers === 0) stop();
      return took;
    },
    nothing() {
      if (answers === 0) stop();
    },
    hurried() {
      if (answers > 0) fill();
    },
    answers: () => answers,
    isOn: () => since !== null,
    stop,
  };
}
