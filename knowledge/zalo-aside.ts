import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Seal } from './seal.ts';
import type { Pair } from './zalo-tokens.ts';

/** A pair that the platform has given and the database may not have yet. `after`: the version whose place it takes. */
export type Aside = { after: number; pair: Pair };

/** One place on the disk of this machine. What it holds is sealed. */
export type AsideFile = {
  /** On the disk when it returns. */
  put(aside: Aside): void;
  /** Null where there is nothing, or nothing that can be opened. */
  read(): Aside | null;
  drop(): void;
};

const schema = z.object({
  after: z.number(),
  pair: z.object({ access: z.string(), refresh: z.string(), seconds: z.number(), account: z.string() }),
});

/** A file in this folder. It bridges the moment between the platform's answer, which comes once, and the database, which may be away just then. */
export function createAsideFile(folder: string, app: string, seal: Seal): AsideFile {
  const path = join(folder, `motcua.zalo-${app}`);
  return {
    put: (aside) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${path}.new`, seal.seal(JSON.stringify(aside)), { flush: true, mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    read: () => {
      const text = seal.open(contentOf(path) ?? '');
      return text === null ? null : schema.parse(JSON.parse(text));
    },
    drop: () => rmSync(path, { force: true }),
  };
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
