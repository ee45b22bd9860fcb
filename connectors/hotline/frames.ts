import { frameBytes } from './audio/pcm.ts';

/** Whole frames; the last one is filled up with silence. */
export function wholeFrames(pcm: Uint8Array): Buffer {
  const over = pcm.length % frameBytes;
  // A copy: who gave the sound may use its memory again.
  const whole = Buffer.alloc(pcm.length + (over === 0 ? 0 : frameBytes - over));
  whole.set(pcm);
  return whole;
}

/** Cuts what comes in pieces of any length into frames. Bytes that make no whole frame yet wait for the next piece. */
export function createFramer(take: (frame: Buffer) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    for (; at + frameBytes <= all.length; at += frameBytes) take(all.subarray(at, at + frameBytes));
    rest = all.subarray(at);
  };
}
