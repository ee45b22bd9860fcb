import { connect, type NetConnectOpts } from 'node:net';
import { Unavailable } from '../../bot/errors.ts';

/** Where clamd listens. */
export type ClamdPlace = { host: string; port: number } | { socket: string };

export type Scan = (bytes: Uint8Array, signal: AbortSignal) => Promise<'clean' | 'infected'>;

const chunkSize = 64 * 1024;
const longestAnswer = 1_024;

/**
 * Has clamd look at bytes: `zINSTREAM`, chunks with their length in four bytes before them, an empty one at the end (docs.clamav.net, ClamD Protocol).
 * Throws `Unavailable` where it does not answer, refuses the size or says anything but that it is clean or what it found.
 */
export function createScan(place: ClamdPlace, limitMs: number): Scan {
  const where: NetConnectOpts = 'socket' in place ? { path: place.socket } : { host: place.host, port: place.port };
  return async (bytes, signal) => {
    const answer = await exchanged(where, bytes, AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
    if (/^stream: OK\0?$/.test(answer)) return 'clean';
    if (/^stream: .+ FOUND\0?$/.test(answer)) return 'infected';
    throw new Unavailable('clamd');
  };
}

function exchanged(where: NetConnectOpts, bytes: Uint8Array, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown) => {
      socket.destroy();
      reject(new Unavailable('clamd', { cause }));
    };
    const socket = connect(where);
    let answer = '';
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    if (signal.aborted) return fail(signal.reason);
    socket.setEncoding('utf8');
    socket.on('error', fail);
    socket.on('data', (part: string) => {
      answer += part;
      if (answer.length > longestAnswer) return fail();
      if (!answer.includes('\0')) return;
      resolve(answer.slice(0, answer.indexOf('\0')));
      socket.destroy();
    });
    socket.on('close', () => fail());
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += chunkSize) {
      const chunk = bytes.subarray(at, at + chunkSize);
      socket.write(lengthOf(chunk.length));
      socket.write(chunk);
    }
    socket.write(lengthOf(0));
  });
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}
