import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program stands on the search path of this machine; null: it is not installed. */
export function onPath(program: string, path: string): string | null {
  const places = path.split(delimiter).filter((folder) => folder.startsWith('/'));
  return places.map((folder) => join(folder, program)).find((file) => existsSync(file)) ?? null;
}
