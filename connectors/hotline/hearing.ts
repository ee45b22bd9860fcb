import type { Clock, HeardOnLine, LineEars, LineEvent, Listening } from '../../bot/call/line.ts';
import { samplesOf } from './audio/pcm.ts';
import { createUtterances, type UtteranceEvent } from './audio/utterance.ts';
import type { Vad } from './audio/vad.ts';

export type Hearing = {
  /** The next frame of 20 ms. `isSpeaking`: the caller hears us meanwhile. */
  audio(frame: Uint8Array, isSpeaking: boolean): void;
  listen(listening: Listening): void;
  stop(): void;
};

export type HearingOptions = {
  vad: Vad;
  ears: LineEars;
  clock: Clock;
  bargeInMs: number;
  /** While we speak, a caller must be so much louder than else: the line gives some of our voice back. */
  echoDb: number;
  tell(event: LineEvent): void;
};

/** Some telephones send nothing while nobody speaks: what is open then ends after so long. A held key, which sends nothing either, is shorter. */
const staleMs = 2_500;

/**
 * What a caller says, told as it comes: voice, quiet, and the words in the order in which they were said. What is too short for a barge-in is not told
 * of while we speak ("dạ"), and without a `voice` else.
 */
export function createHearing({ vad, ears, clock, bargeInMs, echoDb, tell }: HearingOptions): Hearing {
  const utterances = createUtterances(bargeInMs);
  const stop = new AbortController();
  let listening: Listening = { hints: [], language: 'vi', endMs: 700 };
  let told: Promise<void> = Promise.resolve();
  let count = 0;
  let number: number | null = null;
  let [wasOver, isSecret] = [false, false];
  let lastFrame = 0;
  let unwatch = () => {};

  function next(event: UtteranceEvent | null): void {
    if (event === null) return;
    if (event.kind === 'voice') tell({ kind: 'voice', utterance: numbered() });
    else if (event.told || !wasOver) understand(event.pcm);
  }

  function understand(pcm: Uint8Array): void {
    const utterance = numbered();
    number = null;
    tell({ kind: 'quiet', utterance });
    const hearing: Promise<HeardOnLine> = isSecret
      ? Promise.resolve({ kind: 'none' })
      : ears.hear(pcm, listening, stop.signal).catch(() => ({ kind: 'down' }));
    told = told.then(async () => {
      const heard = await hearing;
      if (!stop.signal.aborted) tell({ kind: 'heard', utterance, heard });
    });
  }

  function numbered(): number {
    if (number === null) {
      count += 1;
      number = count;
    }
    return number;
  }

  function watch(): void {
    unwatch = clock.after(staleMs, () => {
      if (!utterances.isOpen()) return;
      if (clock.now() - lastFrame < staleMs) watch();
      else next(utterances.end());
    });
  }

  return {
    audio: (frame, isSpeaking) => {
      if (stop.signal.aborted) return;
      lastFrame = clock.now();
      const wasOpen = utterances.isOpen();
      const isVoice = vad.isVoice(samplesOf(frame), isSpeaking ? echoDb : 0);
      if (isVoice) wasOver = isSpeaking;
      const event = utterances.next(frame, isVoice, listening.endMs);
      if (!wasOpen && utterances.isOpen()) {
        isSecret = false;
        unwatch();
        watch();
      }
      isSecret ||= listening.secret === true;
      next(event);
    },
    listen: (changed) => {
      listening = changed;
    },
    stop: () => {
      stop.abort();
      unwatch();
      vad.free();
    },
  };
}
