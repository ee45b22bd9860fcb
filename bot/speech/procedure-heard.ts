import { fold } from '../text.ts';
import { digitsOf } from './digits-heard.ts';
import { digitOf, heardWords, type Word } from './words.ts';

/** Finds a national procedure code said in words ("một chấm không không bốn hai hai hai"), or null. A price is none. */
export function heardProcedureCode(text: string): string | null {
  if (!dotHeard.test(text)) return null;
  const words = heardWords(text);
  for (let at = 1; at < words.length; at += 1) {
    const level = digitOf(words[at - 1]);
    if (words[at]?.kind !== 'dot' || level === null || level < '1' || level > '6' || isNumeric(words[at - 2])) continue;
    if (words[at - 2]?.kind === 'dot' || words[at - 2]?.kind === 'letter') continue;
    let end = at + 1;
    while (end - at < 16 && isNumeric(words[end])) end += 1;
    const after = words[end];
    if (after?.kind === 'scale' || after?.kind === 'half' || (after?.kind === 'other' && sums.has(fold(after.text)))) continue;
    const number = digitsOf(words.slice(at + 1, end), [6]);
    if (number !== null) return `${level}.${number}`;
  }
  return null;
}

const dotHeard = /(?<!\p{L})(?:ch[aấắ]m|ph[aẩ]y|dot|point)(?!\p{L})/iu;
const sums = new Set('dong vnd usd do k'.split(' '));

function isNumeric(word: Word | undefined): boolean {
  return word?.kind === 'digit' || word?.kind === 'tens' || word?.kind === 'figures' || word?.kind === 'linh' || word?.kind === 'of';
}
