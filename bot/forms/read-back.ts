import { hasDiacritics } from '../text.ts';
import type { Language } from '../types.ts';
import type { Answers } from './form.ts';
import { addressIn } from './office.ts';
import type { Asked, progressOf } from './plan.ts';
import { filingWording as words } from './wording.ts';

export function stepLine(pattern: string, { step, of, title }: ReturnType<typeof progressOf>, language: Language): string {
  return pattern.replace('STEP', String(step)).replace('OF', String(of)).replace('TITLE', title[language]);
}

/** The answers with their numbers, as "sửa câu 3" names them. */
export function readBackOf(asked: Asked[], answers: Answers, language: Language): string[] {
  const none = language === 'vi' ? '(bỏ qua)' : '(skipped)';
  return asked.map(({ id, label }, place) => `${place + 1}. ${label[language]}: ${shownIn(answers, id, asked, language) || none}`);
}

/** "Ngày sinh: 12/05/2026; Giới tính: Nam". */
export function answersLine(asked: Asked[], answers: Answers, language: Language): string {
  return asked
    .filter(({ id }) => answers[id] !== undefined && answers[id].value !== '')
    .map(({ id, label }) => `${label[language]}: ${shownIn(answers, id, asked, language)}`)
    .join('; ');
}

export function shownIn(answers: Answers, id: string, asked: Asked[], language: Language): string {
  const answer = answers[id];
  if (answer === undefined) return '';
  const question = asked.find((one) => one.id === id);
  const option = question?.options.find(({ value }) => value === answer.value);
  return option?.label[language] ?? answer.shown;
}

/** What of the free words was typed without marks, by its numbers; `''` where nothing was. A clerk reads the form as it is printed. */
export function unmarkedLine(asked: Asked[], answers: Answers, language: Language): string {
  const numbers = asked.flatMap(({ id, type }, place) => {
    const value = answers[id]?.value ?? '';
    const typed = type === 'text' ? value : type === 'address' ? (addressIn(value)?.detail ?? '') : '';
    return /\p{Ll}{2,} +\p{L}{2,}/u.test(typed) && !hasDiacritics(typed) ? [String(place + 1)] : [];
  });
  return numbers.length === 0 ? '' : words.unmarked[language].replace('NUMBERS', numbers.join(', ')).replace('FIRST', numbers[0] ?? '');
}
