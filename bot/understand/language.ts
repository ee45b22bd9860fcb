import { exactWords, hasDiacritics } from '../text.ts';
import { isEnglish } from '../typed.ts';
import type { Language } from '../types.ts';

const vietnamese =
  / (toi|cho|gi|la|o|dau|bao|nhieu|lam|giay|khong|muon|duoc|nop|ho|va|thi|nao|xin|chao|em|anh|chi|mat|dang|ky|cap|lai|cam|on) /;

/** The language to answer in: English where `isEnglish` says so. What could be either ("ok", "visa", a code) keeps `before`. */
export function languageOf(text: string, before: Language): Language {
  if (isEnglish(text) || isEnglishBesideNumber(text)) return 'en';
  return hasDiacritics(text) || vietnamese.test(exactWords(text)) ? 'vi' : before;
}

/** "My dossier H40.…", "pin is 4321": a code or digits, and English words of which one stands in no Vietnamese sentence. */
function isEnglishBesideNumber(text: string): boolean {
  const words = exactWords(text.replace(/\S*\d\S*/g, ' '))
    .trim()
    .split(' ');
  return /\d/.test(text) && words.every((word) => besideNumbers.has(word)) && words.some((word) => onlyEnglish.has(word));
}

const onlyEnglish = new Set('dossier application the is are it its please number track'.split(' '));
const besideNumbers = new Set([
  ...onlyEnglish,
  ...'my pin code id phone check status file follow find show see up look at of for about last four digits what where and with here this no hi hello ok'.split(
    ' ',
  ),
]);
