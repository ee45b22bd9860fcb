import { z } from 'zod';
import type { Key } from '../../../bot/call/line.ts';
import { jsonOf } from '../../json-text.ts';

/** What comes in by the stream's socket, as far as it is looked at. https://www.twilio.com/docs/voice/media-streams/websocket-messages */
export type StreamMessage =
  | { event: 'start'; stream: string; account: string; call: string; ticket: string }
  | { event: 'media'; payload: string }
  | { event: 'dtmf'; key: Key }
  | { event: 'mark'; name: string }
  | { event: 'stop' }
  | { event: 'other' };

const startSchema = z.object({
  start: z.object({
    streamSid: z.string(),
    accountSid: z.string(),
    callSid: z.string(),
    mediaFormat: z.object({ encoding: z.literal('audio/x-mulaw'), sampleRate: z.literal(8_000), channels: z.literal(1) }),
    customParameters: z.object({ token: z.string() }),
  }),
});
const mediaSchema = z.object({ media: z.object({ track: z.literal('inbound'), payload: z.string() }) });
const keySchema = z.object({
  dtmf: z.object({ digit: z.enum(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#']) }),
});
const markSchema = z.object({ mark: z.object({ name: z.string() }) });

/** Null: not what Twilio sends. Events that we do not know, and sound that is not the caller's, are `other`. */
export function readMessage(text: string): StreamMessage | null {
  const message = jsonOf(text);
  if (message === null || typeof message !== 'object' || !('event' in message)) return null;
  switch (message.event) {
    case 'media':
      return readMedia(message);
    case 'mark': {
      const read = markSchema.safeParse(message);
      return read.success ? { event: 'mark', name: read.data.mark.name } : null;
    }
    case 'dtmf': {
      const read = keySchema.safeParse(message);
      return read.success ? { event: 'dtmf', key: read.data.dtmf.digit } : { event: 'other' };
    }
    case 'start':
      return readStart(message);
    case 'stop':
      return { event: 'stop' };
    default:
      return { event: 'other' };
  }
}

function readStart(message: object): StreamMessage | null {
  const read = startSchema.safeParse(message);
  if (!read.success) return null;
  const { streamSid: stream, accountSid: account, callSid: call, customParameters } = read.data.start;
  return { event: 'start', stream, account, call, ticket: customParameters.token };
}

function readMedia(message: object): StreamMessage {
  const read = mediaSchema.safeParse(message);
  return read.success ? { event: 'media', payload: read.data.media.payload } : { event: 'other' };
}
