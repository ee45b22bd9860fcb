import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a command asks the running server to do: which program, and what of it. `at` is when (ISO 8601). */
export const errandSchema = z.object({ program: z.string(), request: z.unknown(), at: z.iso.datetime() });
export type Errand = z.infer<typeof errandSchema>;

/** What came of it, as the command would have said and ended itself. */
export const answerSchema = z.object({ status: z.number(), out: z.string(), err: z.string() });
export type Answer = z.infer<typeof answerSchema>;

/** The states of an errand, by the ending of its file: asked, taken by the server, answered, or taken back before that. */
export type State = 'errand' | 'taken' | 'answer' | 'withdrawn';

/** A folder of errands, each a file that changes its ending. A rename is one step: an errand is taken by one, and withdrawn or taken, never both. */
export type Spool = {
  /** The names of the errands in a state, the oldest first. */
  names(state: State): string[];
  /** Writes the file of an errand, whole or not at all, and on the disk before it is seen. */
  put(name: string, state: State, content: unknown): void;
  read(name: string, state: State): unknown;
  /** False when it was not in that state any more. */
  move(name: string, from: State, to: State): boolean;
  drop(name: string, state: State): void;
};

/** The folder beside the embedded database. It is made when it is not there, for its owner alone. */
export function openSpool(dataDir: string): Spool {
  const folder = join(dataDir, 'motcua.errands');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = (name: string, state: State) => join(folder, `${name}.${state}`);
  return {
    names: (state) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(`.${state}`))
        .map((file) => file.slice(0, -state.length - 1))
        .sort(),
    put: (name, state, content) => {
      const aside = join(folder, `${name}.${state}.new`);
      writeFileSync(aside, JSON.stringify(content), { flush: true, mode: 0o600 });
      renameSync(aside, path(name, state));
    },
    read: (name, state) => JSON.parse(readFileSync(path(name, state), 'utf8')),
    move: (name, from, to) => {
      try {
        renameSync(path(name, from), path(name, to));
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
        throw error;
      }
    },
    drop: (name, state) => rmSync(path(name, state), { force: true }),
  };
}
