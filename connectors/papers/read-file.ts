import { fileTypeFromBuffer } from 'file-type';
import { paperTypes } from '../../bot/paper-types.ts';
import { defect, type Verdict } from './verdict.ts';

/** Reads one file, once all that it takes is loaded. */
export type Reader = () => Promise<Verdict>;

/** What a file is by its content, and what finds out whether it can be read. What it is called says nothing. Throws where a library cannot be loaded. */
export async function readerOf(bytes: Uint8Array): Promise<Reader> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (/^image\/hei[cf]/.test(found)) return async () => defect('heic');
  const type = paperTypes.find((each) => each === found);
  if (type === undefined) return async () => defect('wrong-type');
  // Each library takes its time to load, and a process looks at one file.
  if (type === 'application/pdf') {
    const { loadPdf, readPdf } = await import('./read-pdf.ts');
    await loadPdf();
    return () => readPdf(bytes);
  }
  const { readImage } = await import('./read-image.ts');
  return () => readImage(bytes, type);
}
