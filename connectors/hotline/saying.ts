import type { CallLeg, LineVoice, Manner } from '../../bot/call/line.ts';
import { frameBytes } from './audio/pcm.ts';

export type Saying = {
  say(piece: number, text: string, manner: Manner): void;
  /** Throws away what was not heard yet; what is said next is heard at once. */
  flush(): void;
  /** The leg has played this. */
  played(id: string): void;
  /** Whether anything is still to be heard. */
  isBusy(): boolean;
  /** Whether the caller's line carries our sound just now. */
  isHeard(): boolean;
  /** Held, or going on. */
  hold(isHeld: boolean): void;
  stop(): void;
};

export type SayingOptions = {
  leg: Pick<CallLeg, 'play' | 'pause' | 'resume' | 'flush'>;
  voice: LineVoice;
  /** The last sample of this piece was played, or it could not be spoken. */
  said(piece: number): void;
  /** A piece of which not all could be spoken. */
  lost(): void;
};

type Piece = { piece: number; text: string; manner: Manner; isSpoken: boolean; unplayed: number };
/** Pieces since the last flush. */
type Batch = { stop: AbortController; pieces: Piece[]; next: number; isSpeaking: boolean };

/** Pieces of speech, one after the other: each is sent to the leg as it is made, and is said when the last of it was played. */
export function createSaying({ leg, voice, said, lost }: SayingOptions): Saying {
  const sent = new Map<string, Piece>();
  let batch = newBatch();
  let count = 0;
  let isHeld = false;

  async function speakAll(own: Batch): Promise<void> {
    own.isSpeaking = true;
    for (; own.next < own.pieces.length && !own.stop.signal.aborted; own.next += 1) {
      const piece = own.pieces[own.next];
      if (piece !== undefined) await speak(piece, own.stop.signal);
      if (!own.stop.signal.aborted) tell();
    }
    own.isSpeaking = false;
  }

  async function speak(piece: Piece, signal: AbortSignal): Promise<void> {
    let rest: Uint8Array = new Uint8Array();
    try {
      for await (const part of voice.speak(piece.text, piece.manner, signal)) {
        if (signal.aborted) return;
        // A leg fills up what is no whole frame with silence: in the middle of a word that would be heard.
        const sound = rest.length === 0 ? part : Buffer.concat([rest, part]);
        const whole = sound.length - (sound.length % frameBytes);
        if (whole > 0) play(piece, sound.subarray(0, whole));
        rest = sound.subarray(whole);
      }
    } catch {
      // Whatever it was, the voice has told the operator; the caller hears the next piece.
      if (!signal.aborted) lost();
    }
    if (signal.aborted) return;
    if (rest.length > 0) play(piece, rest);
    piece.isSpoken = true;
  }

  function play(piece: Piece, pcm: Uint8Array): void {
    count += 1;
    piece.unplayed += 1;
    sent.set(`s${count}`, piece);
    leg.play(pcm, `s${count}`);
  }

  /** What is over, in the order in which it was said. */
  function tell(): void {
    const own = batch;
    for (let first = own.pieces[0]; first?.isSpoken && first.unplayed === 0 && own === batch; first = own.pieces[0]) {
      own.pieces.shift();
      own.next -= 1;
      said(first.piece);
    }
  }

  function away(): void {
    batch.stop.abort();
    batch = newBatch();
    sent.clear();
  }

  return {
    say: (piece, text, manner) => {
      batch.pieces.push({ piece, text, manner, isSpoken: false, unplayed: 0 });
      if (!batch.isSpeaking) void speakAll(batch);
    },
    flush: () => {
      away();
      leg.flush();
      isHeld = false;
    },
    played: (id) => {
      const piece = sent.get(id);
      if (piece === undefined) return;
      sent.delete(id);
      piece.unplayed -= 1;
      tell();
    },
    isBusy: () => batch.pieces.length > 0,
    isHeard: () => sent.size > 0 && !isHeld,
    hold: (held) => {
      if (held === isHeld) return;
      isHeld = held;
      if (held) leg.pause();
      else leg.resume();
    },
    stop: away,
  };
}

function newBatch(): Batch {
  return { stop: new AbortController(), pieces: [], next: 0, isSpeaking: false };
}
