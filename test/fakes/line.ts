import type { Clock, HeardOnLine, Key, Line, LineEvent, Listening, Manner, Next } from '../../bot/call/line.ts';

/** A line on which pieces are said one after the other by the clock, as fast as somebody reads them aloud. What is told of it, a test tells. */
export type FakeLine = Line & {
  /** All pieces that were given to it, in order. */
  given: { id: number; text: string; manner: Manner }[];
  /** Pieces that were said to their end. */
  said: string[];
  /** What was asked of it, but for what was to be said: `pause`, `resume`, `flush`. */
  asked: string[];
  listening: Listening | null;
  ended: Next | null;
  /** The texts given since this was asked last. */
  news(): string[];
  isSpeaking(): boolean;
  listener: (event: LineEvent) => void;
  press(...keys: Key[]): void;
  voice(): void;
  quiet(): void;
  hear(heard: HeardOnLine): void;
  /** Somebody speaks, stops, and is understood. */
  speak(text: string, sure?: boolean): void;
  close(): void;
};

/** As long as a piece is said. */
export const sayingMs = (text: string, { slow }: Manner) => text.length * (slow ? 90 : 60);

export function fakeLine(clock: Clock): FakeLine {
  const queue: { id: number; text: string; leftMs: number }[] = [];
  let [paused, seen, utterance] = [false, 0, 0];
  let begun = 0;
  let stop = () => {};

  function play(): void {
    stop();
    const [first] = queue;
    if (first === undefined || paused) return;
    begun = clock.now();
    stop = clock.after(first.leftMs, () => {
      queue.shift();
      play();
      line.said.push(first.text);
      line.listener({ kind: 'said', piece: first.id });
    });
  }

  const line: FakeLine = {
    given: [],
    said: [],
    asked: [],
    listening: null,
    ended: null,
    listener: () => {},
    say(id, text, manner) {
      if (line.ended !== null) throw new Error('said after the end');
      line.given.push({ id, text, manner });
      queue.push({ id, text, leftMs: sayingMs(text, manner) });
      if (queue.length === 1) play();
    },
    pause() {
      line.asked.push('pause');
      if (paused) return;
      stop();
      paused = true;
      const [first] = queue;
      if (first !== undefined) first.leftMs -= clock.now() - begun;
    },
    resume() {
      line.asked.push('resume');
      if (!paused) return;
      paused = false;
      play();
    },
    flush() {
      line.asked.push('flush');
      stop();
      queue.length = 0;
    },
    listen(listening) {
      line.listening = listening;
    },
    end(next) {
      if (line.ended !== null) throw new Error('ended twice');
      line.ended = next;
    },
    news() {
      const texts = line.given.slice(seen).map(({ text }) => text);
      seen = line.given.length;
      return texts;
    },
    isSpeaking: () => queue.length > 0 && !paused,
    press(...keys) {
      for (const key of keys) line.listener({ kind: 'key', key });
    },
    voice() {
      utterance += 1;
      line.listener({ kind: 'voice', utterance });
    },
    quiet: () => line.listener({ kind: 'quiet', utterance }),
    hear: (heard) => line.listener({ kind: 'heard', utterance, heard }),
    speak(text, sure = true) {
      line.voice();
      line.quiet();
      line.hear({ kind: 'heard', text, sure });
    },
    close: () => line.listener({ kind: 'closed' }),
  };
  return line;
}
