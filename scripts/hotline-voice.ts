import { join } from 'node:path';
import type { Logger } from 'pino';
import { callWording } from '../bot/call/wording.ts';
import { OperatorError } from '../bot/errors.ts';
import { inWords } from '../bot/speech/in-words.ts';
import type { Region } from '../bot/speech/said.ts';
import type { Language } from '../bot/types.ts';
import { createPromptCache } from '../connectors/hotline/voice/cache.ts';
import { createEspeak } from '../connectors/hotline/voice/espeak.ts';
import { createServiceVoice } from '../connectors/hotline/voice/service.ts';
import { createLineVoice, type NamedVoice, type PromptVoice } from '../connectors/hotline/voice/voice.ts';
import { createSpeech } from '../connectors/speech.ts';
import { clock } from './clock.ts';
import type { HotlineSettings } from './hotline-settings.ts';
import type { SpeechSettings } from './speech-settings.ts';

export type HotlineVoiceOptions = {
  settings: Pick<HotlineSettings, 'espeak' | 'region'>;
  speech: SpeechSettings | null;
  /** Where sounds of prompts outlive a restart; null: nowhere. */
  folder: string | null;
  prepare: Prepare;
  log: Logger;
};

/** A text as voices read it rightly. */
export type Prepare = (text: string, language: Language) => string;

/** Another voice is there for a sentence that does not begin in time. */
const mouthMs = 2_500;
const cacheBytes = 32 * 1024 * 1024;

export function prepareFor(region: Region): Prepare {
  return (text, language) => (language === 'vi' ? inWords(text, region) : text);
}

/** The voice of the hotline: a service where one is set, and espeak-ng behind it. Throws `OperatorError` where there is neither. */
export async function openHotlineVoice({ settings, speech: given, folder, prepare, log }: HotlineVoiceOptions): Promise<PromptVoice> {
  const { espeak, region } = settings;
  const mouth = given?.mouth ?? null;
  const voices: NamedVoice[] = [
    ...(given !== null && mouth !== null
      ? [{ name: 'text-to-speech', voice: createServiceVoice(createSpeech({ ...given, limitMs: mouthMs, log })) }]
      : []),
    ...(espeak === null ? [] : [{ name: 'espeak-ng', voice: createEspeak({ path: espeak, region, atOnce: 8 }) }]),
  ];
  if (voices.length === 0)
    throw new OperatorError(
      'The hotline cannot speak: install espeak-ng, or set TTS_MODEL and TTS_VOICE beside SPEECH_URL, SPEECH_KEY and STT_MODEL.',
    );
  const name = mouth === null ? `espeak-ng ${region}` : `${mouth.model} ${mouth.voice} ${region}`;
  const cache = await createPromptCache({ voice: name, most: cacheBytes, folder: folder === null ? null : join(folder, 'prompts') });
  return createLineVoice({ voices, prepare, cache, clock, log });
}

/** What is said in any call as it stands: sentences with nothing put into them. */
export function fixedPrompts(notice: string | null): { text: string; language: Language }[] {
  const all = Object.values(callWording).flatMap(({ vi, en }) => [
    { text: vi, language: 'vi' as const },
    { text: en, language: 'en' as const },
  ]);
  const own = notice === null ? [] : [{ text: notice, language: 'vi' as const }];
  return [...all.filter(({ text }) => !/\b[A-Z]{3,}\b/.test(text)), ...own];
}
