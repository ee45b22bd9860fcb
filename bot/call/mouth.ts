import { inWords } from '../speech/in-words.ts';
import type { Region } from '../speech/said.ts';
import type { Language } from '../types.ts';
import type { Clock, Line } from './line.ts';
import { createTimers } from './timers.ts';

/** What the session says, piece after piece, and how much of it was heard. */
export type Mouth = {
  /** `common`: anybody may hear the same. */
  say(text: string, language: Language, common?: boolean): void;
  pause(): void;
  resume(): void;
  /** What was not yet said is thrown away. */
  flush(): void;
  /** The line tells that a piece was said. Pieces that were thrown away are nothing. */
  said(piece: number): void;
  slower(): void;
  now(): 'still' | 'speaking' | 'paused';
  /** Pieces that are not said to their end. */
  left(): number;
  stop(): void;
};

type MouthOptions = {
  line: Line;
  clock: Clock;
  region: Region;
  /** A piece of which the line never told the end is taken as said. */
  lost: (piece: number) => void;
};

/** So long may a piece take at most: slow voices need 100 ms for a character, and a service that speaks needs its time to begin. */
const longestMs = (text: string) => 10_000 + 200 * text.length;

export function createMouth({ line, clock, region, lost }: MouthOptions): Mouth {
  const timers = createTimers<'piece'>(clock);
  const pieces: { id: number; text: string }[] = [];
  let last = 0;
  let slow = false;
  let paused = false;

  function watch() {
    const [first] = pieces;
    if (first === undefined || paused) return timers.clear('piece');
    timers.set('piece', longestMs(first.text), () => lost(first.id));
  }

  return {
    say(text, language, common = false) {
      const spoken = language === 'vi' ? inWords(text, region) : text.replace(/\s+/g, ' ').trim();
      if (spoken === '') return;
      last += 1;
      pieces.push({ id: last, text: spoken });
      if (pieces.length === 1) watch();
      line.say(last, spoken, { slow, language, ...(common && { common: true as const }) });
    },
    pause() {
      if (paused || pieces.length === 0) return;
      paused = true;
      watch();
      line.pause();
    },
    resume() {
      if (!paused) return;
      paused = false;
      watch();
      line.resume();
    },
    flush() {
      if (pieces.length === 0 && !paused) return;
      pieces.length = 0;
      const wasPaused = paused;
      paused = false;
      watch();
      line.flush();
      // A line that holds its voice would hold the next piece, too.
      if (wasPaused) line.resume();
    },
    said(piece) {
      const at = pieces.findIndex(({ id }) => id === piece);
      if (at < 0) return;
      // Pieces are said in order: what came before it was said as well.
      pieces.splice(0, at + 1);
      // What was said to its end while it was to pause leaves nothing to go on with.
      if (pieces.length === 0 && paused) {
        paused = false;
        line.resume();
      }
      watch();
    },
    slower() {
      slow = true;
    },
    now: () => (pieces.length === 0 ? 'still' : paused ? 'paused' : 'speaking'),
    left: () => pieces.length,
    stop: () => timers.clearAll(),
  };
}
