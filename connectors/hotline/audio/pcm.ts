/** Samples a second, and bytes of 20 ms, of sound as it goes over a line: 16-bit little-endian, mono. */
export const lineRate = 8_000;
export const frameBytes = 320;
export const frameMs = 20;

/** The samples of 16-bit little-endian PCM; a view where memory allows it. An odd byte at the end is left out. */
export function samplesOf(pcm: Uint8Array): Int16Array {
  const length = pcm.length >> 1;
  if (pcm.byteOffset % 2 === 0) return new Int16Array(pcm.buffer, pcm.byteOffset, length);
  // A copy of its own: `slice` of a Buffer is a view of the pool.
  return new Int16Array(new Uint8Array(pcm.subarray(0, length * 2)).buffer);
}

/** A view: what is written to one shows in the other. */
export function bytesOfSamples(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

export function msOf(pcm: { length: number }): number {
  return (pcm.length / 2 / lineRate) * 1_000;
}
