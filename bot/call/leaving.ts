import type { Language } from '../types.ts';
import type { CallEvent, TransferReason } from './call-event.ts';
import type { Clock, Line, Next } from './line.ts';
import type { Mouth } from './mouth.ts';
import type { CallEnd } from './record.ts';
import { createTimers } from './timers.ts';

/** Whether people answer now; `hours`: when they do, as a sentence in the language of the caller. */
export type Office = { open: true } | { open: false; hours: string };

/** How the call is let go. */
export type Leave = { next: Next; why: CallEnd; transfer: TransferReason | null };

type LeavingOptions = {
  line: Line;
  clock: Clock;
  mouth: Mouth;
  tell(event: CallEvent): void;
  /** Kept, and staff told, before the line is let go: who asks what becomes of the call must find it. */
  leaving(leave: Leave): Promise<void>;
};

export type Leaving = {
  go(leave: Leave, said: string, language: Language): void;
  stop(): void;
};

/** Whatever waits for what is kept: the caller does not wait longer. */
const longestMs = 2_000;

/** Says the last words, keeps what becomes of the call, and lets the line go, once. */
export function createLeaving({ line, clock, mouth, tell, leaving }: LeavingOptions): Leaving {
  const timers = createTimers<'kept'>(clock);
  let state: 'here' | 'keeping' | 'gone' = 'here';

  function end(next: Next): void {
    if (state !== 'keeping') return;
    state = 'gone';
    timers.clearAll();
    line.end(next);
  }

  return {
    go(leave, said, language) {
      if (state !== 'here') return;
      state = 'keeping';
      mouth.say(said, language);
      mouth.stop();
      if (leave.transfer !== null) tell({ kind: 'transfer', why: leave.transfer });
      tell({ kind: 'ended', why: leave.why });
      timers.set('kept', longestMs, () => end(leave.next));
      const kept = async () => leaving(leave);
      kept().then(
        () => end(leave.next),
        // Who could not be told is no reason to keep a caller.
        () => end(leave.next),
      );
    },
    stop() {
      state = 'gone';
      timers.clearAll();
    },
  };
}
