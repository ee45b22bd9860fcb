import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { paperLimits } from '../../bot/paper-types.ts';
import { defect, type Verdict } from './verdict.ts';

/** The library loads its own parts at the first use: a fault of that is none of the file. */
export async function loadPdf(): Promise<void> {
  await getResolvedPDFJS();
}

/** Opens a PDF and every page of it. One that is encrypted is refused even where it opens without a password: others cannot work on it. */
export async function readPdf(bytes: Uint8Array): Promise<Verdict> {
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0, useSystemFonts: false, disableFontFace: true });
    const { info } = await pdf.getMetadata();
    if (!('EncryptFilterName' in info) || info.EncryptFilterName !== null) return defect('locked');
    if (pdf.numPages > paperLimits.pages) return defect('too-many-pages');
    if (pdf.numPages === 0) return defect('empty');
    for (let page = 1; page <= pdf.numPages; page += 1) await pdf.getPage(page);
    return { kind: 'good', type: 'application/pdf', pages: pdf.numPages, doubts: [] };
  } catch (error) {
    return defect(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  }
}
