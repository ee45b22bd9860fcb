import type { Aspect, Choice, Language } from '../types.ts';
import { words } from './words.ts';

/** What people ask next, in the order in which they ask it, without what was just told: four or five buttons. */
export function followUps(aspect: Aspect, language: Language): Choice[] {
  const asked: Aspect[] = ['documents', 'fee', 'duration', 'place', 'online'];
  const first = nextTo[aspect];
  return [...(first ? [first] : []), ...asked]
    .filter((next) => next !== aspect)
    .flatMap((next) => words[language].choices[next] ?? [])
    .slice(0, 5);
}

/** Who sees the papers wants the forms; who files online wants the steps. */
const nextTo: Partial<Record<Aspect, Aspect>> = { documents: 'forms', online: 'steps' };
