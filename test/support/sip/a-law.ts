/** G.711 A-law, as European and Vietnamese carriers speak it: one byte a sample. PCM is 16-bit little-endian. */

export function toALaw(pcm: Uint8Array): Uint8Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Uint8Array.from({ length: pcm.length >> 1 }, (_, at) => encode(view.getInt16(at * 2, true)));
}

export function fromALaw(law: Uint8Array): Uint8Array {
  const pcm = new Uint8Array(law.length * 2);
  const view = new DataView(pcm.buffer);
  law.forEach((byte, at) => {
    view.setInt16(at * 2, decoded[byte] ?? 0, true);
  });
  return pcm;
}

/** A-law of silence. */
export const silentByte = 0xd5;

function encode(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  const size = Math.min(sample < 0 ? -sample - 1 : sample, 32_635);
  const exponent = size < 256 ? 0 : 31 - Math.clz32(size) - 7;
  const mantissa = exponent === 0 ? size >> 4 : (size >> (exponent + 3)) & 15;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

const decoded = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = byte ^ 0x55;
  const exponent = (code >> 4) & 7;
  const mantissa = code & 15;
  const size = exponent === 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 264) << (exponent - 1);
  return (code & 0x80) === 0 ? -size : size;
});
