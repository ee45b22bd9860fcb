import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export type Asked = { name: string; type: string; bytes: Buffer; fields: Record<string, string> };

/** A speech service with OpenAI's endpoints, as strict as it: unknown fields, wrong keys, and recordings that are not what their name says are refused. */
export type FakeSpeech = {
  url: string;
  key: string;
  /** Recordings that were sent to be heard, one after the other. */
  asked: Asked[];
  /** Texts that were sent to be spoken. */
  spoken: string[];
  /** What was asked against the interface. */
  faults: string[];
  /** What is heard: in a service with segments, with how sure it is; with `knows: 'words'` as OpenAI's newer models tell it. */
  heard: { text: string; logprob?: number; noSpeech?: number; repeated?: number };
  knows: 'segments' | 'words' | 'nothing';
  /** What is spoken, whatever was asked; but `pcm` where that was asked for and is here. */
  voice: Buffer;
  pcm: Buffer | null;
  /** How it was to be spoken, of each text. */
  voiced: { format: string | undefined; speed: number }[];
  /** Waited for between the first and the second part of what is spoken. */
  gate: Promise<void> | null;
  /** How it behaves. `html`: a page in place of an answer; `endless`: an answer that never ends; `elsewhere`: it leads to another address;
   * `cut`: gone in the middle of what it speaks. */
  mood: 'well' | 'cut' | 'broken' | 'broken-once' | 'busy' | 'silent' | 'html' | 'endless' | 'elsewhere' | 'strange' | 'deaf';
  close(): Promise<void>;
};

const formats = 'flac mp3 mp4 mpeg mpga m4a ogg wav webm'.split(' ');
const fieldNames = 'model language prompt response_format temperature include[]'.split(' ');
const speakSchema = z.strictObject({
  model: z.string(),
  voice: z.string(),
  input: z.string().min(1).max(4_096),
  response_format: z.enum(['mp3', 'opus', 'aac', 'flac', 'wav', 'pcm']).optional(),
  speed: z.number().min(0.25).max(4).default(1),
});

export async function fakeSpeech(voice: Buffer): Promise<FakeSpeech> {
  const fake: FakeSpeech = {
    url: '',
    key: 'sk-fake-speech',
    asked: [],
    spoken: [],
    faults: [],
    heard: { text: 'xin chào' },
    knows: 'segments',
    voice,
    pcm: null,
    voiced: [],
    gate: null,
    mood: 'well',
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      fake.faults.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`; // a TCP server that listens has a port
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    if (request.headers.authorization !== `Bearer ${fake.key}`) return no(response, 401, 'Incorrect API key provided');
    if (request.method !== 'POST') return no(response, 405, 'Method not allowed');
    const path = request.url ?? '';
    if (path === '/v1/audio/transcriptions') return hear(request, body, response);
    if (path === '/v1/audio/speech') return speak(request, body, response);
    return no(response, 404, 'Unknown request URL');
  }

  async function hear(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const asked = await formOf(request, body);
    fake.asked.push(asked);
    if (inMood(response)) return;
    const fault = faultOf(asked);
    if (fault !== null) return refuse(response, fault);
    if (fake.mood === 'deaf') return no(response, 400, 'The audio file could not be decoded or its format is not supported.');
    if (fake.knows !== 'segments' && asked.fields.response_format === 'verbose_json')
      return no(response, 400, "response_format 'verbose_json' is not compatible with this model");
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told(asked.fields)));
  }

  function told(fields: Record<string, string>): object {
    const { text, logprob = -0.2, noSpeech = 0.01, repeated = 1.2 } = fake.heard;
    if (fields.response_format === 'json') {
      const words = fields['include[]'] === 'logprobs' && fake.knows === 'words';
      return { text, ...(words && { logprobs: text.split(' ').map((token) => ({ token, logprob, bytes: [...Buffer.from(token)] })) }) };
    }
    const segment = { id: 0, seek: 0, start: 0, end: 2, tokens: [1], temperature: 0 };
    const segments = [{ ...segment, text: ` ${text}`, avg_logprob: logprob, no_speech_prob: noSpeech, compression_ratio: repeated }];
    return { task: 'transcribe', language: 'vietnamese', duration: 2, text, segments };
  }

  async function speak(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const read = speakSchema.safeParse(jsonOf(body));
    if (!(request.headers['content-type'] ?? '').startsWith('application/json') || !read.success) {
      refuse(response, `not understood: ${read.error?.message ?? 'content type'}`);
      return;
    }
    fake.spoken.push(read.data.input);
    fake.voiced.push({ format: read.data.response_format, speed: read.data.speed });
    if (inMood(response)) return;
    const pcm = read.data.response_format === 'pcm' ? fake.pcm : null;
    const [sound, first] = pcm === null ? [fake.voice, 100] : [pcm, 24_001];
    response.writeHead(200, { 'content-type': pcm === null ? 'audio/ogg' : 'audio/pcm' });
    // In two pieces, as services stream it, and not at the edge of a sample.
    response.write(sound.subarray(0, first));
    await fake.gate;
    if (fake.mood === 'cut') response.destroy();
    else response.end(sound.subarray(first));
  }

  /** True where the mood has answered, or never will. */
  function inMood(response: ServerResponse): boolean {
    switch (fake.mood) {
      case 'broken-once':
        fake.mood = 'well';
        no(response, 500, 'The server had an error while processing your request');
        return true;
      case 'broken':
        no(response, 500, 'The server had an error while processing your request');
        return true;
      case 'busy':
        response.setHeader('retry-after', '20');
        no(response, 429, 'Rate limit reached');
        return true;
      case 'silent':
        return true;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${'Welcome to nginx. '.repeat(200)}</html>`);
        return true;
      case 'strange':
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ transcript: 'x' }));
        return true;
      case 'elsewhere':
        response.writeHead(307, { location: fake.url.replace('/v1', '/elsewhere') }).end();
        return true;
      case 'endless': {
        response.writeHead(200, { 'content-type': 'application/json' });
        const pour = () => {
          while (!response.destroyed && response.write(' '.repeat(65_536)));
        };
        response.on('drain', pour).on('error', () => {});
        pour();
        return true;
      }
      default:
        return false;
    }
  }

  function refuse(response: ServerResponse, fault: string): void {
    fake.faults.push(fault);
    no(response, 400, fault);
  }
}

async function formOf(request: IncomingMessage, body: Buffer): Promise<Asked> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data; boundary=')) throw new Error(`not multipart: ${type}`);
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  if (!(file instanceof File)) throw new Error('there is no file');
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  return { name: file.name, type: file.type, bytes: Buffer.from(await file.arrayBuffer()), fields };
}

function faultOf({ name, bytes, fields }: Asked): string | null {
  const strange = Object.keys(fields).filter((field) => !fieldNames.includes(field));
  if (strange.length > 0) return `unknown fields: ${strange.join(', ')}`;
  if (fields.model === undefined) return 'model is missing';
  if (!/^[a-z]{2}$/.test(fields.language ?? 'vi')) return 'language must be ISO 639-1';
  if (fields['include[]'] !== undefined && fields.response_format !== 'json') return 'logprobs are told in json alone';
  if (bytes.length > 25 * 1024 * 1024) return 'larger than 25 MB';
  const ending = name.split('.').at(-1) ?? '';
  if (!formats.includes(ending)) return `format ${ending}`;
  return bytes
    .subarray(0, 4)
    .toString('latin1')
    .startsWith(beginnings[ending] ?? '')
    ? null
    : `${name} is not what it says`;
}

const beginnings: Record<string, string> = { ogg: 'OggS', wav: 'RIFF' };

function no(response: ServerResponse, status: number, message: string): void {
  const error = { message, type: 'invalid_request_error', param: null, code: null };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
