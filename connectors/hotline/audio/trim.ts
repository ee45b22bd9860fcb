import { bytesOfSamples } from './pcm.ts';

/** Quieter is silence. */
const silent = 100;
/** Kept before the first sound, and behind the last: in samples, 20 ms and 120 ms. */
const before = 160;
const behind = 960;

/** Samples as PCM, without the silence in front, and with little of that behind: a silence is held back until something follows. */
export async function* trimmed(parts: AsyncIterable<Int16Array>): AsyncGenerator<Uint8Array> {
  let isBegun = false;
  let held = new Int16Array();
  for await (const part of parts) {
    const sound = joined(held, part);
    const first = isBegun ? 0 : sound.findIndex(isLoud);
    if (first === -1) {
      held = sound.slice(-before);
      continue;
    }
    const start = isBegun ? 0 : Math.max(0, first - before);
    const end = sound.findLastIndex(isLoud) + 1;
    isBegun = true;
    held = sound.slice(Math.max(start, end));
    if (end > start) yield bytesOfSamples(sound.slice(start, end));
  }
  if (isBegun && held.length > 0) yield bytesOfSamples(held.slice(0, behind));
}

function isLoud(sample: number): boolean {
  return sample > silent || sample < -silent;
}

function joined(a: Int16Array, b: Int16Array): Int16Array<ArrayBuffer> {
  const both = new Int16Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
