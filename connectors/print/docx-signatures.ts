import type { Sheet } from '../../bot/forms/sheet.ts';
import { type Part, paragraph, runs, table, twips, type Word } from './docx-parts.ts';
import { bodyWidth } from './paper.ts';
import { signatureRows, signingRoom } from './signatures.ts';

/** Place, day and signatures: a table without lines, kept on one page. */
export function signatureParts({ placeAndDate, signatures }: Sheet, word: Word): Part[] {
  const rows = signatureRows(signatures);
  const center = { alignment: word.AlignmentType.CENTER };
  const half = {
    indent: { left: twips(bodyWidth * 0.4) },
    alignment: signatures.length === 1 ? center.alignment : word.AlignmentType.RIGHT,
  };
  const dated = paragraph(word, runs(word, placeAndDate, { italics: true }), {
    ...half,
    keepNext: true,
    spacing: { before: twips(word.size) },
  });
  const tables = rows.flatMap((row) => {
    const size = (row.length > 3 ? word.size - 1.5 : word.size) * 2;
    const titles = row.map((signature) => [
      paragraph(word, runs(word, signature?.title ?? '', { bold: true, size }), { ...center, keepNext: true }),
      ...(signature?.note
        ? [paragraph(word, runs(word, signature.note, { italics: true, size: size - 2 }), { ...center, keepNext: true })]
        : []),
    ]);
    const names = row.map((signature) => [
      paragraph(word, runs(word, signature?.name ?? '', { bold: true, size }), { ...center, spacing: { before: twips(signingRoom) } }),
    ]);
    const widths = row.map(() => bodyWidth / row.length);
    return [table(word, widths, [titles, names], false), paragraph(word, [])];
  });
  const above = placeAndDate === '' ? paragraph(word, [], { keepNext: true }) : dated;
  return [above, ...tables];
}
