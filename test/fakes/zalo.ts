import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTeller, events, type Teller } from './zalo-events.ts';
import { type Button, buttonsOf, type Cs, csSchema, fileIdOf, templateSchema } from './zalo-messages.ts';
import { type FakeOAuth, fakeOAuth, zaloApp } from './zalo-oauth.ts';
import { bodyOf, json } from './zalo-wire.ts';

export type SentCs = { person: string; text: string; buttons: Button[]; file: { name: string; bytes: Buffer } | null; id: string };
export type SentTemplate = { person: string; template: string; data: Record<string, string> };

/** What the next calls are answered instead: a code in an HTTP 200, or a status; null: as usual. */
export type Instead = { code: number } | { status: number } | null;

/** The OA API, its uploads, its sign-in and its webhook. It takes what the platform takes: anything else is refused and is a fault. */
export type FakeZalo = {
  url: string;
  oauth: FakeOAuth;
  teller: Teller;
  sent: SentCs[];
  templates: SentTemplate[];
  faults: string[];
  instead: Instead[];
  /** The code that every message to this person is refused with. */
  refuses: Map<string, number>;
  /** The parameters of the approved template, each with the most characters it may have. */
  template: Record<string, number>;
  /** Calls a minute; more are refused with -32. */
  perMinute: number;
  /** Whether each send is told to the webhook: its echo, received, seen. */
  echoes: boolean;
  /** Puts a file where people's files stand (`mediaHost`): its address. */
  keepMedia(bytes: Uint8Array): string;
  close(): Promise<void>;
};

/** A name that leads to this server in tests alone. */
export const mediaHost = 'f9-file.zdn.vn';

const megabyte = 1024 * 1024;
const uploads: Record<string, { pattern: RegExp; most: number; key: string }> = {
  '/v2.0/oa/upload/image': { pattern: /\.(jpe?g|png)$/i, most: megabyte, key: 'attachment_id' },
  '/v2.0/oa/upload/file': { pattern: /\.(pdf|docx?)$/i, most: 5 * megabyte, key: 'token' },
};

export async function fakeZalo(): Promise<FakeZalo> {
  const faults: string[] = [];
  const oauth = fakeOAuth(faults);
  const kept = new Map<string, { name: string; bytes: Buffer }>();
  const media = new Map<string, Uint8Array>();
  const calls: number[] = [];
  const echoing = new Set<Promise<unknown>>();
  const fake: FakeZalo = {
    url: '',
    oauth,
    teller: createTeller(),
    sent: [],
    templates: [],
    faults,
    instead: [],
    refuses: new Map(),
    template: { ma_ho_so: 30, trang_thai: 30 },
    perMinute: 4_000,
    echoes: true,
    keepMedia: (bytes) => {
      const path = `/media/${randomUUID()}`;
      media.set(path, bytes);
      return `http://${mediaHost}${path}`;
    },
    close: async () => {
      await Promise.all(echoing);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      faults.push(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  fake.url = `http://127.0.0.1:${port}`;
  return fake;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (await oauth.answer(request, response, path)) return;
    const file = media.get(path);
    if (request.method === 'GET' && request.headers.host === mediaHost && file !== undefined) return void response.end(file);
    const body = await bodyOf(request);
    const instead = fake.instead.shift() ?? null;
    if (instead !== null && 'status' in instead) return json(response, { error: 'broken' }, instead.status);
    const rate = { 'X-RateLimit-Limit': String(fake.perMinute), 'X-RateLimit-Remain': String(Math.max(0, fake.perMinute - countCall())) };
    const refusal = instead !== null ? instead.code : refusalOf(request);
    const said = refusal !== 0 ? { error: refusal, message: 'said otherwise each time' } : done(path, request, body);
    json(response, said, 200, rate);
  }

  function countCall(): number {
    const now = Date.now();
    while ((calls[0] ?? now) < now - 60_000) calls.shift();
    return calls.push(now);
  }

  function refusalOf({ method, headers }: IncomingMessage): number {
    if (method !== 'POST' || headers.authorization !== undefined) faults.push('a wrong way to ask');
    const token = headers.access_token;
    if (typeof token !== 'string' || token !== oauth.access) return -216;
    if (Date.now() > oauth.accessUntil) return -220;
    const proof = headers.appsecret_proof;
    if (proof !== undefined && proof !== createHmac('sha256', zaloApp.secret).update(token).digest('hex')) return -242;
    return calls.length > fake.perMinute ? -32 : 0;
  }

  function done(path: string, request: IncomingMessage, body: Buffer): object {
    const upload = uploads[path];
    if (upload !== undefined) return uploaded(upload, request, body);
    if (request.headers['content-type'] !== 'application/json') faults.push('a wrong type');
    if (path === '/v3.0/oa/message/cs') return said(csSchema.safeParse(JSON.parse(body.toString('utf8'))).data);
    if (path === '/v3.0/oa/message/template') return told(JSON.parse(body.toString('utf8')));
    return wrong(`no such way: ${path}`);
  }

  function wrong(fault: string, error = -201): object {
    faults.push(fault);
    return { error, message: 'Parameter is invalid' };
  }

  function said(cs: Cs | undefined): object {
    if (cs === undefined) return wrong('a wrong message');
    const person = cs.recipient.user_id;
    const refusal = fake.refuses.get(person);
    if (refusal !== undefined) return { error: refusal, message: 'no' };
    const fileId = fileIdOf(cs);
    const file = fileId === null ? null : kept.get(fileId);
    if (file === undefined) return { error: -100, message: 'attachment expired' };
    const text = 'text' in cs.message ? (cs.message.text ?? '') : '';
    const id = randomUUID();
    fake.sent.push({ person, text, buttons: buttonsOf(cs), file, id });
    if (fake.echoes) echo(person, text, id);
    return {
      error: 0,
      message: 'Success',
      data: { message_id: id, user_id: person, sent_time: String(Date.now()), quota: { quota_type: 'reply' } },
    };
  }

  /** As the platform does after each send: none of these may be answered. */
  function echo(person: string, text: string, id: string): void {
    const { tell } = fake.teller;
    const seen = { sender: { id: zaloApp.account }, recipient: { id: person } };
    const all = [
      events.echo(person, text, { id }),
      events.named('user_received_message', { ...seen, message: { msg_id: id } }),
      events.named('user_seen_message', { ...seen, message: { msg_ids: [id] } }),
    ].map((event) => tell(event));
    for (const one of all) echoing.add(one.finally(() => echoing.delete(one)));
  }

  function told(body: unknown): object {
    const read = templateSchema.safeParse(body);
    if (!read.success) return wrong('a wrong template message');
    const { user_id: person, template_id: template, template_data: data } = read.data;
    for (const [name, most] of Object.entries(fake.template)) {
      if (data[name] === undefined) return wrong(`no ${name}`, -1122);
      if (data[name].length > most) return wrong(`${name} too long`, -1121);
    }
    const refusal = fake.refuses.get(`template ${person}`);
    if (refusal !== undefined) return { error: refusal, message: 'no' };
    fake.templates.push({ person, template, data });
    return { error: 0, message: 'Success', data: { msg_id: randomUUID(), sent_time: String(Date.now()), sending_mode: '1' } };
  }

  function uploaded(
    { pattern, most, key }: { pattern: RegExp; most: number; key: string },
    request: IncomingMessage,
    body: Buffer,
  ): object {
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1];
    const file = boundary === undefined ? null : fileIn(body, boundary);
    if (file === null || !pattern.test(file.name)) return wrong('a wrong upload');
    if (file.bytes.length > most) return wrong('a large upload', -210);
    const id = randomUUID();
    kept.set(id, file);
    return { error: 0, message: 'Success', data: { [key]: id } };
  }
}

/** The one field `file` of a form, with its name; null where there is another or none. */
function fileIn(body: Buffer, boundary: string): { name: string; bytes: Buffer } | null {
  const head = body.indexOf('\r\n\r\n');
  const name = /name="file"; filename="([^"]+)"/.exec(body.subarray(0, head).toString('utf8'))?.[1];
  const end = body.indexOf(`\r\n--${boundary}--`);
  if (name === undefined || end < 0 || body.indexOf(`\r\n--${boundary}\r\n`, head) >= 0) return null;
  return { name, bytes: body.subarray(head + 4, end) };
}
