import type { Printed, Sheet } from '../../bot/forms/sheet.ts';
import { blockParts } from './docx-blocks.ts';
import { footOf } from './docx-foot.ts';
import { headParts } from './docx-head.ts';
import { type Part, roomOf, twips, type Word } from './docx-parts.ts';
import { signatureParts } from './docx-signatures.ts';
import { layout } from './layout.ts';
import { cleanSheet, footFromEdge, page, pitch } from './paper.ts';
import { newDocument } from './pdf.ts';
import { rulerOf } from './pen.ts';
import { qrPicture } from './qr.ts';

/** A sheet as a document of Word 2007 and later, to be edited: the same lines, boxes and tables as on the PDF, in Times New Roman. */
export async function docx(given: Sheet, signal: AbortSignal): Promise<Printed> {
  signal.throwIfAborted();
  const sheet = cleanSheet(given);
  // Loaded at the first print: a server that prints nothing does not carry it.
  const [library, measured, picture] = await Promise.all([import('docx'), newDocument(sheet.title), qrPicture(sheet.code)]);
  signal.throwIfAborted();
  const ruler = rulerOf(measured);
  const word: Word = { ...library, ruler, size: layout(sheet, ruler).size };
  const children: Part[] = [
    ...headParts(sheet, word),
    ...sheet.blocks.flatMap((block) => blockParts(block, word)),
    ...signatureParts(sheet, word),
  ];
  const run = { font: 'Times New Roman', size: word.size * 2, language: { value: 'vi-VN' } };
  const document = new word.Document({
    title: sheet.title,
    creator: 'motcua',
    styles: { default: { document: { run, paragraph: { spacing: roomOf(pitch(word.size), word) } } } },
    sections: [{ properties: { titlePage: true, page: paperOf }, footers: footOf(sheet, picture, word), children }],
  });
  const bytes = new Uint8Array(await word.Packer.toArrayBuffer(document));
  signal.throwIfAborted();
  return { bytes, replaced: [] };
}

const paperOf = {
  size: { width: twips(page.width), height: twips(page.height) },
  margin: {
    top: twips(page.top),
    bottom: twips(page.bottom),
    left: twips(page.left),
    right: twips(page.right),
    footer: twips(footFromEdge),
  },
};
