import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files of questions that come with the repository, by name. */
export function ownSets(folder = join(import.meta.dirname, 'questions')): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(folder, name));
}
