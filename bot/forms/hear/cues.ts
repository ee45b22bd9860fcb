import { fold, foldedWords } from '../../text.ts';
import type { Question } from '../form.ts';
import { apart, placesOf, type Said, type Span } from './said-words.ts';

/** What tells which question is answered next; `questions` are all that the words fit, whomever they are about. */
export type Cue = Span & { questions: Question[] };

/** A kind of question that everybody has a word for, whatever the form calls it. */
type Slot = { phrases: string[]; fits: (question: Question) => boolean };

/** A cue that would begin inside the name of somebody ("con tôi | tên") is none. */
export function cuesIn(said: Said, questions: Question[], mentions: Span[]): Cue[] {
  const byPhrase = new Map<string, Set<Question>>();
  const add = (phrase: string, question: Question) => {
    if (phrase !== '') byPhrase.set(phrase, (byPhrase.get(phrase) ?? new Set()).add(question));
  };
  for (const question of questions) {
    for (const phrase of question.hear) add(phrase, question);
    for (const label of [question.label.vi, question.label.en]) add(foldedWords(label).trim(), question);
    for (const { phrases, fits } of slots) if (fits(question)) for (const phrase of phrases) add(phrase, question);
  }
  const all = [...byPhrase].flatMap(([phrase, meant]) =>
    placesOf(phrase, said)
      .filter((span) => isMeant(span, said) && !mentions.some(({ from, to }) => from < span.from && span.from < to))
      .map((span) => ({ ...span, questions: [...meant] })),
  );
  return apart(all);
}

/** Questions of the same kind about others: the birth dates for a birth date. */
export function alike(question: Question, questions: Question[]): Question[] {
  const slot = slots.find(({ fits }) => fits(question));
  const tail = tailOf(question);
  return questions.filter((other) => (slot === undefined ? tailOf(other) === tail && other.type === question.type : slot.fits(other)));
}

/** Whom a question is about. */
export function personOf({ id }: Pick<Question, 'id'>): string {
  return id.split('.')[0] ?? '';
}

export function isBirth(question: Question): boolean {
  return /date$/.test(question.type) && /birth/i.test(tailOf(question));
}

function tailOf({ id }: Question): string {
  return id.split('.').at(-1) ?? '';
}

/** Marked, a short cue must be the very word: "ở" and not "o", "tên" and not "tiền". */
function isMeant({ from, to }: Span, { text, marked }: Said): boolean {
  const typed = text.slice(from, to).toLowerCase();
  if (!marked || typed.includes(' ')) return typed !== 'o' || !/^[ ]*\d*$/.test(text.slice(to));
  const forms = written[fold(typed)];
  return forms === undefined || forms.includes(typed);
}

const written: Record<string, string[]> = { ten: ['tên'], sinh: ['sinh'], o: ['ở'], que: ['quê'], dt: ['đt', 'dt'] };

function slot(phrases: string, fits: Slot['fits']): Slot {
  return { phrases: phrases.split('|').map((phrase) => phrase.trim()), fits };
}

const slots: Slot[] = [
  slot(
    'ho va ten|ho ten|ten la|ten|ten day du|ten khai sinh|dat ten|dat ten la|full name|name is|name|is called|is named|named',
    (question) => question.type === 'name' && tailOf(question) === 'name',
  ),
  slot(
    'ngay thang nam sinh|ngay sinh|sinh ngay|sinh nam|nam sinh|sinh hom|sinh vao|sinh|was born on|was born in|was born|born on|born in|born|date of birth|birthday|birth date|dob',
    isBirth,
  ),
  slot('ngay mat|mat ngay|mat hom|mat luc|mat vao|qua doi ngay|qua doi hom|chet ngay|died on|date of death', (question) => {
    return /date$/.test(question.type) && /death|died/i.test(question.id);
  }),
  slot(
    'so dinh danh ca nhan|so dinh danh|ma dinh danh|dinh danh|so can cuoc cong dan|so can cuoc|can cuoc cong dan|can cuoc|so cccd|cccd|so cmnd|cmnd|cmt|id number|identity number|identity card|personal number|id card|id',
    (question) => question.type === 'id-number',
  ),
  slot('so dien thoai|dien thoai|so dt|sdt|dt|so di dong|phone number|phone|mobile|tel', (question) => question.type === 'phone'),
  slot('dia chi email|dia chi e mail|email|e mail|mail|thu dien tu', (question) => question.type === 'email'),
  slot(
    'dia chi|dia chi o|noi o|noi cu tru|cho o|o tai|song o|song tai|cu tru|cu tru tai|cu tru o|thuong tru|thuong tru tai|thuong tru o|hien o|dang o|o|address|live in|lives in|living in|live at|lives at',
    (question) => question.type === 'address' && /residence|address|home$/i.test(tailOf(question)),
  ),
  slot('luc|vao luc|hoi|at', (question) => question.type === 'time'),
  slot('que quan|que quan o|que o|que|hometown', (question) => question.type === 'address' && /hometown|origin/i.test(tailOf(question))),
  slot(
    'noi sinh|sinh tai|sinh o|place of birth|born at',
    (question) => question.type === 'address' && /birthPlace/i.test(tailOf(question)),
  ),
  slot('dan toc|ethnicity|ethnic group', (question) => question.type === 'ethnicity'),
  slot('quoc tich|nationality', (question) => question.type === 'nationality'),
  slot('gioi tinh|sex|gender', isSex),
];

export function isSex({ type, options }: Question): boolean {
  return type === 'choice' && ['male', 'female'].every((value) => options.some((option) => option.value === value));
}
