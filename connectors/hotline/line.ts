import type { CallLeg, Clock, LegEvent, Line, LineEars, LineEvent, LineVoice } from '../../bot/call/line.ts';
import type { Vad } from './audio/vad.ts';
import { createHearing } from './hearing.ts';
import { createSaying } from './saying.ts';

export type LineOptions = {
  leg: CallLeg;
  voice: LineVoice;
  ears: LineEars;
  /** This call's own: the line gives it back when the call is over. */
  vad: Vad;
  clock: Clock;
  /** As of the call's policy. */
  bargeInMs: number;
  /** While we speak, a caller must be so much louder than else to count; 6. */
  echoDb?: number;
  /** `lost`: a piece of which not all could be spoken. `said` is told of it all the same. */
  tell?(what: 'lost'): void;
};

/** Nothing is told before it is opened, once, with who listens. */
export type OpenLine = Line & { open(listener: (event: LineEvent) => void): void };

/** What is being said when a call is let go is heard to its end, but for no longer than this. */
const lastWordsMs = 15_000;

/** A line that speaks and hears, made of a leg of telephony, a voice, ears, and a sense of when somebody speaks. */
export function createLine({ leg, voice, ears, vad, clock, bargeInMs, echoDb = 6, tell = () => {} }: LineOptions): OpenLine {
  let listener: (event: LineEvent) => void = () => {};
  let state: 'open' | 'ending' | 'closed' = 'open';
  let letGo = () => {};
  let late = () => {};

  const hearing = createHearing({ vad, ears, clock, bargeInMs, echoDb, tell: (event) => listener(event) });
  const saying = createSaying({
    leg,
    voice,
    said: (piece) => {
      listener({ kind: 'said', piece });
      letGo();
    },
    lost: () => tell('lost'),
  });

  function take(event: LegEvent): void {
    if (state === 'closed') return;
    switch (event.kind) {
      case 'audio':
        if (state === 'open') hearing.audio(event.pcm, saying.isHeard());
        return;
      case 'played':
        saying.played(event.id);
        return;
      case 'closed':
        state = 'closed';
        late();
        saying.stop();
        hearing.stop();
        listener(event);
        return;
      case 'key':
        listener(event);
    }
  }

  return {
    open: (to) => {
      listener = to;
      leg.listen(take);
    },
    say: (piece, text, manner) => {
      if (state === 'open') saying.say(piece, text, manner);
    },
    pause: () => saying.hold(true),
    resume: () => saying.hold(false),
    flush: () => {
      saying.flush();
      letGo();
    },
    listen: (listening) => hearing.listen(listening),
    end: (next) => {
      if (state !== 'open') return;
      state = 'ending';
      // Nobody is left who would let a held voice go on.
      saying.hold(false);
      const over = () => {
        late();
        letGo = () => {};
        leg.end(next);
      };
      late = clock.after(lastWordsMs, over);
      letGo = () => {
        if (!saying.isBusy()) over();
      };
      letGo();
    },
  };
}
