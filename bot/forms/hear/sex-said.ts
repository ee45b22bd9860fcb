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

/** ", nữ," as a clause of its own, where one person alone was told of; null otherwise. */
export function ownSexSaid(
  said: Said,
  questions: Question[],
  told: string[],
): (Span & { question: Question; value: 'male' | 'female' }) | null {
  const clause = /(?:^|[,;])\s*(nam|nữ|nu|male|female)\s*(?=[,;.]|$)/iu.exec(said.text);
  const people = new Set(told.map((id) => personOf({ id })));
  const asked = questions.filter((question) => isSex(question) && people.has(personOf(question)));
  const [question] = asked;
  if (clause === null || question === undefined || people.size !== 1 || asked.length !== 1) return null;
  const value = /^(?:nam|male)$/i.test(clause[1] ?? '') ? 'male' : 'female';
  return { from: clause.index, to: clause.index + clause[0].length, question, value };
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
