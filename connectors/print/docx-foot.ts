import type { Footer, Paragraph } from 'docx';
import type { Sheet } from '../../bot/forms/sheet.ts';
import { paragraph, runs, table, type Word } from './docx-parts.ts';
import { bodyWidth, qrSize } from './paper.ts';
import { paper } from './wording.ts';

/** Below each page the code, who made it and the number of the page; on the first the QR too. */
export function footOf(sheet: Sheet, picture: Uint8Array | null, word: Word): { first: Footer; default: Footer } {
  const size = 17;
  const texts = [paper.draftCode(sheet.code), sheet.foot].filter((text) => text !== '');
  const words = () => texts.map((text) => paragraph(word, runs(word, text, { size })));
  const number = () =>
    new word.Paragraph({
      alignment: word.AlignmentType.RIGHT,
      children: [new word.TextRun({ size, children: [`${paper.pageWord} `, word.PageNumber.CURRENT, '/', word.PageNumber.TOTAL_PAGES] })],
    });
  // Word measures pictures in pixels of 1/96 inch.
  const side = Math.round((qrSize * 96) / 72) + 8;
  const altText = { name: 'QR', description: sheet.code };
  const images =
    picture === null ? [] : [new word.ImageRun({ type: 'png', data: picture, transformation: { width: side, height: side }, altText })];
  const qr = () => new word.Paragraph({ alignment: word.AlignmentType.RIGHT, children: images });
  const room = qrSize + 20;
  const row = (cells: Paragraph[][], widths: number[]) =>
    new word.Footer({ children: [table(word, widths, [cells], false, { verticalAlign: 'bottom', margins: { left: 0, right: 0 } })] });
  return {
    first: row([words(), [number()], [qr()]], [bodyWidth - room - 60, 60, room]),
    default: row([words(), [number()]], [bodyWidth - 60, 60]),
  };
}
