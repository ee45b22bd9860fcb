import { clean, hasDiacritics } from '../../text.ts';
import { plain } from '../values/plain.ts';

/** A text to look for phrases in. `marked`: but for names it has diacritics. `words` has every character of `text` at its own place plus one: folded, with blanks for all that is neither letter nor figure. */
export type Said = { text: string; words: string; marked: boolean };

/** Without its names, which are often given their marks by who types nothing else with them. All in capitals, nothing tells a name. */
function ordinary(text: string): string {
  return /\p{Ll}{2}/u.test(text) ? text.replace(/\p{Lu}\p{L}*/gu, '') : text;
}

export type Span = { from: number; to: number };

export function saidOf(text: string): Said {
  const cleaned = clean(text);
  return { text: cleaned, words: ` ${plain(cleaned).replace(/[^\p{L}\p{N}]/gu, ' ')} `, marked: hasDiacritics(ordinary(cleaned)) };
}

/** Where a folded phrase stands as whole words: places in the text. A comma between two words parts them. */
export function placesOf(phrase: string, { words }: Said): Span[] {
  const found: Span[] = [];
  for (let at = words.indexOf(` ${phrase} `); at >= 0; at = words.indexOf(` ${phrase} `, at + 1))
    found.push({ from: at, to: at + phrase.length });
  return found;
}

/** The longest first, none over another, then in order. */
export function apart<T extends Span>(spans: T[]): T[] {
  const taken: T[] = [];
  for (const span of spans.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (!taken.some((one) => one.from < span.to && span.from < one.to)) taken.push(span);
  }
  return taken.sort((a, b) => a.from - b.from);
}
