import { bytesOfSamples, samplesOf } from './pcm.ts';

/** G.711 (ITU-T, 1988): eight bits a sample. `mu-law` in America and with Twilio, `a-law` elsewhere. */
export type Law = 'mu-law' | 'a-law';

/** 16-bit little-endian PCM in one of the laws: half as many bytes. */
export function encodeLaw(law: Law, pcm: Uint8Array): Uint8Array {
  const code = law === 'mu-law' ? toMu : toA;
  const samples = samplesOf(pcm);
  const coded = new Uint8Array(samples.length);
  for (let at = 0; at < samples.length; at += 1) coded[at] = code(samples[at] ?? 0);
  return coded;
}

/** One of the laws in 16-bit little-endian PCM: twice as many bytes. */
export function decodeLaw(law: Law, coded: Uint8Array): Uint8Array {
  const table = decoded[law];
  const samples = new Int16Array(coded.length);
  for (let at = 0; at < coded.length; at += 1) samples[at] = table[coded[at] ?? 0] ?? 0;
  return bytesOfSamples(samples);
}

const bias = 132;
const muMost = 32_635;

function toMu(sample: number): number {
  const size = Math.min(Math.abs(sample), muMost) + bias;
  const exponent = 24 - Math.clz32(size);
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | ((size >> (exponent + 3)) & 15)) & 0xff;
}

function fromMu(code: number): number {
  const bits = ~code;
  const size = ((((bits & 15) << 3) + bias) << ((bits >> 4) & 7)) - bias;
  return (bits & 0x80) === 0 ? size : -size;
}

/** Thirteen bits are coded; every second bit of the code is turned round. */
function toA(sample: number): number {
  const value = sample >> 3;
  const size = value < 0 ? -value - 1 : value;
  const segment = Math.max(0, 27 - Math.clz32(size));
  const code = (segment << 4) | ((size >> Math.max(1, segment)) & 15);
  return code ^ (value < 0 ? 0x55 : 0xd5);
}

function fromA(code: number): number {
  const bits = code ^ 0x55;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 15) << 4) + (segment === 0 ? 8 : 0x108);
  const size = step << Math.max(0, segment - 1);
  return (bits & 0x80) === 0 ? -size : size;
}

const decoded: Record<Law, Int16Array> = {
  'mu-law': Int16Array.from({ length: 256 }, (_, code) => fromMu(code)),
  'a-law': Int16Array.from({ length: 256 }, (_, code) => fromA(code)),
};
