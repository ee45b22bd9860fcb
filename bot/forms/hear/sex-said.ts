import type { Form, Question } from '../form.ts';
import { isSex, personOf } from './cues.ts';
import { isChild } from './mentions.ts';
import { placesOf, type Said, type Span } from './said-words.ts';

/** "Con trai", "bé gái", "my son": the sex of the child that the form is about, in so many words; null where both are said or it is denied. */
export function childSexSaid(
  said: Said,
  questions: Question[],
  people: Form['people'],
): (Span & { question: Question; value: 'male' | 'female' }) | null {
  const child = people.find(({ hear }) => isChild(hear));
  const question = questions.find((one) => isSex(one) && personOf(one) === child?.id);
  if (question === undefined) return null;
  const found = phrases.flatMap(([phrase, value]) =>
    placesOf(phrase, said)
      .filter(({ from, to }) => isMeant(said.text.slice(from, to).toLowerCase(), said) && !denied.test(said.words.slice(0, from + 1)))
      .map((span) => ({ ...span, question, value })),
  );
  const [first] = found;
  return first !== undefined && found.every(({ value }) => value === first.value) ? first : null;
}

/** Marked, "gái" is not "gài" and "trai" no "trại". */
function isMeant(typed: string, { marked }: Said): boolean {
  return !marked || !/[^\0-\x7f]/.test(typed) || / gái$|^bé |^cháu |trai$/u.test(typed);
}

const phrases: [string, 'male' | 'female'][] = [
  ...['con trai', 'be trai', 'chau trai', 'em be trai', 'trai dau long', 'my son', 'baby boy', 'a boy', 'a son'].map(
    (phrase): [string, 'male'] => [phrase, 'male'],
  ),
  ...['con gai', 'be gai', 'chau gai', 'em be gai', 'gai dau long', 'my daughter', 'baby girl', 'a girl', 'a daughter'].map(
    (phrase): [string, 'female'] => [phrase, 'female'],
  ),
];
const denied = / (?:khong phai|ko phai|k phai|chu khong phai|not)(?: la)? $/;
