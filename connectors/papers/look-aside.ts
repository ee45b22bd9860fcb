import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { paperDefects, paperDoubts, paperTypes } from '../../bot/paper-types.ts';
import { confined } from './confined.ts';
import { createTurns } from './turns.ts';
import { defect, type Verdict } from './verdict.ts';

export type LookOptions = {
  /** How long one file may be looked at. */
  limitMs: number;
  /** How much memory that may take, in MB. */
  memory: number;
  /** How many files at once. */
  atOnce: number;
  /** What looks, as a program. */
  program?: string;
};

/** `whose`: a token for who sent it. */
export type Look = (bytes: Uint8Array, whose: string, signal: AbortSignal) => Promise<Verdict>;

const verdictSchema: z.ZodType<Verdict> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('good'),
    type: z.enum(paperTypes),
    pages: z.number().int().positive(),
    doubts: z.array(z.enum(paperDoubts)),
  }),
  z.object({ kind: z.literal('defects'), defects: z.array(z.enum(paperDefects)).min(1) }),
]);
const shipped = fileURLToPath(new URL('./look.ts', import.meta.url));
const longestVerdict = 4_096;

/**
 * Looks at files in processes of their own, a few at a time: a file that makes a library run wild, or crash, ends that process and nothing else.
 * Such a process sees no setting and no secret, and may do next to nothing. Who sends many files does not keep others waiting for all of them.
 */
export function createLook({ limitMs, memory, atOnce, program = shipped }: LookOptions): Look {
  const inTurn = createTurns(atOnce);
  return (bytes, whose, signal) =>
    inTurn(whose, async () => {
      signal.throwIfAborted();
      return looked(bytes, { limitMs, memory, program }, signal);
    });
}

type Looked = Required<Pick<LookOptions, 'limitMs' | 'memory' | 'program'>>;

function looked(bytes: Uint8Array, { limitMs, memory, program }: Looked, signal: AbortSignal): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${memory}`, ...confined(), program, String(memory)],
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
    child.once('close', (code) => {
      clearTimeout(timer);
      // One that is ended is killed; one that ends by itself without a word has not come to look at the file.
      resolve(said === '' && code !== null ? defect('unchecked') : verdictIn(said));
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
