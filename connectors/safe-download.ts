import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { Unavailable } from '../bot/errors.ts';

/** Where a name is connected to. Null: nowhere that we go. */
export type Place = (host: string, port: number) => Promise<{ address: string; port: number } | null>;

export type SafeDownloadOptions = {
  /** Who is asked, for the errors. */
  party: string;
  /** Names that may be asked: `example.vn` itself, `.example.vn` all below it. */
  hosts: string[];
  mostBytes: number;
  limitMs: number;
  /** `publicPlace`, if not said. */
  place?: Place;
};

/** What came of it. `refused`: the address, or one that it led to, is none that may be asked; `gone`: there is nothing there (any longer). */
export type Downloaded = { kind: 'bytes'; bytes: Buffer } | { kind: 'refused' | 'gone' | 'too-big' };
export type SafeDownload = (address: string, signal: AbortSignal) => Promise<Downloaded>;

const mostRedirects = 3;

/**
 * Fetches what a stranger has named: from the allowed names alone, on their usual ports, connected to the very address that was looked at, each
 * redirect like a new address, no more bytes and no longer than allowed. Throws `Unavailable` where nobody answers in time.
 */
export function createSafeDownload({ party, hosts, mostBytes, limitMs, place = publicPlace() }: SafeDownloadOptions): SafeDownload {
  async function follow(address: string, signal: AbortSignal): Promise<Downloaded> {
    let next: URL | null = URL.canParse(address) ? new URL(address) : null;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if (next === null || !isPlain(next) || !isHostIn(hosts, next.hostname)) return { kind: 'refused' };
      const [host, port] = [next.hostname, next.protocol === 'https:' ? 443 : 80];
      const to = await within(signal, () => place(host, port));
      if (to === null) return { kind: 'refused' };
      const answer = await ask(next, to, mostBytes, signal);
      if (answer.kind !== 'elsewhere') return answer;
      next = URL.canParse(answer.location, next) ? new URL(answer.location, next) : null;
    }
    return { kind: 'refused' };
  }

  return async (address, signal) => {
    try {
      return await follow(address, AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
    } catch {
      // The error of a request may name its address, which opens the file.
      signal.throwIfAborted();
      throw new Unavailable(party);
    }
  };
}

/** A name is looked up by the system, which hears of no signal: its answer is no longer waited for. */
async function within<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  const late = Promise.withResolvers<never>();
  const give = () => late.reject(signal.reason);
  signal.addEventListener('abort', give, { once: true });
  return Promise.race([work(), late.promise]).finally(() => signal.removeEventListener('abort', give));
}

/** `example.vn` is itself alone, `.example.vn` all below it. */
export function isHostIn(hosts: string[], host: string): boolean {
  return hosts.some((name) => (name.startsWith('.') ? host.endsWith(name) : host === name));
}

function isPlain(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.port === '' && url.username === '' && url.password === '' && isIP(bare(url.hostname)) === 0;
}

type Answer = Downloaded | { kind: 'elsewhere'; location: string };

/** One request. The name stays for the certificate and the `Host`; the connection goes to the address that was looked at, whatever the name says by then. */
function ask(url: URL, to: { address: string; port: number }, mostBytes: number, signal: AbortSignal): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { request } = url.protocol === 'https:' ? https : http;
  const options = {
    ...to,
    host: to.address,
    servername: url.hostname,
    path: `${url.pathname}${url.search}`,
    signal,
    agent: false,
  } as const;
  const asked = request({ ...options, headers: { host: url.hostname, accept: '*/*' } }, (response) => {
    const status = response.statusCode ?? 0;
    const end = (answer: Answer) => {
      resolve(answer);
      asked.destroy();
    };
    response.once('error', reject);
    response.once('close', () => reject(new Error('cut')));
    if (status >= 300 && status < 400) return end({ kind: 'elsewhere', location: response.headers.location ?? '' });
    if (status >= 400 && status < 500 && status !== 429 && status !== 408) return end({ kind: 'gone' });
    if (status !== 200) return reject(new Error('no answer'));
    if (Number(response.headers['content-length'] ?? 0) > mostBytes) return end({ kind: 'too-big' });
    const parts: Buffer[] = [];
    let size = 0;
    response.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > mostBytes) end({ kind: 'too-big' });
    });
    response.once('end', () => (response.complete ? resolve({ kind: 'bytes', bytes: Buffer.concat(parts) }) : reject(new Error('cut'))));
  });
  asked.once('error', reject);
  asked.end();
  return promise;
}

/** The first address of a name, where every one of its addresses is a public one: a name that also leads inside leads nowhere. */
export function publicPlace(resolve: (host: string) => Promise<string[]> = addressesOf): Place {
  return async (host, port) => {
    const addresses = await resolve(host);
    const [address] = addresses;
    return address !== undefined && addresses.every(isPublic) ? { address, port } : null;
  };
}

async function addressesOf(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

// IANA's special-purpose registries: what is not a stranger's machine on the open internet.
const inside4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
];
const inside4More = [
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const inside6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const inside = new BlockList();
for (const net of [...inside4, ...inside4More]) addNet(net, 'ipv4');
for (const net of inside6) addNet(net, 'ipv6');

function addNet(net: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits = ''] = net.split('/');
  inside.addSubnet(address, Number(bits), family);
}

/** Whether an address is one of the open internet. IPv4 within IPv6 is not: nobody needs it. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}
