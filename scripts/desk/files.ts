import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError, reasonOf } from '../../bot/errors.ts';
import type { KeptPaper, PaperType } from '../../bot/paper-types.ts';
import type { Database } from '../../knowledge/database.ts';
import { type PaperSeal, paperSeal } from '../../knowledge/paper-seal.ts';
import { openPaper, papersOf } from '../../knowledge/papers.ts';

const kinds: Record<PaperType, { said: string; ending: string }> = {
  'image/jpeg': { said: 'JPEG', ending: 'jpg' },
  'image/png': { said: 'PNG', ending: 'png' },
  'image/webp': { said: 'WebP', ending: 'webp' },
  'application/pdf': { said: 'PDF', ending: 'pdf' },
};

export type FileOptions = { pool: Database['pool']; key: Buffer | null; code: string };

/** The files of a petition as lines for staff; none where none were sent. */
export async function listedFiles({ pool, key, code }: FileOptions): Promise<string[]> {
  const papers = await papersOf(pool, await paperSeal(pool, key), code);
  const lines = papers.map((paper, place) => `${place === 0 ? 'Files:   ' : '         '} ${place + 1}. ${described(paper)}`);
  return papers.length === 0 ? [] : [...lines, `          npm run desk -- files ${code} --to FOLDER saves them`];
}

/** Saves the files of a petition, named by its code and their number, into a folder that is made where there is none. Nothing that is there is written over. Throws `OperatorError` with a sentence. */
export async function saveFiles({ pool, key, code, folder }: FileOptions & { folder: string }): Promise<string> {
  const seal = await paperSeal(pool, key);
  const papers = await papersOf(pool, seal, code);
  if (papers.length === 0) throw new OperatorError(`No files were sent with petition ${code}.`);
  const lines: string[] = [];
  said(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  for (const [place, paper] of papers.entries()) {
    const path = join(folder, `${code}-${place + 1}.${kinds[paper.type].ending}`);
    const bytes = await bytesOf(pool, seal, code, paper);
    said(path, () => writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 }));
    lines.push(`${path}  ${described(paper)}`);
  }
  return lines.join('\n');
}

async function bytesOf(pool: Database['pool'], seal: PaperSeal, code: string, { id }: KeptPaper): Promise<Buffer> {
  const bytes = (await openPaper(pool, seal, code, id))?.bytes ?? null;
  if (bytes === null) throw new OperatorError('A file was sealed with another key (NOTICE_KEY) and cannot be opened.');
  return bytes;
}

/** Does it, or says in a sentence why not. */
function said(path: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new OperatorError(isThere ? `${path} is there already.` : `${path} could not be written (${reasonOf(error)}).`, { cause: error });
  }
}

function described({ name, type, size, pages }: KeptPaper): string {
  const count = type === 'application/pdf' ? `, ${pages} ${pages === 1 ? 'page' : 'pages'}` : '';
  return `${name}  (${kinds[type].said}${count}, ${Math.max(1, Math.round(size / 1024))} KB)`;
}
