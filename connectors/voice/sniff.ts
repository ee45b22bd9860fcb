/** What sound comes in, told by its content. `ogg-opus`, `mp3` and `wav` (PCM) are taken by speech services as they are. */
export type Container = 'ogg-opus' | 'ogg' | 'mp3' | 'wav' | 'wav-coded' | 'm4a' | 'aac' | 'amr' | 'amr-wb';

/** Null: nothing of these, whatever it calls itself. */
export function sniff(bytes: Uint8Array): Container | null {
  const sound = viewOf(bytes);
  const begins = (text: string, at = 0) => sound.subarray(at, at + text.length).toString('latin1') === text;
  if (begins('OggS')) return begins('OpusHead', 27 + (sound[26] ?? 0)) ? 'ogg-opus' : 'ogg';
  if (begins('RIFF') && begins('WAVE', 8)) return isPcm(sound) ? 'wav' : 'wav-coded';
  if (begins('ftyp', 4)) return 'm4a';
  if (begins('#!AMR-WB\n')) return 'amr-wb';
  if (begins('#!AMR\n')) return 'amr';
  const start = afterTag(sound);
  const adts = adtsFrame(sound, start);
  if (adts !== null && follows(adtsFrame, sound, start + adts.length)) return 'aac';
  const mpeg = mpegFrame(sound, start);
  return mpeg !== null && follows(mpegFrame, sound, start + mpeg.length) ? 'mp3' : null;
}

/** One frame of raw sound: its length in bytes, and how long it sounds. */
export type Frame = { length: number; seconds: number };
type ReadFrame = (sound: Buffer, at: number) => Frame | null;

/** Two bits in a row may come by chance in any file: the next frame must stand where the first says, or the file must end there. */
function follows(read: ReadFrame, sound: Buffer, next: number): boolean {
  return next >= sound.length || read(sound, next) !== null;
}

const adtsRates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

/** A frame of raw AAC (ISO 13818-7, ADTS header). */
export function adtsFrame(sound: Buffer, at: number): Frame | null {
  if (at + 7 > sound.length || sound[at] !== 0xff || ((sound[at + 1] ?? 0) & 0xf6) !== 0xf0) return null;
  const rate = adtsRates[((sound[at + 2] ?? 0) >> 2) & 15];
  const length = (((sound[at + 3] ?? 0) & 3) << 11) | ((sound[at + 4] ?? 0) << 3) | ((sound[at + 5] ?? 0) >> 5);
  if (rate === undefined || length < 7) return null;
  return { length, seconds: (1_024 * (((sound[at + 6] ?? 0) & 3) + 1)) / rate };
}

const rates = [44_100, 48_000, 32_000];
const bitsOf1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitsOf2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** A frame of MPEG-1, 2 or 2.5, layer III. */
export function mpegFrame(sound: Buffer, at: number): Frame | null {
  if (at + 4 > sound.length || sound[at] !== 0xff || ((sound[at + 1] ?? 0) & 0xe6) !== 0xe2) return null;
  const version = ((sound[at + 1] ?? 0) >> 3) & 3;
  const third = sound[at + 2] ?? 0;
  const base = rates[(third >> 2) & 3];
  const kilobits = (version === 3 ? bitsOf1 : bitsOf2)[third >> 4];
  if (version === 1 || base === undefined || kilobits === undefined || kilobits === 0) return null;
  const rate = version === 3 ? base : version === 2 ? base / 2 : base / 4;
  const samples = version === 3 ? 1_152 : 576;
  return { length: Math.floor(((samples / 8) * kilobits * 1_000) / rate) + ((third >> 1) & 1), seconds: samples / rate };
}

/** Behind an ID3 tag, whose length is written seven bits to the byte. */
export function afterTag(sound: Buffer): number {
  if (sound.length < 10 || sound.subarray(0, 3).toString('latin1') !== 'ID3') return 0;
  return 10 + sound.subarray(6, 10).reduce((length, byte) => length * 128 + (byte & 127), 0);
}

/** Where the format and the samples of a WAV stand; null: it has none. */
export function wavParts(sound: Buffer): { format: Buffer; samples: number } | null {
  let format: Buffer | null = null;
  for (let at = 12; at + 8 <= sound.length; ) {
    const name = sound.subarray(at, at + 4).toString('latin1');
    const length = sound.readUInt32LE(at + 4);
    if (name === 'fmt ' && length >= 16 && at + 24 <= sound.length) format = sound.subarray(at + 8, at + 24);
    // Programs that write to a pipe do not know the length yet.
    if (name === 'data') return format === null ? null : { format, samples: Math.min(length, sound.length - at - 8) };
    at += 8 + length + (length % 2);
  }
  return null;
}

function isPcm(sound: Buffer): boolean {
  return wavParts(sound)?.format.readUInt16LE(0) === 1;
}

export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
