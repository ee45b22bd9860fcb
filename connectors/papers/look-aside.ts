import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { paperDefects, paperDoubts, paperTypes } from '../../bot/paper-types.ts';
import { defect, type Verdict } from './verdict.ts';

export type LookOptions = {
  /** How long one file may be looked at. */
  limitMs: number;
  /** How much memory that may take, in MB. */
  memory: number;
  /** How many files at once. */
  atOnce: number;
};

export type Look = (bytes: Uint8Array, signal: AbortSignal) => Promise<Verdict>;

const verdictSchema: z.ZodType<Verdict> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('good'),
    type: z.enum(paperTypes),
    pages: z.number().int().positive(),
    doubts: z.array(z.enum(paperDoubts)),
  }),
  z.object({ kind: z.literal('defects'), defects: z.array(z.enum(paperDefects)).min(1) }),
]);
const program = fileURLToPath(new URL('./look.ts', import.meta.url));
const longestVerdict = 4_096;

/**
 * Looks at files in processes of their own, a few at a time: a file that makes a library run wild, or crash, ends that process and nothing else.
 * Such a process sees no setting and no secret.
 */
export function createLook({ limitMs, memory, atOnce }: LookOptions): Look {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (bytes, signal) => {
    while (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      signal.throwIfAborted();
      return await looked(bytes, limitMs, memory, signal);
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

function looked(bytes: Uint8Array, limitMs: number, memory: number, signal: AbortSignal): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${memory}`, program, String(memory)],
      {
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
        signal,
        killSignal: 'SIGKILL',
      },
    );
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      if (said.length < longestVerdict) said += part;
    });
    // A process that has its verdict reads no further.
    child.stdin.on('error', () => {});
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', () => {
      clearTimeout(timer);
      resolve(verdictIn(said));
    });
    child.stdin.end(bytes);
  });
}

/** A process that ended without a word had more to do than it may. */
function verdictIn(said: string): Verdict {
  try {
    return verdictSchema.parse(JSON.parse(said));
  } catch {
    return defect('too-heavy');
  }
}
