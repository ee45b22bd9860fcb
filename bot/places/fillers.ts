import { spell } from './spelling.ts';
import type { Word } from './words.ts';

/** True for a word that says nothing of a place: "thuộc", "cũ", "ở", and "Việt Nam" or a post code at the end. */
export function isFiller(words: Word[], at: number): boolean {
  const { key = '', exact = '' } = words[at] ?? {};
  if (written.has(exact)) return true;
  if (exact === key && plain.has(key) && words.every((word) => word.exact === word.key)) return true;
  const rest = words
    .slice(at)
    .map((word) => word.key)
    .join(' ');
  if (/^(viet nam|vietnam|vn)( \d{5,6})?$/.test(rest) || /^\d{5,6}( (viet nam|vietnam|vn))?$/.test(rest)) return true;
  return key === 'nam' && words[at - 1]?.key === 'viet' && isFiller(words, at - 1);
}

const words = [
  'thuộc',
  'của',
  'ở',
  'tại',
  'cũ',
  'mới',
  'và',
  'trước',
  'đây',
  'nay',
  'là',
  'ạ',
  'nhé',
  'đó',
  'in',
  'of',
  'city',
  'ward',
  'district',
  'commune',
  'province',
].map(spell);
const written = new Set(words.map(({ exact }) => exact));
// Without marks some of these are names or parts of them: they count where the whole address is written so.
const plain = new Set(['thuoc', 'cua', 'tai', 'cu', 'moi', 'truoc', 'la', 'a', 'nhe']);
