import { foldedWords } from '../../text.ts';
import type { Answer, Form, Question } from '../form.ts';
import { alike, type Cue, personOf } from './cues.ts';
import { calledBy } from './mentions.ts';

type Asking = { questions: Question[]; people: Form['people']; current: Question | null; answers: Record<string, Answer> };

/** The question that the cue asks to fill, of the person spoken of; where none is, of whom is asked about, or the one at hand, or the only one. */
export function questionFor(
  cue: Cue,
  person: string | null,
  beside: boolean,
  { questions, people, current, answers }: Asking,
): Question | null {
  const open = (list: Question[]) => list.filter(({ id }) => answers[id] === undefined);
  const known = new Set(people.map(({ id }) => id));
  // A cue that names its person itself ("mẹ sinh năm") needs no other; of a thing ("giấy kết hôn số") nobody is the subject.
  const own = cue.questions.filter((question) => !known.has(personOf(question)));
  const wide = beside ? cue.questions.flatMap((question) => alike(question, questions)) : cue.questions;
  const theirs = person === null ? [] : open(wide.filter((question) => personOf(question) === person));
  if (theirs[0] !== undefined) return theirs[0];
  // Free words may hold the cue of anything: "hộ chiếu cấp ngày …" is no date of another paper.
  const free = current?.type === 'text' || current?.type === 'address';
  if (own.length > 0) return free ? null : (open(own)[0] ?? null);
  if (cue.questions.length === 1 && !beside && namesPerson(cue, people)) return open(cue.questions)[0] ?? null;
  if (person !== null) return null;
  const all = open(cue.questions);
  const asked =
    all.find(({ id }) => id === current?.id) ??
    all.find((one) => current !== null && known.has(personOf(one)) && personOf(one) === personOf(current));
  return asked ?? (new Set(all).size === 1 ? (all[0] ?? null) : null);
}

function namesPerson({ questions: [question] }: Cue, people: Form['people']): boolean {
  const person = people.find(({ id }) => question !== undefined && id === personOf(question));
  const phrases = question === undefined ? [] : [...question.hear, ...[question.label.vi, question.label.en].map(foldedWords)];
  return person !== undefined && phrases.some((phrase) => calledBy(person).some((name) => ` ${phrase} `.includes(` ${name} `)));
}
