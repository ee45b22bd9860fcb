import { lineRate } from './pcm.ts';

/** What a WAV says of its samples, and where they begin. */
export type WavHead = { rate: number; channels: number; bits: number; start: number };

/** PCM of a line as a WAV file. */
export function wavOf(pcm: Uint8Array): Uint8Array {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + pcm.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(lineRate, 24);
  head.writeUInt32LE(lineRate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(pcm.length, 40);
  return Buffer.concat([head, pcm]);
}

/**
 * The head of a WAV of which only the beginning is there yet. `more`: it does not reach to the samples; `not`: this is no PCM in a WAV.
 * The length it tells is not read: programs that write to a pipe do not know it, and espeak-ng says 2 GB.
 */
export function wavHead(bytes: Uint8Array): WavHead | 'more' | 'not' {
  const sound = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (sound.length < 12) return 'RIFF'.startsWith(sound.toString('latin1', 0, Math.min(4, sound.length))) ? 'more' : 'not';
  if (sound.toString('latin1', 0, 4) !== 'RIFF' || sound.toString('latin1', 8, 12) !== 'WAVE') return 'not';
  let format: Omit<WavHead, 'start'> | null = null;
  for (let at = 12; at + 8 <= sound.length; ) {
    const name = sound.toString('latin1', at, at + 4);
    const length = sound.readUInt32LE(at + 4);
    if (name === 'data') return format === null ? 'not' : { ...format, start: at + 8 };
    if (name === 'fmt ') {
      if (at + 24 > sound.length) return 'more';
      if (sound.readUInt16LE(at + 8) !== 1) return 'not';
      format = { channels: sound.readUInt16LE(at + 10), rate: sound.readUInt32LE(at + 12), bits: sound.readUInt16LE(at + 22) };
    }
    at += 8 + length + (length % 2);
  }
  return sound.length > mostHead ? 'not' : 'more';
}

const mostHead = 4_096;
