import { exactWords, hasDiacritics } from '../text.ts';
import { isEnglish } from '../typed.ts';
import type { Language } from '../types.ts';

const vietnamese =
  / (toi|cho|gi|la|o|dau|bao|nhieu|lam|giay|khong|muon|duoc|nop|ho|va|thi|nao|xin|chao|em|anh|chi|mat|dang|ky|cap|lai|cam|on) /;

/** The language to answer in: English where `isEnglish` says so. What could be either ("ok", "visa", a code) keeps `before`. */
export function languageOf(text: string, before: Language): Language {
  if (isEnglish(text)) return 'en';
  return hasDiacritics(text) || vietnamese.test(exactWords(text)) ? 'vi' : before;
}
