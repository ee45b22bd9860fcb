import type { Sheet } from '../../bot/forms/sheet.ts';
import { clean } from '../../bot/text.ts';

/** Points, as PDF counts: 72 to the inch. */
export const mm = 72 / 25.4;

/** A4 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
export const page = { width: 210 * mm, height: 297 * mm, top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 15 * mm };
export const bodyWidth = page.width - page.left - page.right;
/** The QR stands in the foot of the first page. */
export const qrSize = 17 * mm;
export const footFromEdge = 9 * mm;

export type Face = 'regular' | 'bold' | 'italic';
/** How wide a text is, in points. Tinos is as wide as Times New Roman, letter by letter: it measures for both. */
export type Ruler = { width(text: string, face: Face, size: number): number };

/** Height of a line that is printed, and of one that has room for a hand. */
export const pitch = (size: number) => size * 1.32;
export const fieldPitch = (size: number) => size * 1.55;

/** Every text of the sheet as plain text: NFC, without unseen characters and those that no XML may hold. */
export function cleanSheet(sheet: Sheet): Sheet {
  const texts = (_: string, value: unknown) => (typeof value === 'string' ? clean(value).replace(/[\uFFFE\uFFFF]/g, '') : value);
  // The copy has the shape that went in.
  return JSON.parse(JSON.stringify(sheet), texts) as Sheet;
}
