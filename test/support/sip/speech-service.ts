import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { lineSound } from '../../../connectors/hotline/voice/line-sound.ts';
import { asHeard, type Heard } from './heard.ts';
import { type Told, toldOf } from './told.ts';

export type SpeechService = {
  url: string;
  key: string;
  /** Everything that it was asked to say, in order. */
  spoken: string[];
  /** Recordings that it was asked to write down: what it made of them. */
  written: string[];
  /** What callers can say: the words of a sound. */
  knows: { text: string; pcm: Uint8Array }[];
  /** Milliseconds that each answer took here. */
  took: number[];
  /** `broken` answers nothing but errors. */
  mood: { ears: 'well' | 'broken'; mouth: 'well' | 'broken' };
  /** Texts that a telephone heard at least this share of, the first heard first. */
  told(heard: Heard, share?: number): Promise<({ text: string } & Told)[]>;
  close(): Promise<void>;
};

const rate = 24_000;
const speakSchema = z.object({ input: z.string(), response_format: z.literal('pcm') });

/**
 * A speech service with OpenAI's endpoints that can be checked: each text has a sound of its own, and a recording is understood when the sound of a
 * known utterance is in it, sample by sample. Anything else has no words. It speaks quickly (`perLetter`: seconds), so that calls are short.
 */
export async function speechService(perLetter = 0.03): Promise<SpeechService> {
  const service: SpeechService = {
    url: '',
    key: 'sk-calls',
    spoken: [],
    written: [],
    took: [],
    knows: [],
    mood: { ears: 'well', mouth: 'well' },
    told: async (heard, share = 0.9) => {
      const all = await Promise.all(
        [...new Set(service.spoken)].map(async (text) => ({ text, ...toldOf(await lineOf(text, perLetter), heard) })),
      );
      return all.filter((one) => one.share >= share).sort((a, b) => a.from - b.from);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const sounds = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const begun = performance.now();
    response.once('finish', () => service.took.push(performance.now() - begun));
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`; // a TCP server that listens has a port
  return service;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    if (request.headers.authorization !== `Bearer ${service.key}`) return no(response, 401);
    if (request.url === '/v1/audio/speech') {
      if (service.mood.mouth === 'broken') return no(response, 500);
      const { input } = speakSchema.parse(JSON.parse(body.toString('utf8')));
      service.spoken.push(input);
      response.writeHead(200, { 'content-type': 'audio/pcm' }).end(sounds.get(input) ?? keep(input));
      return;
    }
    if (service.mood.ears === 'broken') return no(response, 500);
    const type = request.headers['content-type'] ?? '';
    const file = (await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()).get('file');
    const text = file instanceof File ? wordsIn(Buffer.from(await file.arrayBuffer())) : '';
    service.written.push(text);
    const segments = text === '' ? [] : [{ text, avg_logprob: -0.1, no_speech_prob: 0.01, compression_ratio: 1.2 }];
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text, segments }));
  }

  function keep(text: string): Buffer {
    const sound = soundOf(text, perLetter);
    sounds.set(text, sound);
    return sound;
  }

  function wordsIn(wav: Buffer): string {
    // The head of a WAV: 44 bytes. The rest as a telephone would have heard it.
    const heard = asHeard(wav.subarray(44));
    return service.knows.find(({ pcm }) => toldOf(pcm, heard).share > 0.6)?.text ?? '';
  }
}

/** The sound of a text as a line plays it. */
export async function lineOf(text: string, perLetter = 0.03): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const whole = async function* () {
    yield soundOf(text, perLetter);
  };
  for await (const part of lineSound(whole(), rate, 'speech')) parts.push(part);
  return Buffer.concat(parts);
}

/** Two tones that change with every letter, by the digest of the text: what is said of another text sounds nowhere the same. */
function soundOf(text: string, perLetter: number): Buffer {
  const perTone = Math.round(rate * perLetter);
  const samples = new Int16Array(Math.max(8, text.length) * perTone);
  let dice = createHash('sha256').update(text).digest();
  for (let letter = 0; letter * perTone < samples.length; letter += 1) {
    dice = createHash('sha256').update(dice).digest();
    const [low, high] = [300 + (dice.readUInt16LE(0) % 1_200), 1_500 + (dice.readUInt16LE(2) % 1_600)];
    for (let at = 0; at < perTone; at += 1) {
      const turn = (2 * Math.PI * at) / rate;
      samples[letter * perTone + at] = Math.round(7_000 * Math.sin(turn * low) + 5_000 * Math.sin(turn * high));
    }
  }
  return Buffer.from(samples.buffer);
}

function no(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: 'no' } }));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}
