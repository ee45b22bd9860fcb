import { fileURLToPath } from 'node:url';
import express, { type Express, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { paperLimits } from '../../bot/paper-types.ts';
import type { Channel, Drafts, History } from '../../bot/ports.ts';
import type { Message } from '../../bot/types.ts';
import { draftRoutes } from './drafts.ts';
import { ownId, pageEntry } from './entry.ts';
import { fileRoutes, type WebUploads } from './files.ts';
import { limitMessages, type MessageLimits } from './limits.ts';
import { networkOf } from './network.ts';
import type { Push } from './push.ts';
import { pushRoutes } from './push-routes.ts';
import { personOf } from './session.ts';
import { createStreams } from './streams.ts';

export type WebchatOptions = {
  history: History;
  log: Logger;
  /** What network addresses are told apart by, and not known by. */
  networkKey: Buffer;
  /** Tells who has the page closed. */
  push: Push;
  limits: MessageLimits;
  /** Files that wait for the message that names them. */
  uploads: WebUploads;
  /** The printed forms of filings. */
  drafts: Drafts;
};
export type Webchat = {
  channel: Channel;
  /** `receive` resolves when the message is durable. */
  routes(receive: (message: Message) => Promise<unknown>): (app: Express) => void;
  close(): void;
};

const channelName = 'web';
const page = fileURLToPath(new URL('./page/', import.meta.url));
const bodyLimit = '64kb';
/** All that a push says: anyone may look over a shoulder at a locked screen. */
const dossierNews = 'Hồ sơ bạn theo dõi có thay đổi';
const otherNews = 'Bạn có tin mới';
const fileLimits = { person: 60, network: 300, windowMs: 3_600_000 };
const messageSchema = z.object({
  id: z.string().regex(/^[\w-]{8,64}$/),
  text: z.string().max(20_000),
  files: z
    .array(z.string().regex(/^[\w-]{20,40}$/))
    .max(paperLimits.count)
    .refine((refs) => new Set(refs).size === refs.length)
    .default([]),
});

/** The chat page and its API. A reply is delivered when it is recorded: the page reads the record, live or on its next visit. */
export function createWebchat({ history, log, networkKey, push, limits, uploads, drafts }: WebchatOptions): Webchat {
  const streams = createStreams(channelName, history, log);
  const channel: Channel = {
    name: channelName,
    send: async ({ person, inReplyTo, reply }) => {
      const isThere = streams.wake(person);
      // Replies are waited for at the page; only what is said unprompted goes after the citizen.
      if (!isThere && inReplyTo === null) push.tell(person, reply.kind === 'status' ? dossierNews : otherNews);
    },
  };

  const routes = (receive: (message: Message) => Promise<unknown>) => (app: Express) => {
    app.use('/', (_request, response, next) => {
      for (const [name, value] of securityHeaders) response.setHeader(name, value);
      next();
    });
    app.get('/chat/history', async (request, response) => {
      const person = personOf(request, response);
      const entries = (await history.read(channelName, person, numberIn(request.query.after), 200)).map(pageEntry);
      response.set('Cache-Control', 'no-store').json({ entries, last: entries.at(-1)?.id ?? numberIn(request.query.after) });
    });
    app.get('/chat/events', (request, response) => {
      const person = personOf(request, response);
      openEvents(response);
      streams.open(person, Math.max(numberIn(request.query.after), numberIn(request.headers['last-event-id'])), response);
    });
    const limited = limitMessages(limits, { person: visitorOf, network: ({ ip }) => networkOf(ip, networkKey) });
    app.post('/chat/messages', ...limited, express.json({ limit: bodyLimit }), async (request, response) => {
      const person = visitorOf(request, response);
      const read = messageSchema.safeParse(request.body);
      if (!read.success) {
        response.status(400).json({ error: 'Tin gửi lên không đúng dạng.', english: 'The message is not in the right format.' });
        return;
      }
      const network = networkOf(request.ip, networkKey);
      const id = ownId(person, read.data.id);
      const refs = read.data.files;
      const files = refs.length === 0 ? [] : await uploads.claim({ channel: channelName, person }, refs, id);
      if (files === null) {
        response.status(409).json(filesGone);
        return;
      }
      const own = { channel: channelName, id, person, text: read.data.text, ...(files.length > 0 && { files }) };
      await receive(network === undefined ? own : { ...own, network });
      streams.wake(person);
      response.status(202).json({ accepted: true });
    });
    app.delete('/chat/conversation', async (request, response) => {
      await history.forget(channelName, personOf(request, response));
      response.status(204).end();
    });
    const network = ({ ip }: Request) => networkOf(ip, networkKey);
    fileRoutes({ uploads, channel: channelName, person: visitorOf, network, limits: fileLimits })(app);
    draftRoutes({ drafts, channel: channelName, person: visitorOf })(app);
    pushRoutes(push)(app);
    app.use(express.static(page, { maxAge: '1h', index: 'index.html' }));
  };

  return { channel, routes, close: streams.close };
}

const filesGone = {
  error: 'Tệp gửi kèm không còn ở máy chủ. Bạn chọn lại tệp rồi gửi.',
  english: 'The attached files are no longer on the server. Please choose them again and send.',
};

/** Asked more than once for one request: a visitor without a token gets one, not several. */
function visitorOf(request: Request, response: Response): string {
  response.locals.person ??= personOf(request, response);
  return String(response.locals.person);
}

function openEvents(response: Response): void {
  response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
}

function numberIn(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

const securityHeaders: [string, string][] = [
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
];
