import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Form, formSchema } from '../bot/forms/form.ts';

/** The filings that come with the repository: a JSON file each. */
export const shippedForms = join(import.meta.dirname, '../bot/forms/filings');

/** All filings of these folders; one of a later folder replaces one of an earlier with the same code. A missing folder has none. Throws with the file's name. */
export function readForms(folders: string[]): Form[] {
  const forms = new Map<string, Form>();
  for (const folder of folders) {
    for (const name of filesIn(folder)) {
      const read = formSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!read.success) {
        const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
        throw new Error(`the filing ${name} cannot be read: ${faults}`);
      }
      forms.set(read.data.code, read.data);
    }
  }
  return [...forms.values()];
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
