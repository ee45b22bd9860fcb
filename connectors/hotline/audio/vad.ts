import type { Fvad } from './fvad.ts';

/** Tells of each frame of 20 ms whether somebody speaks in it. */
export type Vad = {
  /** `raiseDb`: how much louder than else it must be. */
  isVoice(frame: Int16Array, raiseDb: number): boolean;
  free(): void;
};

/** Decibels over the noise, and at least (of a sample's square): −52 dB of the loudest there is. */
const overFloor = 6;
const least = 38;
/** Two seconds, of which the quietest 15 % tell the noise: in any speech there are as many gaps. */
const remembered = 100;
const quietest = 0.15;

/**
 * Energy over the noise of the last two seconds, and WebRTC's judgement: each alone is held by some noise for ever, both together by none of those
 * that were tried (test/connectors/hotline-vad.test.ts). Voices in the background are voices to it.
 */
export function createVad(fvad: Fvad): Vad {
  const noise = createFloor();
  return {
    isVoice: (frame, raiseDb) => {
      const level = levelOf(frame);
      const floor = noise.next(level);
      // It is asked about every frame: it follows the noise, too.
      const isVoice = fvad.isVoice(frame);
      return isVoice && level > Math.max(floor + overFloor, least) + raiseDb;
    },
    free: () => fvad.free(),
  };
}

/** Mean square of a frame, without a constant part, in decibels. */
function levelOf(frame: Int16Array): number {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < frame.length; at += 1) {
    const sample = frame[at] ?? 0;
    sum += sample;
    squares += sample * sample;
  }
  const mean = sum / frame.length;
  return 10 * Math.log10(squares / frame.length - mean * mean + 1);
}

/** A percentile of the last values, kept in order: nothing is sorted for a frame. */
function createFloor(): { next(value: number): number } {
  const inTime = new Float64Array(remembered);
  const inOrder = new Float64Array(remembered);
  let count = 0;
  let place = 0;
  return {
    next: (value) => {
      if (count === remembered) {
        const gone = find(inOrder, count, inTime[place] ?? 0);
        inOrder.copyWithin(gone, gone + 1, count);
        count -= 1;
      }
      inTime[place] = value;
      place = (place + 1) % remembered;
      const at = find(inOrder, count, value);
      inOrder.copyWithin(at + 1, at, count);
      inOrder[at] = value;
      count += 1;
      return inOrder[Math.floor(count * quietest)] ?? value;
    },
  };
}

/** Where a value stands, or would. */
function find(values: Float64Array, count: number, value: number): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
