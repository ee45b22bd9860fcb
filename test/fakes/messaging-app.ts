import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { replyKinds } from '../../bot/types.ts';
import { bodyOf } from './zalo-wire.ts';

export const appSecret = 'khoa-chung-cua-mot-cua-va-ung-dung-cua-tinh';

const replySchema = z.strictObject({
  kind: z.enum(replyKinds),
  text: z.string(),
  choices: z.array(z.strictObject({ label: z.string().min(1), say: z.string().min(1) })),
  sources: z.array(z.strictObject({ code: z.string(), title: z.string(), section: z.string(), url: z.string(), date: z.iso.date() })),
  dossier: z.string().nullable(),
  files: z.array(
    z.strictObject({
      kind: z.enum(['pdf', 'docx', 'ics']),
      label: z.string(),
      name: z.string(),
      // Whole where our server knows its own address.
      url: z.string().regex(/^(https?:\/\/[^/]+)?\/channels\/messaging\/files\?link=/),
      expires: z.iso.datetime(),
    }),
  ),
  plain: z.array(z.string().min(1).max(2_000)),
});
const eventSchema = z.strictObject({
  event: z.literal('reply'),
  id: z.string().min(1),
  person: z.string().min(1),
  inReplyTo: z.string().min(1).nullable(),
  at: z.iso.datetime(),
  reply: replySchema,
});
export type AppReply = z.infer<typeof eventSchema>;

type Instead = { status: number; headers?: Record<string, string> };

/** An agency's own app, as `connectors/messaging/openapi.yaml` asks for it: it says what people say, takes what is answered, and has files of its own. */
export type FakeApp = {
  /** Its callback. */
  url: string;
  /** The host and port of its files. */
  port: number;
  files: Map<string, { status: number; bytes: Uint8Array; headers?: Record<string, string> }>;
  replies: AppReply[];
  faults: string[];
  instead: Instead[];
  blocked: Set<string>;
  /** Posts to our server as it is, signed unless said otherwise. The status. */
  post(
    server: string,
    client: string,
    body: unknown,
    signing?: { secret?: string; at?: number; headers?: Record<string, string> },
  ): Promise<Response>;
  close(): Promise<void>;
};

export async function fakeApp(secret = appSecret): Promise<FakeApp> {
  const fake: FakeApp = {
    url: '',
    port: 0,
    files: new Map(),
    replies: [],
    faults: [],
    instead: [],
    blocked: new Set(),
    post: async (server, client, body, { secret: own = secret, at = Math.floor(Date.now() / 1000), headers = {} } = {}) => {
      const bytes = body instanceof Buffer ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      return fetch(`${server}/channels/messaging/${client}/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-timestamp': String(at),
          'x-signature': signed(own, String(at), bytes),
          ...headers,
        },
        body: Uint8Array.from(bytes),
      });
    },
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
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  fake.port = port;
  fake.url = `http://127.0.0.1:${port}/callback`;
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bodyOf(request);
    if (request.method === 'GET') {
      const file = fake.files.get(request.url ?? '');
      return void response.writeHead(file?.status ?? 404, file?.headers).end(file?.bytes);
    }
    if (request.url !== '/callback' || !isSigned(request, bytes)) {
      fake.faults.push('not signed, or elsewhere');
      return void response.writeHead(401).end();
    }
    const instead = fake.instead.shift();
    if (instead !== undefined) return void response.writeHead(instead.status, instead.headers).end();
    const read = eventSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    if (!read.success) {
      fake.faults.push(z.prettifyError(read.error));
      return void response.writeHead(400).end();
    }
    if (fake.blocked.has(read.data.person)) return void response.writeHead(403).end();
    // What came before is not shown again.
    if (!fake.replies.some(({ id }) => id === read.data.id)) fake.replies.push(read.data);
    response.writeHead(204).end();
  }

  function isSigned({ headers }: IncomingMessage, bytes: Buffer): boolean {
    const timestamp = String(headers['x-timestamp']);
    const [given, right] = [Buffer.from(String(headers['x-signature'])), Buffer.from(signed(secret, timestamp, bytes))];
    return Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300 && given.length === right.length && timingSafeEqual(given, right);
  }
}

export function signed(secret: string, timestamp: string, body: Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

export function messageOf(person: string, text: string, id: string = randomUUID()): { id: string; person: string; text: string } {
  return { id, person, text };
}
