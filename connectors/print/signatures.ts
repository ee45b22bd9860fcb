import type { Sheet } from '../../bot/forms/sheet.ts';
import { bodyWidth, mm, page } from './paper.ts';
import { beside, plain, type Strip, type Style, space, stack, textStrips } from './strip.ts';

/** Room for a hand. */
export const signingRoom = 20 * mm;

/** Who signs, in rows: up to four side by side, more in rows of three. A single one stands at the right. */
export function signatureRows<Signature>(signatures: Signature[]): (Signature | null)[][] {
  if (signatures.length === 1) return [[null, signatures[0] ?? null]];
  const fits = signatures.length <= 4 ? Math.max(1, signatures.length) : 3;
  return Array.from({ length: Math.ceil(signatures.length / fits) }, (_, row) =>
    Array.from({ length: fits }, (_, column) => signatures[row * fits + column] ?? null),
  );
}

/** Place, day and signatures: never torn apart. */
export function signatureStrips({ placeAndDate, signatures }: Sheet, style: Style): Strip[] {
  const rows = signatureRows(signatures).map((row) => signatureRow(row, style));
  const half = {
    x: page.left + bodyWidth * 0.4,
    width: bodyWidth * 0.6,
    align: signatures.length === 1 ? ('centre' as const) : ('right' as const),
  };
  const dated = placeAndDate === '' ? [] : textStrips(plain(placeAndDate, 'italic'), style, half);
  const [first, ...others] = rows;
  return [space(style.size * 0.8, true), stack([...dated, ...(first ? [first] : [])]), ...others];
}

/** Titles in one line, names in another, however long each is. */
function signatureRow(row: (Sheet['signatures'][number] | null)[], style: Style): Strip {
  const width = bodyWidth / row.length;
  const small = row.length > 3 ? { ...style, size: style.size - 1.5 } : style;
  const placed = row.flatMap((signature, column) =>
    signature === null ? [] : [{ ...signature, place: { x: page.left + column * width + 4, width: width - 8, align: 'centre' as const } }],
  );
  const titles = placed.map(({ title, note, place }) => {
    const below = note === '' ? [] : textStrips(plain(note, 'italic'), { ...small, size: small.size - 1 }, place);
    return stack([...textStrips(plain(title, 'bold'), small, place), ...below]);
  });
  const names = placed.map(({ name, place }) => stack(name === '' ? [] : textStrips(plain(name, 'bold'), small, place)));
  return stack([beside(titles), space(signingRoom), beside(names)]);
}
