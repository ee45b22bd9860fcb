import { adtsFrame, afterTag, type Container, type Frame, mpegFrame, viewOf, wavParts } from './sniff.ts';

/**
 * How many seconds a sound lasts, counted from its own frames and not from what it says of itself. Null: it is broken, or only who decodes it can
 * tell (`m4a`, `ogg` without Opus, coded WAV).
 */
export function secondsOf(bytes: Uint8Array, container: Container): number | null {
  const sound = viewOf(bytes);
  switch (container) {
    case 'ogg-opus':
      return opusSeconds(sound);
    case 'wav':
      return wavSeconds(sound);
    case 'mp3':
      return framesSeconds(sound, mpegFrame);
    case 'aac':
      return framesSeconds(sound, adtsFrame);
    case 'amr':
      return amrSeconds(sound, 6, narrow);
    case 'amr-wb':
      return amrSeconds(sound, 9, wide);
    default:
      return null;
  }
}

function framesSeconds(sound: Buffer, read: (sound: Buffer, at: number) => Frame | null): number | null {
  let seconds = 0;
  let at = afterTag(sound);
  for (let frame = read(sound, at); frame !== null; frame = read(sound, at)) {
    seconds += frame.seconds;
    at += frame.length;
  }
  return seconds === 0 ? null : seconds;
}

// RFC 4867, §5.3: bytes of a frame by its type, the first byte with it.
const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1];
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1];

function amrSeconds(sound: Buffer, start: number, lengths: number[]): number | null {
  let frames = 0;
  for (let at = start; at < sound.length; frames += 1) at += lengths[((sound[at] ?? 0) >> 3) & 15] ?? 1;
  return frames === 0 ? null : frames * 0.02;
}

function wavSeconds(sound: Buffer): number | null {
  const parts = wavParts(sound);
  if (parts === null) return null;
  const [channels, rate, bits] = [parts.format.readUInt16LE(2), parts.format.readUInt32LE(4), parts.format.readUInt16LE(14)];
  const isPlain = channels >= 1 && channels <= 8 && rate >= 8_000 && rate <= 192_000 && [8, 16, 24, 32].includes(bits);
  return isPlain && parts.samples > 0 ? parts.samples / (channels * rate * (bits / 8)) : null;
}

/** RFC 3533 pages; the packets behind the two headers tell how long they last in their first bytes (RFC 6716, §3.1). */
function opusSeconds(sound: Buffer): number | null {
  let packets = 0;
  let seconds = 0;
  for (let at = 0; at + 27 <= sound.length; ) {
    if (sound.subarray(at, at + 4).toString('latin1') !== 'OggS') return null;
    const segments = sound.subarray(at + 27, at + 27 + (sound[at + 26] ?? 0));
    let place = at + 27 + segments.length;
    let isBegun = ((sound[at + 5] ?? 0) & 1) === 1;
    for (const length of segments) {
      if (!isBegun) {
        packets += 1;
        if (packets > 2 && length > 0) seconds += packetSeconds(sound[place] ?? 0, sound[place + 1] ?? 0);
      }
      isBegun = length === 255;
      place += length;
    }
    at = place;
  }
  return seconds === 0 ? null : seconds;
}

function packetSeconds(first: number, second: number): number {
  const code = first & 3;
  return frameSeconds(first >> 3) * (code === 0 ? 1 : code === 3 ? second & 63 : 2);
}

function frameSeconds(config: number): number {
  if (config < 12) return [0.01, 0.02, 0.04, 0.06][config & 3] ?? 0;
  if (config < 16) return config & 1 ? 0.02 : 0.01;
  return [0.0025, 0.005, 0.01, 0.02][config & 3] ?? 0;
}
