import { z } from 'zod';
import { fileName, type MessageFile, paperLimits } from '../../bot/paper-types.ts';
import { jsonOf } from '../json-text.ts';
import { isHostIn } from '../safe-download.ts';

/** `ref` of a file and of a voice note is its address yet. */
export type IncomingMessage = {
  id: string;
  person: string;
  text: string;
  files: MessageFile[];
  voice: { ref: string; seconds?: number } | null;
};

/** What is wrong with a body, by field; never what stood there. */
export type Fault = { field: string; fault: string };

export type ReadMessage = { kind: 'message'; message: IncomingMessage } | { kind: 'ignored' } | { kind: 'wrong'; faults: Fault[] };

const event = z.object({ event: z.string('must be a text').default('message') }, 'must be a JSON object');
const token = z
  .string('must be a text')
  .regex(/^[\x21-\x7e]{1,128}$/, 'must be 1 to 128 letters, digits and signs of ASCII, without blanks');

/** Reads a body whose signature was right; an event other than `message` is ignored. `hosts`: where its files may be. */
export function readMessage(body: Buffer, hosts: string[]): ReadMessage {
  const value = jsonOf(body);
  const told = event.safeParse(value);
  if (!told.success) return wrong(told.error);
  if (told.data.event !== 'message') return { kind: 'ignored' };
  const read = messageSchema(hosts).safeParse(value);
  if (!read.success) return wrong(read.error);
  const { files, voice, ...said } = read.data;
  const message: IncomingMessage = {
    ...said,
    files: files.map(({ url, name }) => ({ ref: url, name: fileName(name), size: 0 })),
    voice: voice === undefined ? null : { ref: voice.url, ...(voice.seconds !== undefined && { seconds: voice.seconds }) },
  };
  return { kind: 'message', message };
}

function messageSchema(hosts: string[]) {
  const url = z
    .string('must be a text')
    .max(2_000, 'must be 2,000 characters at most')
    .refine((text) => URL.canParse(text) && isHostIn(hosts, new URL(text).hostname), 'must be at a host that is set up for this client');
  const name = z.string('must be a text').max(300, 'must be 300 characters at most').default('');
  const file = z.object({ url, name }, 'must be an object');
  const seconds = z.number('must be a number').min(0, 'must be a number of seconds').max(86_400, 'must be a number of seconds').optional();
  return z
    .object({
      id: token,
      person: token,
      text: z.string('must be a text').max(20_000, 'must be 20,000 characters at most').default(''),
      files: z.array(file, 'must be a list').max(paperLimits.count, `must be ${paperLimits.count} at most`).default([]),
      voice: z.object({ url, seconds }, 'must be an object').optional(),
    })
    .refine(({ text, files, voice }) => text.trim() !== '' || files.length > 0 || voice !== undefined, {
      path: ['text'],
      message: 'is needed where neither files nor a voice note come',
    });
}

function wrong({ issues }: z.ZodError): ReadMessage {
  return { kind: 'wrong', faults: issues.map(({ path, message }) => ({ field: fieldOf(path), fault: message })) };
}

/** `files[0].url`; the body as a whole is `body`. */
function fieldOf(path: PropertyKey[]): string {
  const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return field === '' ? 'body' : field.replace(/^\./, '');
}
