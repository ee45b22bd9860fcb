import { fileTypeFromBuffer } from 'file-type';
import { paperTypes } from '../../bot/paper-types.ts';
import { defect, type Verdict } from './verdict.ts';

/** What a file is by its content, and whether it can be read. What it is called says nothing. */
export async function readFile(bytes: Uint8Array): Promise<Verdict> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (/^image\/hei[cf]/.test(found)) return defect('heic');
  const type = paperTypes.find((each) => each === found);
  if (type === undefined) return defect('wrong-type');
  // Each library takes its time to load, and a process looks at one file.
  if (type === 'application/pdf') return (await import('./read-pdf.ts')).readPdf(bytes);
  return (await import('./read-image.ts')).readImage(bytes, type);
}
