import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { createSafeDownload, isPublic, type Place, publicPlace } from '../../connectors/safe-download.ts';

let server: Server;
let port = 0;
let handle: (request: IncomingMessage, response: ServerResponse) => void;
const asked: (string | undefined)[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port; // a TCP server that listens has a port
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  handle = (_, response) => response.end('bytes');
});

/** The names of the platform lead to the server of this test, others to where the real rule leads them. */
const place: Place = async (host, given) =>
  host.endsWith('.zdn.vn') ? { address: '127.0.0.1', port } : publicPlace(async () => ['10.0.0.7'])(host, given);
const made = (change: object = {}) =>
  createSafeDownload({ party: 'media', hosts: ['.zdn.vn', 'media.vn'], mostBytes: 1_000, limitMs: 5_000, place, ...change });
const get = (address: string, change?: object) => made(change)(address, AbortSignal.timeout(10_000));

describe('a safe download', () => {
  it('brings the bytes of an allowed name', async () => {
    expect(await get('http://f9.zdn.vn/a/b?c=d')).toEqual({ kind: 'bytes', bytes: Buffer.from('bytes') });
    expect(asked).toEqual(['f9.zdn.vn/a/b?c=d']);
  });

  it.each([
    ['another name', 'http://example.vn/a'],
    ['a name that only ends alike', 'http://evilzdn.vn/a'],
    ['the bare name below which all are', 'http://zdn.vn/a'],
    ['a name below one that stands for itself', 'http://a.media.vn/a'],
    ['an address', 'http://127.0.0.1/a'],
    ['an address in another writing', 'http://2130706433/a'],
    ['an address of version 6', 'http://[::1]/a'],
    ['another port', 'http://f9.zdn.vn:8080/a'],
    ['a password', 'http://a:b@f9.zdn.vn/a'],
    ['a file', 'file:///etc/passwd'],
    ['no address at all', 'f9.zdn.vn'],
    ['an allowed name that leads inside', 'http://media.vn/a'],
  ])('asks nobody for %s', async (_, address) => {
    expect(await get(address)).toEqual({ kind: 'refused' });
    expect(asked).toEqual([]);
  });

  it('looks at each redirect like at a new address', async () => {
    const to = (location: string) => {
      handle = ({ url }, response) => (url === '/a' ? response.writeHead(302, { location }).end() : response.end('there'));
    };
    to('/b');
    expect(await get('http://f9.zdn.vn/a')).toEqual({ kind: 'bytes', bytes: Buffer.from('there') });
    for (const location of ['http://169.254.169.254/latest', 'http://example.vn/', 'http://media.vn/b', 'file:///etc/passwd', '']) {
      to(location);
      expect(await get('http://f9.zdn.vn/a')).toEqual({ kind: 'refused' });
    }
    asked.length = 0;
    handle = (_, response) => response.writeHead(302, { location: '/a' }).end();
    expect(await get('http://f9.zdn.vn/a')).toEqual({ kind: 'refused' });
    expect(asked).toHaveLength(4);
  });

  it('takes no more bytes than allowed, whether they are announced or not', async () => {
    handle = (_, response) => response.end(Buffer.alloc(1_001));
    expect(await get('http://f9.zdn.vn/a')).toEqual({ kind: 'too-big' });
    handle = (_, response) => {
      response.write(Buffer.alloc(600));
      response.end(Buffer.alloc(600));
    };
    expect(await get('http://f9.zdn.vn/a')).toEqual({ kind: 'too-big' });
    handle = (_, response) => response.end(Buffer.alloc(1_000));
    expect(await get('http://f9.zdn.vn/a')).toMatchObject({ kind: 'bytes' });
  });

  it('says where there is nothing', async () => {
    handle = (_, response) => response.writeHead(404).end();
    expect(await get('http://f9.zdn.vn/a')).toEqual({ kind: 'gone' });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['says nothing', () => {}],
    ['is cut in the middle', (response) => response.writeHead(200, { 'content-length': '10' }).write('12345', () => response.destroy())],
    ['is cut before it says anything', (response) => response.destroy()],
    ['fails', (response) => response.writeHead(500).end()],
    ['never ends', (response) => response.write('a')],
  ])('throws that nobody answers where the other side %s', async (_, answer) => {
    handle = (_request, response) => answer(response);
    const failure = await get('http://f9.zdn.vn/geheim', { limitMs: 300 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unavailable);
    expect(JSON.stringify(failure) + String(failure)).not.toContain('geheim');
  });

  it('throws that nobody answers where a name is looked up for too long', async () => {
    const nobody: Place = () => new Promise(() => {});
    await expect(get('http://f9.zdn.vn/a', { limitMs: 100, place: nobody })).rejects.toThrow(Unavailable);
    expect(asked).toEqual([]);
  });

  it('ends when whoever asked has no more time', async () => {
    handle = () => {};
    const ending = new AbortController();
    const download = made()('http://f9.zdn.vn/a', ending.signal);
    ending.abort(new Error('no more time'));
    await expect(download).rejects.toThrow('no more time');
  });
});

describe('where a name leads', () => {
  it('is an address of the open internet, and only where all of them are', async () => {
    const to = (addresses: string[]) => publicPlace(async () => addresses)('a.vn', 443);
    expect(await to(['118.69.1.2', '2405:4800::1'])).toEqual({ address: '118.69.1.2', port: 443 });
    expect(await to(['118.69.1.2', '192.168.1.1'])).toBeNull();
    expect(await to([])).toBeNull();
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '0.0.0.0',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'no address',
  ])('is nowhere for %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '118.69.1.2', '2606:4700::1111', '2405:4800::1'])('may be %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });
});
