import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** "Làm lại căn cước bị mất cần giấy tờ gì", 2.7 s, spoken by espeak-ng: Opus as Telegram sends it, raw AAC as Zalo does, and other phones' formats. */
export type VoiceFile = 'ogg' | 'aac' | 'm4a' | 'mp3' | 'wav';

export function voiceFile(kind: VoiceFile): Buffer {
  return readFileSync(join(import.meta.dirname, `../fixtures/voice/can-cuoc.${kind}`));
}

/** AMR at 12.2 kbit/s, 20 ms a frame: noise, but well-formed. */
export function amrFile(seconds: number): Buffer {
  const frames = Array.from({ length: seconds * 50 }, (_, at) => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, at * 37)]));
  return Buffer.concat([Buffer.from('#!AMR\n'), ...frames]);
}

/** The same words again and again, in one well-formed file. */
export function longVoice(times: number): Buffer {
  const once = voiceFile('ogg');
  const sound = once.subarray(once.indexOf('OggS', once.indexOf('OpusTags')));
  return Buffer.concat([once, ...Array.from({ length: times - 1 }, () => sound)]);
}

/** The decoder of this machine; null: there is none. */
export const ffmpegPath =
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'ffmpeg'))
    .find((file) => existsSync(file)) ?? null;
