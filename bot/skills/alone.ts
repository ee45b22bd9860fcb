import { maskPersonal } from '../personal.ts';
import { plainReply, startChoices } from '../reply.ts';
import type { Language, Memory, Reply } from '../types.ts';
import { contentWords } from '../understand/content.ts';
import { addressIn } from '../understand/notice-wish.ts';
import { wording } from '../wording.ts';

/** What is said to an e-mail address, a personal number or a bare number with nothing asked; null: something else is said. */
export function saidAlone(text: string, { awaiting, offered }: Memory, language: Language): Reply | null {
  if (onlyNumbers(text)) {
    const isMail = addressIn(text)?.by === 'email';
    return plainReply('asked', wording[isMail ? 'mailAlone' : 'noNumbers'][language], isMail ? startChoices(language).slice(-1) : []);
  }
  if (!/^[\d\s.,/-]+$/.test(text)) return null;
  // Past the choices just offered it picks none of them.
  if (awaiting === 'procedure' && offered.length > 1) return plainReply('asked', wording.whichOne[language], offered);
  return plainReply('asked', wording.numberAlone[language], startChoices(language));
}

/** A personal number with next to nothing beside it, such as what it is: no matter is named. */
function onlyNumbers(text: string): boolean {
  const masked = maskPersonal(text);
  return masked !== text && contentWords(masked.replace(/[•\d]+/g, ' ')).length <= 2;
}
