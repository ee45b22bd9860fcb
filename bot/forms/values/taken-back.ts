import { plain } from './plain.ts';

/** What is meant in a text that takes its first word back at once: of "12/5/2026, à nhầm, 13/5/2026" the second day. Null where nothing is taken back. */
export function meantIn(text: string): string | null {
  const said = text.normalize('NFC');
  const slip = [...plain(said).matchAll(slips)].find((found) => isWritten(said, found));
  const meant = slip === undefined ? '' : said.slice(slip.index + slip[0].length);
  return meant.trim() === '' ? null : meant;
}

/** Where what is meant begins, when what stands before `from` is taken back right behind it; null where it is not. */
export function takenBackAt(text: string, from: number): number | null {
  const [slip] = plain(text.slice(from)).matchAll(slips);
  if (slip === undefined || slip.index > 0 || !isWritten(text.slice(from), slip)) return null;
  const at = from + slip[0].length;
  return at < text.length ? at : null;
}

/** The words that take something back, as places in the text: "ý tôi là" speaks of nobody. */
export function slipsIn(text: string): { from: number; to: number }[] {
  const found = [...plain(text).matchAll(slips)].filter((slip) => isWritten(text, slip));
  return found.map(({ index, 0: slip }) => ({ from: index, to: index + slip.length }));
}

/** Marked, it is "nhầm" and "lộn": not "Nhâm", not "lớn". */
function isWritten(text: string, { index, 0: slip }: RegExpMatchArray): boolean {
  const words = text.slice(index, (index ?? 0) + slip.length);
  return !/nh[âậẩắạáàả]m|l[ớợờơóòo]n(?!\p{L})/iu.test(words);
}

// A pause or a sigh comes before it: "nhầm" in the middle of words may be anything.
const sigh = '(?:a|ah|o|oi|uh|um|y|thoi|chet|quen|xin loi|oops|sorry|no|wait|khong)';
const slips = new RegExp(
  `(?: *[,.;:!?…–-]+ *(?:${sigh}[ ,.!]+)*| +(?:${sigh}[ ,.!]+)+)(?:(?:toi|em|minh) +)?(?:(?:noi|ghi|go|viet) +)?(?:nham|lon|dinh chinh|y (?:toi|em|minh) la|sua lai|ma thoi|i mean|i meant|make that)(?: +(?:roi|mat|a|thanh))*(?: *[,.;:!–-]+ *| +)(?:phai la |la )?`,
  'g',
);
