import type { Clock } from '../../bot/call/line.ts';

/** One beat of 20 ms for all calls together. */
export type Pacer = {
  /** `beat` gets how many frames are due since the last one: one, or more after a stutter. Gives the way to leave. */
  join(beat: (frames: number) => void): () => void;
};

const beatMs = 20;
/** What is longer is let go: a caller would hear it all at once. */
const mostAtOnce = 10;

/** Counts from its beginning, so that no beat is a little later than the one before. It rests while nobody is there. */
export function createPacer(clock: Clock): Pacer {
  const present = new Set<(frames: number) => void>();
  let [origin, beats] = [0, 0];
  let stop: (() => void) | null = null;

  function next(): void {
    stop = clock.after(Math.max(0, origin + (beats + 1) * beatMs - clock.now()), beat);
  }

  function beat(): void {
    const due = Math.floor((clock.now() - origin) / beatMs) - beats;
    beats += due;
    // A timer may come a little before its time.
    if (due > 0) for (const one of [...present]) one(Math.min(due, mostAtOnce));
    if (present.size > 0) next();
    else stop = null;
  }

  return {
    join: (one) => {
      present.add(one);
      if (stop === null) {
        [origin, beats] = [clock.now(), 0];
        next();
      }
      return () => {
        present.delete(one);
        if (present.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
