import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';

/** True when one of the phrases stands in the text as whole words. */
export type Matcher = (text: string) => boolean;

/**
 * Phrases are written with their marks, `|` between them. A text with marks must have them right ("giá" is not "gia đình");
 * a text without any is compared without.
 */
export function anyOf(phrases: string): Matcher {
  const list = phrases.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
  const exact = matching(list);
  const folded = matching(list.map(fold));
  return (text) => (hasDiacritics(text) ? exact.test(exactWords(text)) : folded.test(foldedWords(text)));
}

function matching(list: string[]): RegExp {
  return new RegExp(` (?:${[...new Set(list)].sort((a, b) => b.length - a.length).join('|')}) `, 'u');
}
