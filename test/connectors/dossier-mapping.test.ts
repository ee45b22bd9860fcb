import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { OperatorError, Unavailable } from '../../bot/errors.ts';
import { createHttpSource } from '../../connectors/dossiers/http-source.ts';
import { readMapping, shipped } from '../../connectors/dossiers/read-mapping.ts';
import { createTokenStore } from '../fakes/token-store.ts';

const own = {
  name: 'so-xay-dung',
  agencies: ['H40.23'],
  baseUrl: 'http://127.0.0.1:1/api/',
  auth: { kind: 'header', header: 'x-api-key', prefix: 'Key ' },
  request: { method: 'GET', path: '/ho-so/{code}?unit={unit}' },
  values: { unit: 'a&b' },
  answer: { record: 'data', notFound: { statuses: [404], when: [{ at: 'found', values: ['false', '0'] }] } },
  dates: ['dd/MM/yyyy'],
  statuses: { 'Đang giải quyết': 4, '07': 7 },
  fields: { code: 'ma', status: 'trangThai', receivedAt: 'ngayNhan', idNumber: 'cccd', phone: 'sdt', pin: 'pin' },
};
const code = 'H40.23.08-250715-0012';
let close = async () => {};
afterEach(() => close());

/** A system that answers as the test says, and the requests that it had. */
async function sourceOf(change: object, answer: { status: number; body: string }) {
  const seen: { url: string | undefined; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push({ url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  const mapping = readMapping({ ...own, baseUrl: `http://127.0.0.1:${port}/api/`, ...change });
  const unread: string[] = [];
  const source = createHttpSource({
    mapping,
    secrets: { key: 'k-s3cret', clientId: 'me', clientSecret: 'k-s3cret', accessKey: 'ak', secretKey: 'sk' },
    pauseMs: 1,
    tokens: createTokenStore(Date.now),
    now: Date.now,
    onUnread: (name, field) => unread.push(`${name} ${field}`),
  });
  return { seen, unread, find: () => source.find(code, new AbortController().signal) };
}

function told(record: object): { status: number; body: string } {
  return { status: 200, body: JSON.stringify({ data: { ma: code, ...record } }) };
}

describe('a mapping', () => {
  it('is shipped for four systems, to which an agency adds its name, codes and address', () => {
    for (const like of Object.keys(shipped)) {
      const mapping = readMapping({ like, name: 'tinh-minh-hoa', agencies: ['H40'], baseUrl: 'https://lgsp.example.vn' });
      expect(mapping).toMatchObject({ name: 'tinh-minh-hoa', baseUrl: 'https://lgsp.example.vn' });
      expect(mapping.about).not.toBe('');
    }
  });

  it('takes single fields of its own beside those of the mapping that it is like', () => {
    const base = { like: 'igate-v1', name: 'huyen', agencies: ['H40'], baseUrl: 'https://a.example.vn' };
    const mapping = readMapping({ ...base, fields: { dueAt: 'ngaytraketqua', returnedAt: [] }, auth: { kind: 'header', header: 'x-key' } });
    expect(mapping.fields).toMatchObject({ dueAt: ['ngaytraketqua'], returnedAt: [], name: ['tccn_ten'] });
    expect(mapping.auth).toEqual({ kind: 'header', header: 'x-key', prefix: '' });
  });

  it.each([
    ['an unknown field', { fields: { ...own.fields, colour: 'mau' } }],
    ['a status that is not national', { statuses: { x: 11 } }],
    ['an agency that is none', { agencies: ['Hà Nội'] }],
    ['a name in braces that nothing fills', { request: { method: 'GET', path: '/{code}/{secret}' } }],
    ['a request without the code', { request: { method: 'GET', path: '/all' } }],
    ['a password in the address', { baseUrl: 'https://user:s3cret@a.example.vn' }],
    ['another scheme than HTTP', { baseUrl: 'file:///etc/passwd' }],
    ['a GET with a body', { request: { method: 'GET', path: '/x', json: { ma: '{code}' } } }],
    ['a system that it is like and that is not there', { like: 'igate-v9' }],
  ])('is refused with %s, and no value of it is repeated', (_, change) => {
    const read = () => readMapping({ ...own, ...change });
    expect(read).toThrow(OperatorError);
    expect(read).not.toThrow(/s3cret@|Hà Nội|passwd/);
  });
});

describe('a system that an agency has declared itself', () => {
  it('is asked below its own path, with its key, each value written as an address needs it', async () => {
    const { find, seen } = await sourceOf({}, told({ trangThai: 'ĐANG GIẢI QUYẾT', ngayNhan: '5/8/2025' }));
    expect(await find()).toMatchObject({
      code,
      status: 4,
      statusText: 'ĐANG GIẢI QUYẾT',
      receivedOn: '2025-08-05',
      receivedAt: '2025-08-05',
    });
    expect(seen).toMatchObject([{ url: `/api/ho-so/${code}?unit=a%26b`, headers: { 'x-api-key': 'Key k-s3cret' } }]);
  });

  it('is sent a form or nested JSON where it wants one', async () => {
    const form = await sourceOf({ request: { method: 'POST', path: '/tra-cuu', form: { ma: '{code}', unit: '{unit}' } } }, told({}));
    await form.find();
    expect(form.seen).toMatchObject([{ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `ma=${code}&unit=a%26b` }]);
    await close();
    const json = await sourceOf({ request: { method: 'POST', path: '/tra-cuu', json: { loc: [{ ma: '{code}' }], so: 1 } } }, told({}));
    await json.find();
    expect(json.seen[0]?.body).toBe(`{"loc":[{"ma":"${code}"}],"so":1}`);
  });

  it('is signed in to by the fields of a form, and by the header lgspaccesstoken alone', async () => {
    const both = { status: 200, body: JSON.stringify({ access_token: 't-1', data: { ma: code } }) };
    const form = await sourceOf(
      { auth: { kind: 'oauth2', tokenUrl: '/sso', client: 'form', scope: 'ho-so', header: 'x-token', prefix: '' } },
      both,
    );
    expect(await form.find()).toMatchObject({ code });
    expect(form.seen).toMatchObject([
      { url: '/api/sso', body: 'grant_type=client_credentials&scope=ho-so&client_id=me&client_secret=k-s3cret' },
      { headers: { 'x-token': 't-1' } },
    ]);
    await close();
    const header = await sourceOf({ auth: { kind: 'lgsp' } }, both);
    await header.find();
    const said = Buffer.from(String(header.seen[0]?.headers.lgspaccesstoken), 'base64').toString();
    expect(JSON.parse(said)).toEqual({ AccessKey: 'ak', SecretKey: 'sk', AppName: '', PartnerCode: '', PartnerCodeCus: '' });
  });

  it.each([
    ['a GET', {}, 2],
    ['a POST that is not declared repeatable', { request: { method: 'POST', path: '/x', json: { ma: '{code}' } } }, 1],
    ['a POST that is', { request: { method: 'POST', path: '/x', json: { ma: '{code}' }, repeatable: true } }, 2],
  ])('is asked by %s as often as is safe while it is busy', async (_, change, times) => {
    const { find, seen } = await sourceOf(change, { status: 503, body: '' });
    await expect(find()).rejects.toThrow(Unavailable);
    expect(seen).toHaveLength(times);
  });

  it.each([
    ['a status that says so', { status: 404, body: '{"message":"no"}' }, 'none'],
    ['an empty answer with that status', { status: 404, body: '' }, 'none'],
    ['a page with that status: the address is wrong', { status: 404, body: '<html></html>' }, 'away'],
    ['a value that says so', { status: 200, body: '{"found":0}' }, 'none'],
    ['a record of null', { status: 200, body: '{"data":null}' }, 'none'],
    ['no record at all: the shape is another', { status: 200, body: '{"items":[]}' }, 'away'],
    ['another dossier', { status: 200, body: '{"data":{"ma":"H40.23.08-250715-00129"}}' }, 'none'],
    ['an empty answer', { status: 200, body: '' }, 'away'],
    ['a refusal', { status: 403, body: '{}' }, 'away'],
  ])('is understood when it answers with %s', async (_, answer, means) => {
    const { find } = await sourceOf({}, answer);
    if (means === 'none') expect(await find()).toBeNull();
    else await expect(find()).rejects.toThrow(Unavailable);
  });

  it('is reported by the names of the fields that could not be read, never by what they said', async () => {
    const { find, unread } = await sourceOf({}, told({ trangThai: 'Lạ', ngayNhan: 'hôm qua' }));
    expect(await find()).toMatchObject({ status: null, statusText: 'Lạ', receivedOn: null });
    expect(unread.sort()).toEqual(['so-xay-dung receivedAt', 'so-xay-dung status']);
  });

  it.each([
    ['0000000000', '', ''],
    ['000000000000', '0900 000 012', '0900000012'],
    ['00109900••••', '+84 900.000.012', '84900000012'],
    ['1234', '012', ''],
  ])('gives no second factor that proves nothing: ID %s, phone %s', async (cccd, sdt, phone) => {
    const { find } = await sourceOf({}, told({ cccd, sdt, pin: '12' }));
    expect((await find())?.factor).toEqual({ pin: '', phone, idNumber: '' });
  });

  it('gives the second factors that are whole', async () => {
    const { find } = await sourceOf({}, told({ cccd: '001 099 000 012', sdt: '0900000012', pin: '4821' }));
    expect((await find())?.factor).toEqual({ pin: '4821', phone: '0900000012', idNumber: '001099000012' });
  });
});
