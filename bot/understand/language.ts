import { exactWords, hasDiacritics } from '../text.ts';
import { isEnglish } from '../typed.ts';
import type { Language } from '../types.ts';

// Function words that no Vietnamese sentence typed without marks is made of.
const english =
  / (the|what|where|how|which|when|who|my|is|are|do|does|can|could|please|i|we|for|of|need|want|hello|hi|thanks|thank|you|help|long|much|fee|documents|papers|english) /g;
const vietnamese =
  / (toi|can|cho|gi|la|o|dau|bao|nhieu|lam|giay|khong|muon|duoc|nop|ho|so|va|thi|the|nao|xin|chao|em|anh|chi|mat|dang|ky|cap|lai|cam|on) /g;

/** The language to answer in. One word that could be either ("hi", a code) keeps `before`. */
export function languageOf(text: string, before: Language): Language {
  if (hasDiacritics(text)) return isEnglish(text) ? 'en' : 'vi';
  const words = exactWords(text).replaceAll(' ', '  ');
  const forEnglish = words.match(english)?.length ?? 0;
  const forVietnamese = words.match(vietnamese)?.length ?? 0;
  if (forEnglish >= 2 && forEnglish > forVietnamese) return 'en';
  if (forEnglish === 1 && forVietnamese === 0 && /(hello|please|thanks|thank|english|documents|papers|help)/.test(words)) return 'en';
  return forVietnamese > 0 ? 'vi' : before;
}
