import type { Sheet } from '../../bot/forms/sheet.ts';
import { flow, type Line } from './flow.ts';
import { bodyWidth, footFromEdge, page, qrSize, type Ruler } from './paper.ts';
import type { Pen } from './pen.ts';
import { drawLine, plain } from './strip.ts';
import { paper } from './wording.ts';

export type Foot = { sheet: Sheet; number: number; total: number; squares: boolean[][]; ruler: Ruler };

const size = 8.5;

/** Below each page: the code, who made it, the number of the page; on the first the QR of the code too. */
export function drawFoot(pen: Pen, { sheet, number, total, squares, ruler }: Foot): void {
  const first = number === 1 && squares.length > 0;
  const right = page.left + bodyWidth - (first ? qrSize + 8 : 0);
  const pageNumber = paper.page(number, total);
  const numberWidth = ruler.width(pageNumber, 'regular', size);
  const bottom = page.height - footFromEdge;
  pen.text(pageNumber, right - numberWidth, bottom, 'regular', size);
  const lines = footLines(sheet, ruler);
  for (const [index, line] of lines.entries()) drawLine(pen, line, page.left, bottom - (lines.length - 1 - index) * size * 1.2, size);
  if (first) pen.squares(squares, page.left + bodyWidth - qrSize, bottom - qrSize + 2, qrSize);
}

/** How far the body must stay from the lower edge of the paper. */
export function footHeight(sheet: Sheet, ruler: Ruler, first: boolean): number {
  const lines = footFromEdge + footLines(sheet, ruler).length * size * 1.2 + 8;
  return Math.max(page.bottom, lines, first && sheet.code !== '' ? footFromEdge + qrSize + 6 : 0);
}

/** Broken alike on all pages, beside the QR and the number of the page. */
function footLines({ code, foot }: Sheet, ruler: Ruler): Line[] {
  const texts = [paper.draftCode(code), foot].filter((text) => text !== '');
  return texts.flatMap((text) => flow(plain(text), size, bodyWidth - qrSize - 60, ruler));
}
