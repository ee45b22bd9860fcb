import type { Logger } from 'pino';
import type { Attachments, Meter, SpeechToText, TextToSpeech } from '../bot/ports.ts';
import type { VoicePorts } from '../bot/voice.ts';
import { createEars } from '../connectors/voice/ears.ts';
import { createFfmpeg } from '../connectors/voice/ffmpeg.ts';
import { createMouth } from '../connectors/voice/mouth.ts';
import type { Database } from '../knowledge/database.ts';
import { sealFor } from '../knowledge/seals.ts';
import type { SpeechSettings } from './speech-settings.ts';

export type VoiceParts = {
  pool: Database['pool'];
  /** The operator's key, or null: the installation's own. */
  key: Buffer | null;
  settings: SpeechSettings | null;
  attachments: Attachments;
  meter: Meter;
  log: Logger;
  now: () => Date;
  /** Ready-made, in place of the settings. */
  ears?: SpeechToText;
  mouth?: TextToSpeech;
};

/** `mouth` null: answers are not spoken. */
export type Voice = { ports: VoicePorts; mouth: TextToSpeech | null };

/** A turn may take 20 s, with the download before and the answer after. */
const hearMs = 12_000;
const speakMs = 8_000;
const convertMs = 5_000;

/** Voice notes: heard where there is a service for that, and answered by voice where it speaks. */
export async function openVoice(parts: VoiceParts): Promise<Voice> {
  const { pool, key, settings, attachments, meter, log, now } = parts;
  const seal = await sealFor(pool, key, 'voice');
  const { ears, mouth } = settings === null ? { ears: null, mouth: null } : await made(settings, meter, log);
  const speaking = parts.mouth ?? mouth;
  return { ports: { attachments, ears: parts.ears ?? ears, speaks: speaking !== null, seal, meter, now }, mouth: speaking };
}

async function made(
  { ffmpeg: path, ...settings }: SpeechSettings,
  meter: Meter,
  log: Logger,
): Promise<{ ears: SpeechToText; mouth: TextToSpeech | null }> {
  // The library behind it takes ten megabytes: it is read where it is wanted.
  const { createSpeech } = await import('../connectors/speech.ts');
  const ffmpeg = path === null ? null : createFfmpeg({ path, limitMs: convertMs, atOnce: 2 });
  if (ffmpeg === null) log.warn('ffmpeg is not installed: voice notes of Zalo (AAC, AMR) and M4A cannot be heard');
  const speech = createSpeech({ ...settings, limitMs: hearMs, log });
  return {
    ears: createEars({ speech, ffmpeg }),
    mouth: settings.mouth === null ? null : createMouth({ speech, ffmpeg, meter, limitMs: speakMs }),
  };
}
