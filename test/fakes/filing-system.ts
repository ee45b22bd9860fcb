import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with the next request to make a dossier. `lost`: it is made, and nobody hears of it. */
export type CreateTrouble = 'html' | 'slow' | 'lost' | 'dropped' | 'busy' | 'failing' | 'refused' | 'no-code' | 'full';

export type Made = {
  reference: string;
  dossier: string;
  body: Record<string, unknown>;
  files: { name: string; size: number; start: string }[];
};

/** A system that takes filings, on a real socket: files first, then the dossier, or all of it at once. */
export type FilingSystem = {
  baseUrl: string;
  /** Every dossier that was made, twice the same draft included. */
  made: Made[];
  counts: { creates: number; uploads: number; signIns: number; lookUps: number };
  /** The next requests for a dossier, in order. */
  trouble(...next: CreateTrouble[]): void;
  /** The upload with this number (from 0) fails once. */
  failUpload(place: number): void;
  /** Tokens given so far are taken no longer. */
  expireTokens(): void;
  /** What asks for a made dossier gets no answer. */
  lookUpsFail(on: boolean): void;
  /** Lets slow answers go. */
  release(): void;
  close(): Promise<void>;
};

export const refusalReason = 'Thiếu bản chính giấy chứng sinh';
const page = '<!DOCTYPE html><html><body>Request Rejected</body></html>';

/** `knows`: it makes one dossier of one draft, however often it is sent. */
export async function startFilingSystem({ knows = false }: { knows?: boolean } = {}): Promise<FilingSystem> {
  const made: Made[] = [];
  const counts = { creates: 0, uploads: 0, signIns: 0, lookUps: 0 };
  const troubles: CreateTrouble[] = [];
  const tokens = new Set<string>();
  const files = new Map<string, { name: string; size: number; start: string }>();
  const failing = new Set<number>();
  let lookUpsFail = false;
  const released = Promise.withResolvers<void>();

  async function signIn(seen: Seen, response: ServerResponse): Promise<void> {
    counts.signIns += 1;
    const basic = `Basic ${Buffer.from('client:s3cret-s3cret').toString('base64')}`;
    if (seen.headers.authorization !== basic || !seen.body.toString().includes('grant_type=client_credentials'))
      return reply(response, 401, {});
    const token = `token-${counts.signIns}`;
    tokens.add(token);
    reply(response, 200, { access_token: token, expires_in: 3600 });
  }

  async function upload(seen: Seen, response: ServerResponse): Promise<void> {
    const place = counts.uploads;
    counts.uploads += 1;
    if (failing.delete(place)) {
      response.socket?.destroy();
      return;
    }
    const form = await new Response(new Uint8Array(seen.body), {
      headers: { 'content-type': seen.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('files');
    if (!(file instanceof File)) return reply(response, 400, { message: 'no file' });
    const id = `file-${place}`;
    const bytes = Buffer.from(await file.arrayBuffer());
    files.set(id, { name: file.name, size: bytes.length, start: bytes.subarray(0, 4).toString('latin1') });
    reply(response, 200, [{ id, filename: file.name, size: bytes.length }]);
  }

  async function create(seen: Seen, response: ServerResponse): Promise<void> {
    counts.creates += 1;
    const body: Record<string, unknown> = JSON.parse(seen.body.toString());
    const trouble = troubles.shift();
    if (trouble === 'dropped') return void response.socket?.destroy();
    if (trouble === 'busy') return void response.writeHead(503).end(page);
    if (trouble === 'full') return reply(response, 429, { message: 'too many' });
    if (trouble === 'refused') return reply(response, 400, { message: refusalReason });
    const dossier = make(body);
    if (trouble === 'lost') return void response.socket?.destroy();
    if (trouble === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    if (trouble === 'failing') return reply(response, 500, { message: 'NullPointerException' });
    if (trouble === 'no-code') return reply(response, 200, { data: {} });
    if (trouble === 'slow') {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"code":');
      await released.promise;
      response.end(JSON.stringify(dossier).concat('}'));
      return;
    }
    reply(response, 201, { code: dossier });
  }

  function make(body: Record<string, unknown>): string {
    const reference = String(body.externalCode ?? body.maThamChieu);
    const known = knows ? made.find((one) => one.reference === reference) : undefined;
    if (known !== undefined) return known.dossier;
    const dossier = `H40.23.08-261122-${String(made.length + 1).padStart(4, '0')}`;
    made.push({ reference, dossier, body, files: filesIn(body) });
    return dossier;
  }

  function filesIn(body: Record<string, unknown>): Made['files'] {
    const handed = [...JSON.stringify(body).matchAll(/"id":"(file-\d+)"/g)].flatMap(([, id = '']) => files.get(id) ?? []);
    const within = Array.isArray(body.tep) ? body.tep : [];
    return [
      ...handed,
      ...within.map(({ ten, noiDung }: { ten: string; noiDung: string }) => {
        const bytes = Buffer.from(noiDung, 'base64');
        return { name: ten, size: bytes.length, start: bytes.subarray(0, 4).toString('latin1') };
      }),
    ];
  }

  async function lookUp(seen: Seen, response: ServerResponse): Promise<void> {
    counts.lookUps += 1;
    if (lookUpsFail) return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    const reference = new URLSearchParams(seen.query).get('ref') ?? '';
    // Like the real ones it searches by a part of the code.
    const found = made.filter((one) => one.reference.startsWith(reference.slice(0, -1)));
    reply(response, 200, { content: found.map((one) => ({ ref: one.reference, code: one.dossier })) });
  }

  const server = createServer(async (request, response) => {
    const seen = await seenOf(request);
    if (seen.path === '/token') return signIn(seen, response);
    const token = /^Bearer (.+)$/.exec(seen.headers.authorization ?? '')?.[1] ?? '';
    if (!tokens.has(token)) return reply(response, 401, { error: 'invalid_token' });
    if (seen.path === '/fi/file/--multiple') return upload(seen, response);
    if (seen.path === '/search') return lookUp(seen, response);
    return create(seen, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    made,
    counts,
    trouble: (...next) => void troubles.push(...next),
    failUpload: (place) => void failing.add(place),
    expireTokens: () => tokens.clear(),
    lookUpsFail: (on) => {
      lookUpsFail = on;
    },
    release: () => released.resolve(),
    close: async () => {
      released.resolve();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The settings of a target at such a system. */
export function targetSettings(
  kind: 'uploads, cannot be asked' | 'can be asked' | 'knows a draft again',
  baseUrl: string,
): Record<string, unknown> {
  const common = {
    name: 'fake-agency',
    agency: { vi: 'UBND phường Minh Họa', en: 'the People’s Committee of Minh Hoa ward' },
    places: { '*': { provinceId: 'p-1', communeId: 'c-1' } },
    baseUrl,
    auth: { kind: 'oauth2', tokenUrl: '/token', client: 'basic' },
  };
  if (kind === 'uploads, cannot be asked') {
    return {
      ...common,
      like: 'igate-v2',
      procedures: { '*': { procedureId: 'proc-9', formId: 'form-9' } },
      values: { paymentMethodId: 'direct' },
    };
  }
  return {
    ...common,
    procedures: { '*': {} },
    create: {
      path: '/api/CreateDossier',
      json: {
        maThamChieu: '{code}',
        maTTHC: '{procedure}',
        chuHoSo: { ten: '{child.name}', ngaySinh: '{child.birthDate.dmy}' },
        toKhai: { $each: 'fields', $as: { ma: '{field.id}', ten: '{field.label}', giaTri: '{field.shown}' } },
        tatCa: { $fields: 'value' },
        tep: { $each: 'files', $as: { ten: '{file.name}', loai: '{file.type}', cỡ: { $number: '{file.size}' }, noiDung: '{file.base64}' } },
      },
      dossier: 'code',
      refused: { reason: 'message' },
      idempotent: kind === 'knows a draft again',
    },
    ...(kind === 'can be asked' ? { lookUp: { path: '/search?ref={code}', record: 'content', reference: 'ref', dossier: 'code' } } : {}),
  };
}

type Seen = { path: string; query: string; headers: Record<string, string | undefined>; body: Buffer };

async function seenOf(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
  return { path, query, headers, body: Buffer.concat(chunks) };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));
}
