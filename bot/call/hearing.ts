import type { Clock, HeardOnLine } from './line.ts';
import type { Mouth } from './mouth.ts';
import type { CallPolicy } from './policy.ts';
import { createTimers } from './timers.ts';

/** Who speaks: the voice of the line is held while somebody speaks over it, and goes on where no words came of it. */
export type Hearing = {
  voice(utterance: number): void;
  quiet(utterance: number): void;
  heard(utterance: number, heard: HeardOnLine): void;
  /** Keys are surer: what is being said while they are pressed is not taken. */
  drop(): void;
  /** `speaking`: for no longer than a caller would wait. `understanding`: the words are to come. */
  now(): 'nothing' | 'speaking' | 'understanding' | 'noise';
  stop(): void;
};

type HearingOptions = {
  clock: Clock;
  policy: CallPolicy;
  mouth: Mouth;
  /** Not to be held: what is said now must be heard to its end. */
  firm(): boolean;
  /** Somebody has stopped speaking into the silence: the words will follow. */
  ended(): void;
  /** `over`: while something was being said. */
  words(text: string, sure: boolean, over: boolean): void;
  nothing(over: boolean): void;
  /** A click, and no word. */
  clicked(): void;
  down(over: boolean): void;
  changed(): void;
};

/** A line ends an utterance earlier than this; a recogniser that has not answered by then will not. */
const longestUtteranceMs = 20_000;
const longestHearingMs = 10_000;

export function createHearing({ clock, policy, mouth, firm, ended, words, nothing, clicked, down, changed }: HearingOptions): Hearing {
  const timers = createTimers<'patience' | 'utterance' | 'resume'>(clock);
  let current: { id: number; stage: 'speaking' | 'understanding' | 'noise'; over: boolean } | null = null;
  /** What was too short for a voice may be a word or a click: nothing waits for it. */
  let short = Number.NEGATIVE_INFINITY;
  let droppedTo = Number.NEGATIVE_INFINITY;

  function forget(): void {
    current = null;
    timers.clearAll();
  }

  function heard(id: number, what: HeardOnLine) {
    if (id <= droppedTo) return;
    const isCurrent = current?.id === id;
    const over = (isCurrent && current?.over === true) || mouth.now() !== 'still';
    if (isCurrent) forget();
    if (what.kind === 'heard' && what.text.trim() !== '') return words(what.text.trim(), what.sure, over);
    if (what.kind === 'down' && current === null) return down(over);
    if (isCurrent) nothing(over);
    else if (id === short) clicked();
  }

  return {
    voice(id) {
      if (id <= droppedTo) return;
      const over = mouth.now() !== 'still';
      current = { id, stage: 'speaking', over };
      timers.clearAll();
      if (over && !firm()) mouth.pause();
      timers.set('patience', policy.noInputMs, () => {
        // A room that is never quiet must not keep the line silent.
        if (current !== null) current.stage = 'noise';
        mouth.resume();
        changed();
      });
      timers.set('utterance', longestUtteranceMs, () => {
        forget();
        changed();
      });
    },
    quiet(id) {
      if (id <= droppedTo) return;
      if (current === null && mouth.now() === 'still') {
        short = id;
        return ended();
      }
      if (current?.id !== id) return;
      current.stage = 'understanding';
      timers.clearAll();
      timers.set('utterance', longestHearingMs, () => heard(id, { kind: 'none' }));
      if (mouth.now() === 'paused') timers.set('resume', policy.resumeMs, () => mouth.resume());
      if (mouth.now() === 'still') ended();
    },
    heard,
    drop() {
      droppedTo = Math.max(droppedTo, current?.id ?? droppedTo, short);
      forget();
    },
    now: () => current?.stage ?? 'nothing',
    stop: forget,
  };
}
