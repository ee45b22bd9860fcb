import { spawn } from 'node:child_process';
import { Unavailable } from '../../bot/errors.ts';
import type { Container } from './sniff.ts';

export type Ffmpeg = {
  /** Mono, 16 kHz, so many seconds at most. Null: it is not what it says, or nothing can be heard of it. */
  toWav(bytes: Uint8Array, from: Container, seconds: number, signal: AbortSignal): Promise<Buffer | null>;
  /** Ogg with Opus, as messengers show voice notes. */
  toOpus(bytes: Uint8Array, from: Container, seconds: number, signal: AbortSignal): Promise<Buffer | null>;
};

export type FfmpegOptions = { path: string; limitMs: number; atOnce: number };

const demuxers: Record<Container, string> = {
  'ogg-opus': 'ogg',
  ogg: 'ogg',
  mp3: 'mp3',
  wav: 'wav',
  'wav-coded': 'wav',
  m4a: 'mov',
  aac: 'aac',
  amr: 'amr',
  'amr-wb': 'amr',
};
const mostOut = 4 * 1024 * 1024;

/**
 * Decodes and encodes by a process of its own: with no setting and no secret, for a while, with what it says limited. It reads what it is handed and
 * opens nothing else.
 */
export function createFfmpeg({ path, limitMs, atOnce }: FfmpegOptions): Ffmpeg {
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function run(bytes: Uint8Array, from: Container, seconds: number, out: string[], signal: AbortSignal): Promise<Buffer | null> {
    while (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      signal.throwIfAborted();
      return await once(path, bytes, [...input(from, seconds), ...out], AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  }

  return {
    toWav: (bytes, from, seconds, signal) => run(bytes, from, seconds, ['-ac', '1', '-ar', '16000', '-f', 'wav', 'pipe:1'], signal),
    toOpus: (bytes, from, seconds, signal) => run(bytes, from, seconds, opus, signal),
  };
}

const opus = ['-ac', '1', '-c:a', 'libopus', '-b:a', '24k', '-application', 'voip', '-f', 'ogg', 'pipe:1'];

function input(from: Container, seconds: number): string[] {
  // An MP4 may have its index at its end: it is read through a file that is unlinked as soon as it is there.
  const source = from === 'm4a' ? 'cache:pipe:0' : 'pipe:0';
  const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'quiet', '-threads', '1', '-max_alloc', '100000000'];
  const limited = ['-protocol_whitelist', 'cache,pipe', '-t', String(seconds), '-f', demuxers[from], '-i', source];
  return [...quiet, ...limited, '-map', '0:a:0', '-map_metadata', '-1', '-vn', '-sn', '-dn', '-threads', '1'];
}

/** Throws `Unavailable` where the program cannot be started. */
function once(path: string, bytes: Uint8Array, args: string[], signal: AbortSignal): Promise<Buffer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | null>();
  const child = spawn(path, args, { cwd: '/', env: {}, stdio: ['pipe', 'pipe', 'ignore'], signal, killSignal: 'SIGKILL' });
  const parts: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > mostOut) child.kill('SIGKILL');
    else parts.push(part);
  });
  // Who has read enough reads no further: that is no fault.
  child.stdin.on('error', () => {});
  child.once('error', (error) => (signal.aborted ? resolve(null) : reject(new Unavailable('ffmpeg', { cause: error }))));
  child.once('close', (code) => resolve(code === 0 && size > 0 ? Buffer.concat(parts) : null));
  child.stdin.end(bytes);
  return promise;
}
