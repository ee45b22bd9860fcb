import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The voice of this machine; null: there is none. */
export const espeakPath =
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'espeak-ng'))
    .find((file) => existsSync(file)) ?? null;

/** A program in the place of espeak-ng, as a shell script; `$HERE` is a folder of its own. What it wrote there is read back. */
export function program(script: string): { path: string; wrote(name: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'voice-'));
  const path = join(folder, 'espeak-ng');
  writeFileSync(path, `#!/bin/sh\nHERE='${folder}'\n${script}\n`, { mode: 0o755 });
  return { path, wrote: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '') };
}
