import { createHmac } from 'node:crypto';
import WebSocket from 'ws';
import { z } from 'zod';
import { decodeLaw, encodeLaw } from '../../connectors/hotline/audio/mu-law.ts';
import type { LegCaller } from '../contracts/call-leg-world.ts';
import { parseTwiml, type Verb } from './twiml.ts';

export type Answer = { status: number; verbs: Verb[]; text: string };
export type Announced = { call: string; from: string | null; to: string };

export const twilio = { account: 'ACdemo', token: 'demo_token', publicUrl: 'https://motcua.example.vn' };

/** Seconds of a line that go by in one. */
export const speed = 20;
const bytesPerMs = 8;

export type FakeTwilio = {
  /** Asks a webhook as Twilio does: signed, by the public address, sent to where the server really is. */
  post(path: string, fields: Record<string, string>, change?: { signature?: string | null }): Promise<Answer>;
  /** Opens the stream that an answer wants. `change`: what is told otherwise than it was. */
  open(answer: Answer, about: Announced, change?: OpenChange): Promise<FakeStream>;
};
export type OpenChange = { ticket?: string; call?: string; account?: string; signature?: string };
export type FakeStream = LegCaller & {
  /** The most sound that waited to be heard, in milliseconds. */
  mostAheadMs(): number;
  /** The code that the server has closed with. */
  closedWith: Promise<number>;
  send(message: string): void;
};

/** Twilio's side of a call: it asks webhooks, reads TwiML strictly, and streams. Time on its lines goes `speed` times as fast. */
export function fakeTwilio(port: number): FakeTwilio {
  return {
    async post(path, fields, { signature = signed(`${twilio.publicUrl}${path}`, fields) } = {}) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          ...(signature !== null && { 'x-twilio-signature': signature }),
        },
        body: new URLSearchParams(fields),
      });
      const text = await response.text();
      const isTwiml = response.status === 200 && /^text\/xml/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, text, verbs: isTwiml ? parseTwiml(text) : [] };
    },
    async open(answer, { call }, change = {}) {
      const stream = answer.verbs.find(({ name }) => name === 'Connect')?.inner[0];
      const url = stream?.attributes.url ?? '';
      if (stream?.name !== 'Stream' || !url.startsWith('wss://motcua.example.vn/')) throw new Error(`no stream in ${answer.text}`);
      const socket = new WebSocket(url.replace('wss://motcua.example.vn', `ws://127.0.0.1:${port}`), {
        headers: { 'x-twilio-signature': change.signature ?? signed(url, {}) },
        perMessageDeflate: false,
      });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      const parameters = Object.fromEntries(stream.inner.map(({ attributes: { name = '', value = '' } }) => [name, value]));
      if (change.ticket !== undefined) parameters.token = change.ticket;
      return startStream(socket, { call: change.call ?? call, account: change.account ?? twilio.account, parameters });
    },
  };
}

export function signed(url: string, fields: Record<string, string>): string {
  const rest = Object.keys(fields)
    .sort()
    .map((name) => `${name}${fields[name]}`)
    .join('');
  return createHmac('sha1', twilio.token).update(`${url}${rest}`).digest('base64');
}

const outgoing = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('media'), streamSid: z.literal('MZdemo'), media: z.strictObject({ payload: z.base64().min(1) }) }),
  z.strictObject({ event: z.literal('mark'), streamSid: z.literal('MZdemo'), mark: z.strictObject({ name: z.string().min(1) }) }),
  z.strictObject({ event: z.literal('clear'), streamSid: z.literal('MZdemo') }),
]);
type Queued = { sound: Buffer } | { mark: string };

function startStream(socket: WebSocket, about: { call: string; account: string; parameters: Record<string, string> }): FakeStream {
  const faults: string[] = [];
  const heard: Uint8Array[] = [];
  let queue: Queued[] = [];
  let mostAhead = 0;
  let sequence = 0;
  let chunk = 0;
  let gone = false;
  let last = performance.now();
  const tell = (event: string, more: object) => {
    sequence += 1;
    socket.send(JSON.stringify({ event, sequenceNumber: String(sequence), streamSid: 'MZdemo', ...more }));
  };
  const ahead = () => queue.reduce((sum, item) => sum + ('sound' in item ? item.sound.length : 0), 0) / bytesPerMs;

  socket.on('message', (data) => {
    const read = outgoing.safeParse(JSON.parse(String(data)));
    if (!read.success) return void faults.push(String(data).slice(0, 200));
    const message = read.data;
    if (message.event === 'media') queue.push({ sound: Buffer.from(message.media.payload, 'base64') });
    if (message.event === 'mark') queue.push({ mark: message.mark.name });
    if (message.event === 'clear') {
      const marks = queue.flatMap((item) => ('mark' in item ? [item.mark] : []));
      queue = [];
      // Marks come back for what is thrown away, too.
      for (const name of marks) tell('mark', { mark: { name } });
    }
    mostAhead = Math.max(mostAhead, ahead());
  });

  const playing = setInterval(() => {
    const now = performance.now();
    let bytes = Math.floor((now - last) * speed) * bytesPerMs;
    last = now;
    for (let [item] = queue; item !== undefined; [item] = queue) {
      if ('mark' in item) tell('mark', { mark: { name: item.mark } });
      else {
        if (bytes <= 0) return;
        heard.push(item.sound.subarray(0, bytes));
        const rest = item.sound.subarray(bytes);
        bytes -= item.sound.length;
        if (rest.length > 0) {
          item.sound = rest;
          return;
        }
      }
      queue.shift();
    }
  }, 3);
  const closedWith = new Promise<number>((resolve) => {
    socket.once('close', (code) => {
      clearInterval(playing);
      resolve(code);
    });
  });

  socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
  tell('start', {
    start: {
      accountSid: about.account,
      streamSid: 'MZdemo',
      callSid: about.call,
      tracks: ['inbound'],
      mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
      customParameters: about.parameters,
    },
  });
  return {
    speak: (pcm) => {
      const sound = encodeLaw('mu-law', pcm);
      for (let at = 0; at < sound.length; at += 160) {
        chunk += 1;
        const payload = Buffer.from(sound.subarray(at, at + 160)).toString('base64');
        tell('media', { media: { track: 'inbound', chunk: String(chunk), timestamp: String(chunk * 20), payload } });
      }
    },
    press: (keys) => {
      for (const digit of keys) tell('dtmf', { dtmf: { track: 'inbound_track', digit } });
    },
    heard: () => Buffer.from(decodeLaw('mu-law', Buffer.concat(heard))),
    hangUp: () => {
      gone = true;
      tell('stop', { stop: { accountSid: about.account, callSid: about.call } });
      socket.close(1000);
    },
    cut: () => {
      gone = true;
      socket.terminate();
    },
    letGo: async () => (await closedWith) === 1000 && !gone,
    faults: () => faults,
    mostAheadMs: () => mostAhead,
    closedWith,
    send: (message) => socket.send(message),
  };
}
