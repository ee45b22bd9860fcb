import type { Language } from '../types.ts';

/** The nouns of a telephone call. */

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

/** How a call begins. */
export type CallStart = {
  /** The id by which the telephone system knows it: unique, and nothing of the caller. */
  call: string;
  /** The caller's number as the telephone system tells it, or null where it is withheld. Anybody can forge it. */
  from: string | null;
  to: string;
  /** From 1; more than 1 where the call comes back from a person who did not answer. */
  turn: number;
};

/** What becomes of the call once the assistant lets it go. `to`: an extension or a queue by the operator's name for it. */
export type Next = { kind: 'hangup' } | { kind: 'transfer'; to: string };

/** What was understood of one utterance. `down`: the recogniser is not there, or does not answer. `none`: no words. */
export type HeardOnLine = { kind: 'heard'; text: string; sure: boolean } | { kind: 'none' } | { kind: 'down' };

/**
 * What the line tells. `voice`: somebody has been speaking for as long as a barge-in takes, and goes on. `quiet`: that ended, and the words will
 * follow; what is too short for a barge-in ("có") has no `voice` before, and is not told of at all while we speak ("dạ"). `heard`: the words, in the
 * order of the utterances. `said`: the last sample of this piece was played, or it could not be spoken.
 */
export type LineEvent =
  | { kind: 'key'; key: Key }
  | { kind: 'voice'; utterance: number }
  | { kind: 'quiet'; utterance: number }
  | { kind: 'heard'; utterance: number; heard: HeardOnLine }
  | { kind: 'said'; piece: number }
  | { kind: 'closed' };

/** How something is said. `slow` for the rest of the call once it was asked for. `common`: it has nothing of the caller's, so its sound may be kept for others. */
export type Manner = { slow: boolean; language: Language; common?: true };

/**
 * What is listened for: words likely to be said, and how long a silence ends an utterance. `secret`: what is said now must not leave this process;
 * an utterance is still told of, and heard as `none`. `digits`: several keys are awaited, as for a code, not one.
 */
export type Listening = { hints: string[]; language: Language; endMs: number; secret?: true; digits?: true };

/**
 * A telephone line that speaks and hears: what the policy of a call works with. Nothing here waits; what comes of it is told by `LineEvent`s.
 * Pieces are said one after the other.
 */
export type Line = {
  say(piece: number, text: string, manner: Manner): void;
  /** Holds the voice where it is. */
  pause(): void;
  resume(): void;
  /** Throws away what was not yet said; no `said` comes for it. */
  flush(): void;
  listen(listening: Listening): void;
  /** Lets the call go: hung up, or to a person, once what is being said is over. */
  end(next: Next): void;
};

/** Milliseconds of a clock that only goes on. `after` gives the way to call it off. */
export type Clock = { now(): number; after(ms: number, run: () => void): () => void };

/**
 * One leg of telephony, whatever carries it. Sound is 16-bit little-endian PCM, mono, 8,000 samples a second. Nothing here waits.
 */
export type CallLeg = {
  start: CallStart;
  /** Queues sound; `played` with this id comes when its last sample was heard. The leg minds the far end's limits (frames, XOFF). */
  play(pcm: Uint8Array, id: string): void;
  pause(): void;
  resume(): void;
  /** Throws away what is queued, and ends a pause; no `played` comes for it. */
  flush(): void;
  /** Lets the call go. The caller of it has waited for what was to be heard. */
  end(next: Next): void;
  /** One listener: audio in frames of 20 ms as they come (a held key leaves a gap), keys, what was played, the end. */
  listen(listener: (event: LegEvent) => void): void;
};

export type LegEvent = { kind: 'audio'; pcm: Uint8Array } | { kind: 'key'; key: Key } | { kind: 'played'; id: string } | { kind: 'closed' };

/** Speaks for a line: PCM as of a leg, in pieces as they come. It falls back by itself; it throws only where nothing can speak at all. */
export type LineVoice = { speak(text: string, manner: Manner, signal: AbortSignal): AsyncIterable<Uint8Array> };

/** Understands one utterance, PCM as of a leg. It never throws: `down`. */
export type LineEars = { hear(pcm: Uint8Array, listening: Listening, signal: AbortSignal): Promise<HeardOnLine> };
