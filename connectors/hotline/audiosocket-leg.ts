import type { CallLeg, CallStart, Key, Next } from '../../bot/call/line.ts';
import { frameBytes } from './audio/pcm.ts';
import { kinds, writeFrame } from './audiosocket-frames.ts';
import type { Pacer } from './audiosocket-pacer.ts';
import { createFramer, wholeFrames } from './frames.ts';
import { createLegEvents } from './leg-events.ts';
import { keepBeforeEnd } from './let-go.ts';

export type AudioSocketLegOptions = {
  start: CallStart;
  pacer: Pacer;
  send(bytes: Buffer): void;
  /** Hangs up, once what comes next is kept. */
  hangUp(): void;
  keepNext(call: string, next: Next): Promise<void>;
  /** A listener has thrown; what comes next was not kept. */
  note(what: 'failed' | 'not-kept', error: unknown): void;
};

/** A leg, and what its socket hears. */
export type AudioSocketLeg = { leg: CallLeg; sound(pcm: Buffer): void; key(payload: Buffer): void; closed(): void };

const silence = Buffer.alloc(frameBytes);
const isKey = (text: string): text is Key => /^[0-9*#]$/.test(text);

/**
 * AudioSocket plays what comes as it comes: so sound waits here and goes out by the beat, silence where there is none, which also keeps the line of the
 * caller from being taken for dead.
 */
export function createAudioSocketLeg({ start, pacer, send, hangUp, keepNext, note }: AudioSocketLegOptions): AudioSocketLeg {
  let state: 'open' | 'ending' | 'closed' = 'open';
  let paused = false;
  let waiting: { pcm: Buffer; id: string }[] = [];
  /** Sounds whose last frame is being heard. */
  let ending: string[] = [];
  const events = createLegEvents((error) => note('failed', error));
  const leave = pacer.join((frames) => send(Buffer.concat(Array.from({ length: frames }, () => writeFrame(kinds.sound, nextFrame())))));

  function nextFrame(): Buffer {
    for (const id of ending.splice(0)) events.tell({ kind: 'played', id });
    if (paused) return silence;
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const frame = first.pcm.subarray(0, frameBytes);
      first.pcm = first.pcm.subarray(frameBytes);
      if (first.pcm.length === 0) ending.push(waiting.shift()?.id ?? '');
      if (frame.length > 0) return frame;
    }
    return silence;
  }

  async function letGo(next: Next): Promise<void> {
    await keepBeforeEnd({ next, keep: (what) => keepNext(start.call, what), notKept: (error) => note('not-kept', error) });
    hangUp();
  }

  const ifOpen = (run: () => void) => {
    if (state === 'open') run();
  };
  return {
    leg: {
      start,
      listen: events.listen,
      play: (pcm, id) => ifOpen(() => waiting.push({ pcm: wholeFrames(pcm), id })),
      pause: () => {
        paused = true;
      },
      resume: () => {
        paused = false;
      },
      flush: () => {
        [waiting, ending] = [[], []];
        paused = false;
      },
      end: (next) =>
        ifOpen(() => {
          state = 'ending';
          void letGo(next);
        }),
    },
    sound: createFramer((pcm) => events.tell({ kind: 'audio', pcm })),
    key: (payload) => {
      const key = payload.toString('latin1');
      if (isKey(key)) events.tell({ kind: 'key', key });
    },
    closed: () => {
      state = 'closed';
      leave();
      events.tell({ kind: 'closed' });
    },
  };
}
