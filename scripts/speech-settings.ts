import { existsSync } from 'node:fs';
import { z } from 'zod';
import { onPath } from './on-path.ts';

/** A service with OpenAI's endpoints for speech, and what decodes for it. */
export type SpeechSettings = {
  url: string;
  key: string;
  ears: string;
  mouth: { model: string; voice: string } | null;
  /** The program; null: it is not installed, and only some voice notes can be heard. */
  ffmpeg: string | null;
};

type Given = Record<string, string | undefined>;

const needed = ['SPEECH_URL', 'SPEECH_KEY', 'STT_MODEL'] as const;
const spoken = ['TTS_MODEL', 'TTS_VOICE'] as const;

const address = z.string().refine(isPlainUrl, 'must be https://host/v1 (or http://, within the house), without a password');
const name = z.string().regex(/^[\w./:@-]{1,200}$/, 'must be a name without blanks');
const schema = z.object({
  SPEECH_URL: address,
  SPEECH_KEY: z.string().regex(/^[!-~]+$/, 'must be printable ASCII'),
  STT_MODEL: name,
  TTS_MODEL: name.optional(),
  TTS_VOICE: name.optional(),
  VOICE: z.enum(['on', 'off']).default('on'),
  FFMPEG: z.string().startsWith('/', 'must be the path of the program').refine(existsSync, 'there is no such file').optional(),
});

/** Reads the settings for voice notes. None set, or VOICE=off: null. Half-set is a fault that names what is missing. */
export function readSpeechSettings(given: Given, path: string): { settings: SpeechSettings | null; faults: string[] } {
  if ([...needed, ...spoken, 'VOICE', 'FFMPEG'].every((setting) => given[setting] === undefined)) return { settings: null, faults: [] };
  const isSet = [...needed, ...spoken].some((setting) => given[setting] !== undefined);
  const read = (isSet ? schema : schema.partial()).safeParse(given);
  const half = spoken.filter((setting) => given[setting] === undefined);
  const faults = (read.error?.issues ?? []).map(({ path: [setting], message }) =>
    given[String(setting)] === undefined
      ? `${String(setting)}: is needed, voice notes are heard with ${needed.join(', ')} together`
      : `${String(setting)}: ${message}`,
  );
  if (half.length === 1) faults.push(`${half[0]}: is needed, answers are spoken with ${spoken.join(' and ')} together`);
  if (!read.success || faults.length > 0) return { settings: null, faults };
  const { SPEECH_URL: url, SPEECH_KEY: key, STT_MODEL: ears, TTS_MODEL: model, TTS_VOICE: voice, VOICE, FFMPEG } = read.data;
  if (VOICE === 'off' || url === undefined || key === undefined || ears === undefined) return { settings: null, faults: [] };
  const mouth = model === undefined || voice === undefined ? null : { model, voice };
  return { settings: { url: url.replace(/\/+$/, ''), key, ears, mouth, ffmpeg: FFMPEG ?? onPath('ffmpeg', path) }, faults: [] };
}

function isPlainUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  );
}
