import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A browser and its push service in one: as strict as RFC 8030, 8188, 8291 and 8292 are, but without TLS. */
export type PushService = {
  /** A new browser there: what its page gives to the server. */
  browser(): { endpoint: string; keys: { p256dh: string; auth: string } };
  /** What browsers were shown, by endpoint, in order. */
  shown: { endpoint: string; text: string; ttl: string }[];
  /** All that came, also what was answered with an error. */
  asked: string[];
  /** Why requests were refused. */
  faults: string[];
  /** What it answers instead of doing its work; 0: nothing at all. */
  answer: number | null;
  close(): void;
};

type Browser = { pair: ReturnType<typeof createECDH>; auth: Buffer };

export async function startPushService(key: () => Promise<string>): Promise<PushService> {
  const browsers = new Map<string, Browser>();
  let origin = '';
  const server = createServer(async (request, response) => {
    const endpoint = origin + request.url;
    service.asked.push(endpoint);
    if (service.answer === 0) return;
    const body = await bodyOf(request);
    try {
      if (service.answer === null) {
        checkSender(request, origin, await key());
        service.shown.push({ endpoint, text: textFor(browsers.get(endpoint), request, body), ttl: String(request.headers.ttl) });
      }
      response.writeHead(service.answer ?? 201).end();
    } catch (error) {
      service.faults.push(String(error));
      response.writeHead(400).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server that listens has a port
  const service: PushService = {
    browser: () => {
      const pair = createECDH('prime256v1');
      const p256dh = pair.generateKeys('base64url');
      const auth = randomBytes(16);
      const endpoint = `${origin}/push/${randomBytes(24).toString('base64url')}`;
      browsers.set(endpoint, { pair, auth });
      return { endpoint, keys: { p256dh, auth: auth.toString('base64url') } };
    },
    shown: [],
    asked: [],
    faults: [],
    answer: null,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return service;
}

const claimsSchema = z.object({ aud: z.string(), exp: z.number(), sub: z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/.+)$/) });

function checkSender({ method, headers }: IncomingMessage, origin: string, key: string): void {
  need(method === 'POST', 'method');
  need(/^\d+$/.test(String(headers.ttl)), 'TTL');
  need(headers.topic === undefined || /^[\w-]{1,32}$/.test(String(headers.topic)), 'topic');
  const [, token = '', sender = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
  need(sender === key, 'a stranger’s key');
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(sender, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  need(JSON.parse(textOf(head)).alg === 'ES256', 'algorithm');
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  need(signed, 'signature');
  const { aud, exp } = claimsSchema.parse(JSON.parse(textOf(body)));
  const left = exp - Date.now() / 1000;
  need(aud === origin, 'audience');
  need(left > 0 && left <= 86_400, 'expiry');
}

/** One record of `aes128gcm`: salt 16, record size 4, length of the key 1, the sender's key 65, then what is encrypted. */
function textFor(browser: Browser | undefined, { headers }: IncomingMessage, body: Buffer): string {
  need(headers['content-encoding'] === 'aes128gcm', 'content encoding');
  need(Number(headers['content-length']) === body.length && body.length <= 4_096, 'length');
  need(body[20] === 65, 'length of the key');
  if (browser === undefined) throw new Error('no such browser');
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 86);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.pair.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', browser.pair.computeSecret(sender), browser.auth, info, 32));
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
  const opening = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
  opening.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([opening.update(body.subarray(86, -16)), opening.final()]);
  const end = plain.lastIndexOf(2);
  need(end >= 0 && plain.subarray(end + 1).every((byte) => byte === 0), 'padding');
  return plain.subarray(0, end).toString('utf8');
}

function need(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function textOf(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}
