import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';
import { spellOut } from './short-forms.ts';

/** True when one of the phrases stands in the text as whole words. */
export type Matcher = {
  (text: string): boolean;
  /** The same whatever the marks, for phrases of two words and more: a misspelt text is asked a second time. */
  loosely(text: string): boolean;
};

/**
 * Phrases are written with their marks, `|` between them. A text with marks must have them right ("giá" is not "gia đình");
 * a text without any is compared without. Short forms of messages are spelt out first.
 */
export function anyOf(phrases: string): Matcher {
  const list = phrases.split('|').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
  const exact = matching(list);
  const folded = matching(list.map(fold));
  const longer = matching(list.filter((phrase) => phrase.includes(' ')).map(fold));
  const matches = (text: string) =>
    hasDiacritics(text) ? exact.test(spellOut(exactWords(text))) : folded.test(fold(spellOut(foldedWords(text))));
  return Object.assign(matches, { loosely: (text: string) => longer.test(fold(spellOut(foldedWords(text)))) });
}

// Nothing to look for is never found.
function matching(list: string[]): RegExp {
  const longestFirst = [...new Set(list)].sort((a, b) => b.length - a.length);
  return list.length === 0 ? /(?!)/ : new RegExp(` (?:${longestFirst.join('|')}) `, 'u');
}
