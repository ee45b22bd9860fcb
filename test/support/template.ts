import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../knowledge/database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with an empty, migrated embedded database, to be copied. */
    template: string;
  }
}

/** Once for the whole run: making a cluster takes seconds, copying one does not. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-template-'));
  const template = join(folder, 'data');
  const database = await openDatabase({ url: null, dataDir: template, onIdleError: () => {} });
  await database.close();
  project.provide('template', template);
  return () => rmSync(folder, { recursive: true, force: true });
}
