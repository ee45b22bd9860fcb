import type { Logger } from 'pino';
import type { CallLeg, Clock, LegEvent } from '../../bot/call/line.ts';
import { reasonOf } from '../../bot/errors.ts';
import type { Meter, Recordings } from '../../bot/ports.ts';
import type { Reply } from '../../bot/types.ts';
import { createMixer, type Mixer } from './audio/mixer.ts';

export type RecorderOptions = { leg: CallLeg; recordings: Recordings; clock: Clock; meter: Meter; log: Logger };

export type Recorder = {
  /** The leg as the line is made of it: what goes over it can be recorded. */
  leg: CallLeg;
  /** From now on, for the caller has agreed. The second time changes nothing. */
  start(): void;
  /** What the assistant answers: from a reply that asks for a secret to the next one there is silence, as there is around every key. */
  told(reply: Pick<Reply, 'expects'>): void;
  /** Resolves when all that was recorded is kept, or cannot be. */
  stop(): Promise<void>;
};

/** A piece is so long; with what is not ready yet some 200 KB of a call are held. */
const pieceMs = 4_000;
/** So many pieces may wait for a slow database; then the recording ends, and the call goes on. */
const mostWaiting = 5;

/** Records a call in pieces that are each kept at once, so that a crash loses seconds. Whatever becomes of it, the call is not disturbed. */
export function createRecorder({ leg, recordings, clock, meter, log }: RecorderOptions): Recorder {
  let mixer: Mixer | null = null;
  let callOff = () => {};
  let waiting = 0;
  let number = 0;
  let isSecret = false;
  let keeping: Promise<string | null> = Promise.resolve(null);
  let ended = false;

  function start(): void {
    if (mixer !== null || ended) return;
    mixer = createMixer(clock.now());
    if (isSecret) mixer.hush(clock.now());
    keeping = recordings.begin(leg.start.call).catch(failed);
    meter.count('recording', { result: 'begun' });
    next();
  }

  function next(): void {
    callOff = clock.after(pieceMs, () => {
      keep(false);
      if (mixer !== null) next();
    });
  }

  function keep(all: boolean): void {
    const sound = mixer?.take(clock.now(), all) ?? new Uint8Array();
    if (sound.length === 0) return;
    if (waiting >= mostWaiting) {
      fail(new Error('the database is too slow'));
      return;
    }
    waiting += 1;
    const own = number;
    number += 1;
    const kept = keeping.then(async (recording) => {
      if (recording !== null) await recordings.append(recording, own, sound);
      waiting -= 1;
      return recording;
    });
    keeping = kept.catch(failed);
  }

  function failed(error: unknown): null {
    fail(error);
    return null;
  }

  function fail(error: unknown): void {
    if (mixer === null && ended) return;
    log.error({ call: leg.start.call, reason: reasonOf(error) }, 'recording ended');
    meter.count('recording', { result: 'failed' });
    leave();
  }

  function leave(): void {
    ended = true;
    mixer = null;
    callOff();
  }

  async function stop(): Promise<void> {
    if (mixer !== null) keep(true);
    leave();
    await keeping;
  }

  function tap(event: LegEvent): void {
    if (event.kind === 'audio') mixer?.heard(event.pcm, clock.now());
    // Some lines carry the tone of a key as sound, and a secret may be typed before it is asked for.
    if (event.kind === 'key' && !isSecret) {
      mixer?.hush(clock.now());
      mixer?.unhush(clock.now());
    }
    if (event.kind === 'closed') void stop();
  }

  return {
    leg: {
      start: leg.start,
      play: (pcm, id) => {
        mixer?.played(pcm, clock.now());
        leg.play(pcm, id);
      },
      pause: () => {
        mixer?.pause(clock.now());
        leg.pause();
      },
      resume: () => {
        mixer?.resume(clock.now());
        leg.resume();
      },
      flush: () => {
        mixer?.flush(clock.now());
        leg.flush();
      },
      end: (what) => leg.end(what),
      listen: (listener) =>
        leg.listen((event) => {
          tap(event);
          listener(event);
        }),
    },
    start,
    told: ({ expects }) => {
      const asks = expects === 'secret';
      if (asks && !isSecret) mixer?.hush(clock.now());
      if (!asks && isSecret) mixer?.unhush(clock.now());
      isSecret = asks;
    },
    stop,
  };
}
