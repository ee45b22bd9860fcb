import { clean } from './text.ts';

/** A file that came with a message: what its channel fetches it by, what its sender calls it, and how many bytes it has (0: not told). */
export type MessageFile = { ref: string; name: string; size: number };

/** What papers may be: told by their content, never by their name. */
export const paperTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type PaperType = (typeof paperTypes)[number];

/** `bytes`: of one file; `together` and `count`: of all that belong to one petition or filing; `pages`: of a PDF. */
export const paperLimits = { bytes: 10 * 1024 * 1024, together: 40 * 1024 * 1024, count: 10, pages: 200 } as const;

/** Why a file cannot be taken. */
export const paperDefects = [
  'empty',
  'too-big',
  'wrong-type',
  'heic',
  'damaged',
  'locked',
  'too-many-pixels',
  'too-many-pages',
  'too-heavy',
  'infected',
  'unchecked',
  'repeated',
  'too-many',
  'too-much',
  'gone',
  'no-room',
] as const;
export type PaperDefect = (typeof paperDefects)[number];

/** A picture that is taken and may be of little use. */
export const paperDoubts = ['small', 'dark', 'blank'] as const;
export type PaperDoubt = (typeof paperDoubts)[number];

/** What a look at a file came to. `sha256` is hexadecimal; a picture has one page. */
export type Examined =
  | { kind: 'good'; type: PaperType; pages: number; sha256: string; doubts: PaperDoubt[] }
  | { kind: 'defects'; defects: PaperDefect[] };

/** A paper that is kept. `size` in bytes. */
export type KeptPaper = { id: number; name: string; type: PaperType; size: number; pages: number };

/** How many papers there are: pictures, and PDF files. */
export type PaperCount = { images: number; documents: number };

/** Whose papers are: not yet anybody's, those of the petition that is being taken, or those of one filing. */
export type PaperOwner = 'loose' | 'petition' | `case ${string}`;

const longestName = 80;

/** A file's name in one line without a folder and without what would look like markup; empty names get one. */
export function fileName(given: string): string {
  const name =
    clean(given)
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/[\n*]+/g, ' ')
      .trim() ?? '';
  if (name === '') return 'tệp';
  return name.length <= longestName ? name : `${name.slice(0, longestName - 11)}…${name.slice(-10)}`;
}
