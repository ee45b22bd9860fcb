import OpenAI from 'openai';
import { Unavailable } from '../bot/errors.ts';
import type { Language } from '../bot/types.ts';
import { jsonOf } from './json-text.ts';
import { transcriptOf } from './voice/transcript.ts';

/** A recording in a format that its name tells rightly. */
export type Sound = { bytes: Uint8Array; name: string; type: string };

/** Words that are likely to be said. */
export type Hints = { language: Language; words: string[] };

/**
 * What was heard, piece by piece, with what the service says of each (null: nothing). `logprob`: mean natural logarithm of how likely its words are;
 * `noSpeech`: 0–1; `repeated`: how well the text compresses.
 */
export type Transcript = { parts: { text: string; logprob: number | null; noSpeech: number | null; repeated: number | null }[] };

export type Speech = {
  /** Null: the service says that this is no recording. Throws `Unavailable`. */
  transcribe(sound: Sound, hints: Hints, signal: AbortSignal): Promise<Transcript | null>;
  /** The text spoken, in whatever format the service has; Opus is asked for. Throws `Unavailable`. */
  speak(text: string, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * The text spoken, in parts as they come: 16-bit little-endian PCM, mono, 24,000 samples a second, or a WAV from services that know no bare PCM.
   * `speed`: 1 as usual; not every model minds it. Throws `Unavailable`, in the middle, too; each part has the time limit of a call.
   */
  stream(text: string, speed: number, signal: AbortSignal): AsyncIterable<Uint8Array>;
};

export type SpeechOptions = {
  /** With the version: `https://api.openai.com/v1`. */
  url: string;
  key: string;
  /** The model that listens. */
  ears: string;
  /** Null: answers are not spoken. */
  mouth: { model: string; voice: string } | null;
  limitMs: number;
  log: { error(about: object, text: string): void };
};

type Format = 'verbose_json' | 'json';

const party = 'speech';
const mostText = 256 * 1024;
const mostSound = 1024 * 1024;
/** Three minutes, uncoded. */
const mostStream = 8 * 1024 * 1024;
/** Whisper reads the last 224 tokens of what it is told. */
const mostHints = 400;

/** Any service with OpenAI's endpoints for speech, `/audio/transcriptions` and `/audio/speech`: OpenAI's own, or one in the agency's house. */
export function createSpeech({ url, key, ears, mouth, limitMs, log }: SpeechOptions): Speech {
  const client = new OpenAI({
    baseURL: url,
    apiKey: key,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: limitMs,
    logLevel: 'off',
    // What was said goes to the address that was set, and to no other.
    fetchOptions: { redirect: 'error' },
  });
  // OpenAI's newer models say how sure they are of each word, and know no segments; others of the kind answer the other way.
  let format: Format = /^gpt-/.test(ears) ? 'json' : 'verbose_json';

  async function ask(sound: Sound, hints: Hints, tried: Format, signal: AbortSignal): Promise<Transcript> {
    const response = await client.audio.transcriptions
      .create(
        {
          file: new File([new Uint8Array(sound.bytes)], sound.name, { type: sound.type }),
          model: ears,
          language: hints.language,
          prompt: hints.words.join(', ').slice(0, mostHints),
          temperature: 0,
          ...(tried === 'json' && /^gpt-/.test(ears) ? { response_format: tried, include: ['logprobs'] } : { response_format: tried }),
        },
        { signal },
      )
      .asResponse();
    return transcriptOf(jsonOf(await bytesOf(response, mostText)));
  }

  async function transcribe(sound: Sound, hints: Hints, signal: AbortSignal): Promise<Transcript | null> {
    // Another recording may find out about the service meanwhile: what counts is what this one was asked with.
    const tried = format;
    try {
      return await ask(sound, hints, tried, signal);
    } catch (error) {
      if (!isNo(error)) throw error;
      if (tried === 'json') return null;
    }
    try {
      const heard = await ask(sound, hints, 'json', signal);
      // The recording is one, and it is the service that knows no segments: so it is from now on.
      format = 'json';
      return heard;
    } catch (again) {
      if (!isNo(again)) throw again;
      return null;
    }
  }

  async function speak(text: string, signal: AbortSignal): Promise<Uint8Array> {
    if (mouth === null) throw new Unavailable(party);
    const response = await client.audio.speech.create({ ...mouth, input: text, response_format: 'opus' }, { signal });
    return bytesOf(response, mostSound);
  }

  async function* stream(text: string, speed: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    if (mouth === null) throw new Unavailable(party);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), limitMs);
    const asked = { ...mouth, input: text, response_format: 'pcm' as const, ...(speed !== 1 && { speed }) };
    try {
      const response = await client.audio.speech.create(asked, { signal: AbortSignal.any([signal, stop.signal]) });
      // A page of a proxy, read as samples, would be a terrible noise.
      if (/^(text\/|application\/json)/.test(response.headers.get('content-type') ?? '')) throw new Error('no sound');
      for await (const part of partsOf(response, mostStream)) {
        timer.refresh();
        yield part;
      }
    } catch (error) {
      throw problemOf(error, signal);
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
  }

  /** One call within its time. */
  async function limited<Result>(signal: AbortSignal, call: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    try {
      return await call(AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
    } catch (error) {
      throw problemOf(error, signal);
    }
  }

  /** The library's errors hold what was said: they go no further. */
  function problemOf(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason;
    const status = error instanceof OpenAI.APIError ? (error.status ?? null) : null;
    if (status !== null && [401, 403, 404].includes(status))
      log.error({ status }, 'the speech service refuses: see SPEECH_URL, SPEECH_KEY and the models');
    return new Unavailable(party, { cause: new Error(status === null ? 'no answer' : String(status)) });
  }

  return {
    transcribe: (sound, hints, signal) => limited(signal, (within) => transcribe(sound, hints, within)),
    speak: (text, signal) => limited(signal, (within) => speak(text, within)),
    stream,
  };
}

/** The service does not take this: another try brings nothing else. */
function isNo(error: unknown): boolean {
  return error instanceof OpenAI.APIError && [400, 413, 415, 422].includes(error.status ?? 0);
}

async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(response, most)) parts.push(part);
  return Buffer.concat(parts);
}

/** Throws where there is more than anybody would say. */
async function* partsOf(response: Response, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new Error('too much');
    yield part;
  }
}
