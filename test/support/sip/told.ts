import { toALaw } from './a-law.ts';
import { type Heard, lawOf } from './heard.ts';

/** How much of a sound was heard (0 to 1), when it began and when its last part was over; milliseconds of the capture's clock. */
export type Told = { share: number; from: number; to: number };

/** 40 ms: long enough to be in no other sound. */
const windowBytes = 320;
const frameBytes = 160;

/** Looks for a sound (PCM 16-bit, 8,000 a second) in what a telephone heard, sample by sample and in order; what stood between its parts does not count. */
export function toldOf(pcm: Uint8Array, heard: Heard): Told {
  const wanted = Buffer.from(toALaw(pcm));
  const all = Buffer.from(lawOf(heard));
  let [windows, found, at] = [0, 0, 0];
  let from = Number.NaN;
  let to = Number.NaN;
  for (let start = 0; start + windowBytes <= wanted.length; start += windowBytes) {
    const part = wanted.subarray(start, start + windowBytes);
    if (isEven(part)) continue;
    windows += 1;
    const place = all.indexOf(part, at);
    if (place === -1) continue;
    found += 1;
    at = place + windowBytes;
    if (Number.isNaN(from)) from = heard.frames[Math.floor(place / frameBytes)]?.ms ?? from;
    to = heard.frames[Math.floor((at - 1) / frameBytes)]?.ms ?? to;
  }
  return { share: windows === 0 ? 0 : found / windows, from, to };
}

/** Silence, or nearly: it is everywhere. */
function isEven(part: Buffer): boolean {
  return new Set(part).size < 8;
}
