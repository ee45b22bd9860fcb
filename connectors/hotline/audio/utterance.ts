import { frameMs } from './pcm.ts';

/**
 * What comes of a frame. `voice`: somebody has been speaking for as long as a barge-in takes. `ended`: what was said, from a little before to a little
 * behind it; `told`: there was a `voice` before.
 */
export type UtteranceEvent = { kind: 'voice' } | { kind: 'ended'; pcm: Uint8Array; told: boolean };

export type Utterances = {
  /** The next frame of 20 ms; `endMs`: a silence that long ends it. Time is counted in frames: where none come, nothing is meant by it. */
  next(frame: Uint8Array, isVoice: boolean, endMs: number): UtteranceEvent | null;
  /** Ends what is being said, if anything is. */
  end(): UtteranceEvent | null;
  isOpen(): boolean;
};

/** In milliseconds. */
const startMs = 60;
const preRollMs = 300;
const tailMs = 200;
const mostMs = 20_000;
/** Less voice is a click, or a breath. */
const leastMs = 120;
/** As much of a barge-in must be voice: syllables have gaps. */
const share = 0.7;

/** Cuts what a caller says out of the sound of a line. */
export function createUtterances(bargeInMs: number): Utterances {
  let frames: Uint8Array[] = [];
  let isOpen = false;
  let isTold = false;
  let [run, voiced, silent, elapsed] = [0, 0, 0, 0];

  function next(frame: Uint8Array, isVoice: boolean, endMs: number): UtteranceEvent | null {
    frames.push(frame);
    run = isVoice ? run + frameMs : 0;
    if (!isOpen) {
      if (frames.length * frameMs > preRollMs + startMs) frames.shift();
      if (run < startMs) return null;
      isOpen = true;
      [voiced, silent, elapsed] = [run, 0, run];
      return null;
    }
    elapsed += frameMs;
    if (isVoice) voiced += frameMs;
    silent = isVoice ? 0 : silent + frameMs;
    if (silent >= endMs || elapsed >= mostMs) return end();
    if (isTold || !isVoice || elapsed < bargeInMs || voiced < bargeInMs * share) return null;
    isTold = true;
    return { kind: 'voice' };
  }

  function end(): UtteranceEvent | null {
    if (!isOpen) return null;
    const kept = frames.slice(0, frames.length - Math.floor(Math.max(0, silent - tailMs) / frameMs));
    const ended: UtteranceEvent = { kind: 'ended', pcm: Buffer.concat(kept), told: isTold };
    const isSpeech = isTold || voiced >= leastMs;
    // What was silent behind it stands before the next.
    frames = frames.slice(frames.length - Math.min(silent, preRollMs) / frameMs);
    [isOpen, isTold, run] = [false, false, 0];
    return isSpeech ? ended : null;
  }

  return { next, end, isOpen: () => isOpen };
}
