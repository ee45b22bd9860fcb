import type { Line, LineEvent, Listening, Manner, Next } from '../../../bot/call/line.ts';
import type { Spoken } from './scco.ts';

/** What leads a call: the inputs of a `CallSession`. */
export type Leader = {
  heard(event: LineEvent): void;
  /** An answer of the assistant is to come. Without it every pause counts as the caller's turn. */
  waits?(): boolean;
};

/** What a session wants said, kept until the far end asks for it. */
export type TurnLine = Line & {
  /** What is to be said now; from here on it counts as said. */
  take(leader: Leader): Spoken[];
  isEmpty(): boolean;
  listening(): Listening;
  next(): Next | null;
};

/**
 * A line that cannot be held or interrupted from here: what was handed to the far end is out of our hands, and keys end it there. So it counts as said once it
 * is handed over; the clock of the call stands still until the caller's turn is over.
 */
export function createTurnLine(changed: () => void, language: Manner['language']): TurnLine {
  let unsaid: { piece: number; spoken: Spoken }[] = [];
  let listening: Listening = { hints: [], language, endMs: 0 };
  let next: Next | null = null;
  return {
    say(piece, text, manner) {
      unsaid.push({ piece, spoken: { text, manner } });
      changed();
    },
    pause: () => {},
    resume: () => {},
    flush: () => {
      unsaid = [];
    },
    listen: (to) => {
      listening = to;
    },
    end(to) {
      next ??= to;
      changed();
    },
    take(leader) {
      const pieces = unsaid;
      unsaid = [];
      for (const { piece } of pieces) leader.heard({ kind: 'said', piece });
      return pieces.map(({ spoken }) => spoken);
    },
    isEmpty: () => unsaid.length === 0,
    listening: () => listening,
    next: () => next,
  };
}
