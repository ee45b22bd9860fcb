import type { Sheet } from '../../bot/forms/sheet.ts';
import { fieldPart } from './docx-blocks.ts';
import { type Part, paragraph, runs, twips, type Word } from './docx-parts.ts';
import { bodyWidth } from './paper.ts';
import { paper } from './wording.ts';

/** What stands above the questions, as on the PDF. */
export function headParts(sheet: Sheet, word: Word): Part[] {
  const { size } = word;
  const center = { alignment: word.AlignmentType.CENTER };
  const number = paragraph(word, runs(word, sheet.formNumber, { italics: true, size: (size - 2) * 2 }), {
    alignment: word.AlignmentType.RIGHT,
    indent: { left: twips(bodyWidth * 0.35) },
    spacing: { after: twips(8) },
  });
  // The line below the motto is as long as the motto: the border of a paragraph that is just so wide.
  const aside = twips((bodyWidth - word.ruler.width(paper.motto, 'bold', size)) / 2 - 5);
  const motto = paragraph(word, runs(word, paper.motto, { bold: true }), {
    ...center,
    indent: { left: aside, right: aside },
    border: { bottom: { style: word.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { after: twips(size * 1.5) },
  });
  return [
    ...(sheet.formNumber === '' ? [] : [number]),
    ...(sheet.plan ? [] : [paragraph(word, runs(word, paper.country, { bold: true }), center), motto]),
    paragraph(word, runs(word, sheet.title, { bold: true, size: (size + 1) * 2 }), center),
    ...(sheet.subtitle === '' ? [] : [paragraph(word, runs(word, sheet.subtitle, { italics: true }), center)]),
    ...(sheet.plan ? [] : [addressee(sheet.addressee, word)]),
  ];
}

function addressee(name: string, word: Word): Part {
  const spacing = { before: twips(word.size * 0.9), after: twips(word.size * 0.5) };
  if (name === '') return fieldPart([{ field: { label: paper.addressee, value: '' }, x: 60, width: bodyWidth - 120 }], word, spacing);
  return paragraph(word, runs(word, `${paper.addressee} ${name}`), { alignment: word.AlignmentType.CENTER, spacing });
}
