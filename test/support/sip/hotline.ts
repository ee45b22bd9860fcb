import { createEspeak } from '../../../connectors/hotline/voice/espeak.ts';
import { embeddedPlace } from '../databases.ts';
import { type Server, type Settings, startServer } from '../server.ts';
import type { Act } from './caller-script.ts';
import { freePorts } from './sipp.ts';
import { type SpeechService, speechService } from './speech-service.ts';
import { type Called, startTelephony, type Telephony } from './telephony.ts';
import type { Told } from './told.ts';

/** What was told to a caller: texts of the speech service that were heard almost whole, in order, milliseconds since the caller's first sound. */
export type Conversation = Called & {
  told: ({ text: string } & Told)[];
  /** The whole of it, a line each: what a failing test shows. */
  text: string;
};

export type Hotline = Omit<Telephony, 'call'> & {
  server: Server;
  speech: SpeechService;
  call(acts: readonly Act[], options?: { restMs?: number }): Promise<Conversation>;
  /** The sound of somebody who says this. The speech service will understand it; with `understood` false it hears no words in it. */
  says(text: string, understood?: boolean): Promise<Act>;
};

export type HotlineOptions = {
  settings?: Settings;
  /** `local`: espeak-ng speaks. */
  voice?: 'service' | 'local';
  media?: 'audiosocket';
  /** How slowly the service speaks: seconds for each letter. */
  perLetter?: number;
};

const password = 'mat-khau-tong-dai';

/** The real server, a real Asterisk that knows it, and a speech service that can be checked. */
export async function startHotline({ settings, voice, media, perLetter }: HotlineOptions = {}): Promise<Hotline> {
  const place = embeddedPlace();
  const [audiosocket = 0] = await freePorts(1);
  const speech = await speechService(perLetter);
  const server = await startServer(place, {
    HOTLINE_PASSWORD: password,
    HOTLINE_PERSON: '100',
    HOTLINE_HOURS: 'always',
    SPEECH_URL: speech.url,
    SPEECH_KEY: speech.key,
    STT_MODEL: 'whisper-1',
    LOG_LEVEL: 'warn',
    ...(voice !== 'local' && { TTS_MODEL: 'tts-1', TTS_VOICE: 'alloy' }),
    ...(media === 'audiosocket' && { AUDIOSOCKET_PORT: String(audiosocket) }),
    ...settings,
  });
  const telephony = await startTelephony({
    web: server.url,
    password,
    personSeconds: 4,
    ...(media === 'audiosocket' && { audiosocket }),
  });

  return {
    ...telephony,
    server,
    speech,
    call: async (acts, options) => {
      const called = await telephony.call(acts, options);
      const since = (ms: number) => Math.round(ms - called.said.from);
      const told = (await speech.told(called.heard)).map((one) => ({ ...one, from: since(one.from), to: since(one.to) }));
      return { ...called, told, text: told.map(({ text, from, to }) => `${from}–${to}: ${text}`).join('\n') };
    },
    says: async (text, understood = true) => {
      const pcm = await spoken(text);
      if (understood) speech.knows.push({ text, pcm });
      return { voice: pcm };
    },
    stop: async () => {
      await telephony.stop();
      await server.stop();
      await speech.close();
      await place.drop();
    },
  };
}

/** espeak-ng says it: PCM as of a line. */
export async function spoken(text: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const voice = createEspeak({ path: '/usr/bin/espeak-ng', region: 'north', atOnce: 1 });
  for await (const part of voice.speak(text, { slow: false, language: 'vi' }, AbortSignal.timeout(20_000))) parts.push(part);
  return Buffer.concat(parts);
}
