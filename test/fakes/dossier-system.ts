import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dossier } from '../../bot/dossier-types.ts';

/** A dossier as a test tells it to a fake system, which writes it in its own shape. Times are Vietnamese. */
export type Told = {
  code: string;
  procedure: { code: string; name: string };
  agency: string;
  status: number;
  said: string;
  received: string;
  due: string;
  finished: string;
  applicant: { name: string; phone: string; idNumber: string };
};
export type Raw = Record<string, unknown>;
export type Seen = { method: string; path: string; query: string; headers: Record<string, string | undefined>; body: string };
export type Answered = { status: number; body: unknown };

/** What makes one system different from the others. */
export type Shape = {
  like: string;
  own: Raw;
  secrets: Record<string, string>;
  signIn: { path: string; expected(): Partial<Seen>; answer(token: string): Answered; refuse: Answered } | null;
  /** The one request that is right for this code and token; anything else is refused. */
  expected(code: string, token: string): Partial<Seen>;
  codeIn(seen: Seen): string;
  tokenIn(seen: Seen): string;
  expired: Answered;
  record(told: Told): Raw;
  /** `all` of the records that its search finds. */
  answer(all: Raw[]): Answered;
  tells(told: Told): Partial<Dossier>;
};
/** `held` waits for `release`; the others spoil one answer each. */
export type Trouble = 'html' | 'huge' | 'slow' | 'dropped' | 'busy' | 'failing' | 'redirect' | 'held';

export type DossierSystem = {
  baseUrl: string;
  shape: Shape;
  holds(told: Told, change?: (record: Raw) => Raw): void;
  trouble(...next: Trouble[]): void;
  expireTokens(): void;
  release(): void;
  /** Resolves when so many requests for records have come. */
  reached(count: number): Promise<void>;
  /** Resolves when a request for a record was given up by the other side. */
  givenUp: Promise<void>;
  /** `refused`: what was wrong with requests. */
  counts: { asked: number; signIns: number; refused: string[]; bytes: number };
  close(): Promise<void>;
};

export const mostBytes = 64 * 1024 * 1024;
const page = '<!DOCTYPE html><html><body>Request Rejected</body></html>';

/** A system that holds dossiers, on a real socket: it takes requests in its own form alone. */
export async function startDossierSystem(shape: Shape): Promise<DossierSystem> {
  const records = new Map<string, Raw>();
  const tokens = new Set<string>(shape.signIn === null ? [''] : []);
  const troubles: Trouble[] = [];
  const counts = { asked: 0, signIns: 0, refused: [] as string[], bytes: 0 };
  const released = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<void>();
  let watchers: { count: number; resolve: () => void }[] = [];

  function signIn(seen: Seen, way: NonNullable<Shape['signIn']>): Answered {
    counts.signIns += 1;
    if (!isExactly(seen, way.expected())) return way.refuse;
    const token = `token-${counts.signIns}`;
    tokens.add(token);
    return way.answer(token);
  }

  async function tell(seen: Seen, response: ServerResponse): Promise<void> {
    counts.asked += 1;
    for (const watcher of watchers.filter(({ count }) => counts.asked >= count)) watcher.resolve();
    watchers = watchers.filter(({ count }) => counts.asked < count);
    const trouble = troubles.shift();
    if (trouble === 'held') await released.promise;
    else if (trouble !== undefined) return spoil(trouble, response);
    const token = shape.tokenIn(seen);
    if (!isExactly(seen, shape.expected(shape.codeIn(seen), token)))
      return reply(response, { status: 400, body: { error: 'bad request' } });
    if (!tokens.has(token)) return reply(response, shape.expired);
    // Like the real ones it searches by a part of the code.
    const found = [...records].filter(([code]) => code.includes(shape.codeIn(seen))).map(([, record]) => record);
    reply(response, shape.answer(found));
  }

  async function spoil(trouble: Exclude<Trouble, 'held'>, response: ServerResponse): Promise<void> {
    if (trouble === 'dropped') response.socket?.destroy();
    if (trouble === 'busy') response.writeHead(503).end(page);
    if (trouble === 'failing') reply(response, { status: 500, body: { message: 'NullPointerException' } });
    if (trouble === 'redirect') response.writeHead(302, { location: '/stolen' }).end();
    if (trouble === 'html') response.writeHead(200, { 'content-type': 'application/json' }).end(page);
    if (trouble === 'slow') response.writeHead(200, { 'content-type': 'application/json' }).write('{"content":[');
    if (trouble !== 'huge') return;
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"content":"');
    const closed = once(response, 'close');
    while (!response.destroyed && counts.bytes < mostBytes) {
      counts.bytes += 65_536;
      if (!response.write('a'.repeat(65_536))) await Promise.race([once(response, 'drain'), closed]);
    }
  }

  function isExactly(seen: Seen, expected: Partial<Seen>): boolean {
    const wrong = [
      ...(['method', 'path', 'query', 'body'] as const).filter((part) => seen[part] !== (expected[part] ?? '')),
      ...Object.entries(expected.headers ?? {})
        .filter(([name, value]) => seen.headers[name] !== value)
        .map(([name]) => name),
    ];
    counts.refused.push(...wrong);
    return wrong.length === 0;
  }

  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) givenUp.resolve();
    });
    const seen = await seenOf(request);
    if (shape.signIn !== null && seen.path === shape.signIn.path) return reply(response, signIn(seen, shape.signIn));
    await tell(seen, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    shape,
    holds: (told, change = (record) => record) => records.set(told.code, change(shape.record(told))),
    trouble: (...next) => troubles.push(...next),
    expireTokens: () => tokens.clear(),
    release: () => released.resolve(),
    reached: (count) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (counts.asked >= count) resolve();
      else watchers.push({ count, resolve });
      return promise;
    },
    givenUp: givenUp.promise,
    counts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function seenOf(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
  return { method: request.method ?? '', path, query, headers, body: Buffer.concat(chunks).toString('utf8') };
}

function reply(response: ServerResponse, { status, body }: Answered): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));
}
