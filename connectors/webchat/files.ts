import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express';
import { fileName, type MessageFile, paperLimits } from '../../bot/paper-types.ts';
import { limitMessages, type MessageLimits } from './limits.ts';

/** Where files wait for the message that names them. */
export type WebUploads = {
  put(from: From, name: string, bytes: Uint8Array): Promise<{ kind: 'kept'; ref: string } | { kind: 'full' } | { kind: 'no-room' }>;
  claim(from: From, refs: string[], messageId: string): Promise<MessageFile[] | null>;
  drop(from: From, ref: string): Promise<void>;
};

export type FileParts = {
  uploads: WebUploads;
  channel: string;
  person(request: Request, response: Response): string;
  network(request: Request): string | undefined;
  /** How many files an hour. */
  limits: MessageLimits;
};

type From = { channel: string; person: string };

/** Each is held in memory until it is stored. */
const mostAtOnce = 8;
// Not a type that a form of another site can send: a browser asks us first, and is told no.
const bytesType = 'application/octet-stream';

/** Takes files from the page, one a request: the bytes as the body, the name in `X-File-Name`, percent-encoded. Durable before it is answered. */
export function fileRoutes({ uploads, channel, person, network, limits }: FileParts): (app: Express) => void {
  const read = express.raw({ type: bytesType, limit: paperLimits.bytes, inflate: false });
  return (app) => {
    app.post(
      '/chat/files',
      // First: who is told to come again in a moment has not been counted.
      atMost(mostAtOnce, network),
      ...limitMessages(limits, { person, network }, tooOften),
      read,
      async (request, response) => {
        const bytes: unknown = request.body;
        if (!(bytes instanceof Buffer)) return say(response, request.is(bytesType) === false ? 415 : 400);
        if (bytes.length === 0) return say(response, 400);
        const put = await uploads.put({ channel, person: person(request, response) }, nameIn(request), bytes);
        if (put.kind !== 'kept') return say(response, put.kind === 'full' ? 409 : 507);
        response.status(201).json({ ref: put.ref });
      },
    );
    app.delete('/chat/files/:ref', async (request, response) => {
      await uploads.drop({ channel, person: person(request, response) }, request.params.ref);
      response.status(204).end();
    });
    app.use('/chat/files', tooBig);
  };
}

/**
 * Requests at the same time beyond that wait outside: they are told when to come again. A slow one keeps its place for minutes, so that one network
 * address has half of the places at most.
 */
function atMost(most: number, network: FileParts['network']): RequestHandler {
  const under: string[] = [];
  return (request, response, next) => {
    const from = network(request) ?? '';
    if (under.length >= most || under.filter((each) => each === from).length >= most / 2) {
      response.set('Retry-After', '5');
      return say(response, 503);
    }
    under.push(from);
    response.once('close', () => under.splice(under.indexOf(from), 1));
    next();
  };
}

const tooBig: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (response.headersSent || status !== 413) return next(error);
  // What is still on its way is not waited for.
  response.set('Connection', 'close');
  say(response, 413);
};

function nameIn(request: Request): string {
  const given = request.get('x-file-name') ?? '';
  try {
    return fileName(decodeURIComponent(given.slice(0, 2_000)));
  } catch {
    return fileName(''); // not percent-encoded: a name is for the eye alone
  }
}

function say(response: Response, status: keyof typeof sentences): void {
  response.status(status).json(sentences[status]);
}

const tooOften = {
  error: 'Bạn hoặc mạng bạn đang dùng gửi nhiều tệp quá. Bạn chờ một lát rồi gửi tiếp.',
  english: 'Too many files from you or from the network you use. Please wait a while.',
};

const sentences = {
  400: {
    error: 'Tệp rỗng hoặc không đọc được. Bạn chọn lại tệp.',
    english: 'The file is empty or could not be read. Please choose it again.',
  },
  409: {
    error: 'Đang có đủ 10 tệp hoặc 40 MB chờ gửi. Bạn gửi hoặc bỏ bớt rồi thêm tiếp.',
    english: '10 files or 40 MB are waiting to be sent. Send or remove some first.',
  },
  413: { error: 'Tệp nặng quá 10 MB. Bạn chọn tệp nhẹ hơn.', english: 'The file is larger than 10 MB. Please choose a lighter one.' },
  415: { error: 'Tệp gửi lên không đúng dạng.', english: 'The file was not sent in the right way.' },
  503: { error: 'Máy chủ đang bận, tệp chưa nhận được.', english: 'The server is busy and did not take the file.' },
  507: {
    error: 'Máy chủ đang hết chỗ, chưa nhận được tệp này. Tin chữ vẫn gửi được, tệp bạn gửi lại sau.',
    english: 'The server is out of room and did not take this file. Words are still taken; please send the file later.',
  },
} as const;
