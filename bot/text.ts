import { memo } from './memo.ts';

/** Text as the citizen meant it: well-formed, NFC, no control or zero-width characters, blanks collapsed but lines kept, trimmed. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const unseen = /[\p{Cc}\p{Cf}\uFFFD]/gu;

/** Without diacritics, đ as d; case, spacing and punctuation stay. */
export const withoutMarks = memo((text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .normalize('NFC'),
);

/** Lower case without diacritics: for comparing. */
export function fold(text: string): string {
  return withoutMarks(text.toLowerCase());
}

/** The folded words alone, one blank between them and one at each end: ` xin chao `. For matching whole words. */
export const foldedWords = memo(
  (text) =>
    ` ${fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
);

/** The words with their diacritics, lower case, one blank between and at each end. */
export const exactWords = memo(
  (text) =>
    ` ${text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `,
);

/** True when somebody typed with Vietnamese letters: then a missing mark means something. */
export function hasDiacritics(text: string): boolean {
  return /[đĐ]|\p{M}/u.test(text.normalize('NFD'));
}
