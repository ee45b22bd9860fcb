import type { CallLeg, CallStart, Key, LegEvent, Next } from '../../bot/call/line.ts';

/** A leg without telephony, and the caller at its other end. Its time goes by in frames of 20 ms, by hand. */
export type FakeLeg = {
  leg: CallLeg;
  /** 20 ms go by: the caller's frame comes, or none (null), and so much of what is queued is played. */
  pass(frame: Uint8Array | null): void;
  press(key: Key): void;
  hangUp(): void;
  /** What the caller heard so far, with the ids of what was heard to its end. */
  heard(): Buffer;
  played: string[];
  /** What the leg was told besides sound, in order. */
  told: string[];
  /** Milliseconds that wait to be played. */
  waiting(): number;
};

const frameBytes = 320;

export function fakeLeg(start: Partial<CallStart> = {}): FakeLeg {
  const queue: { pcm: Buffer; id: string }[] = [];
  const out: Buffer[] = [];
  const played: string[] = [];
  const told: string[] = [];
  let listener: (event: LegEvent) => void = () => {};
  let [isPaused, isClosed] = [false, false];

  function playFrame(): void {
    let left = frameBytes;
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      // A sound ends with its frame: what is missing of it is silence.
      const part = first.pcm.subarray(0, left);
      out.push(part);
      first.pcm = first.pcm.subarray(part.length);
      left -= part.length;
      if (first.pcm.length > 0) break;
      queue.shift();
      played.push(first.id);
      listener({ kind: 'played', id: first.id });
      if (part.length > 0) break;
    }
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    listener({ kind: 'closed' });
  }

  const leg: CallLeg = {
    start: { call: 'fake.1', from: '0900000012', to: '1024', turn: 1, ...start },
    play: (pcm, id) => void (isClosed || queue.push({ pcm: Buffer.from(pcm), id })),
    pause: () => {
      told.push('pause');
      isPaused = true;
    },
    resume: () => {
      told.push('resume');
      isPaused = false;
    },
    flush: () => {
      told.push('flush');
      queue.length = 0;
      isPaused = false;
    },
    end: (next: Next) => {
      told.push(next.kind === 'transfer' ? `transfer ${next.to}` : next.kind);
      close();
    },
    listen: (to) => {
      listener = to;
    },
  };

  return {
    leg,
    pass: (frame) => {
      if (!isPaused && !isClosed) playFrame();
      if (frame !== null && !isClosed) listener({ kind: 'audio', pcm: frame });
    },
    press: (key) => listener({ kind: 'key', key }),
    hangUp: close,
    heard: () => Buffer.concat(out),
    played,
    told,
    waiting: () => queue.reduce((all, { pcm }) => all + pcm.length, 0) / 16,
  };
}
