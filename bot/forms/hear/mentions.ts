import type { Form } from '../form.ts';
import { apart, placesOf, type Said, type Span } from './said-words.ts';

/** Somebody who is spoken of, at a place of the text. */
export type Mention = Span & { person: string };

/** Whoever is named, the head of each group alone: in "mẹ của bé" and "vợ tôi" one person is meant. */
export function mentionsIn(said: Said, people: Form['people']): Mention[] {
  const all = people.flatMap((person) =>
    calledBy(person).flatMap((phrase) =>
      placesOf(phrase, said)
        .filter((span) => isMeant(span, said))
        .map((span) => ({ ...span, person: person.id })),
    ),
  );
  const heads: Mention[] = [];
  for (const mention of apart(all)) {
    const before = heads.at(-1);
    const beside = before !== undefined && /^ *(?:(?:của|cua|of|cho) )? *$/.test(said.text.slice(before.to, mention.from));
    if (beside) before.to = mention.to;
    else heads.push(mention);
  }
  return heads;
}

/** How a person is called, in folded words. */
export function calledBy({ id, hear }: Form['people'][number]): string[] {
  return [...hear, ...(isChild(hear) ? children : []), ...(english[id] ?? [])];
}

/** Whether it is a child whom the words name: only then "con trai" tells somebody's sex. */
export function isChild(hear: string[]): boolean {
  return hear.includes('con') || hear.includes('be');
}

const children = ['con trai', 'con gai', 'be trai', 'be gai', 'chau trai', 'chau gai', 'em be trai', 'em be gai'];

/** A folded word may be another one: "còn" for "con", a number for "ba", a name for "Minh". */
function isMeant({ from, to }: Span, said: Said): boolean {
  const typed = said.text.slice(from, to);
  const [first = ''] = typed.split(' ');
  const bare = said.words.slice(from + 1, to + 1).split(' ')[0] ?? '';
  const before = / ([\p{L}\p{N}]+) $/u.exec(said.words.slice(0, from + 1))?.[1] ?? '';
  const after = /^ ([\p{L}\p{N}]+)/u.exec(said.words.slice(to + 1))?.[1] ?? '';
  const forms = written[bare];
  // Marks are often left out of all but the names; "minh" alone is a name then.
  const bareToo = bare !== 'minh' && first.toLowerCase() === bare;
  if (said.marked && forms !== undefined && !bareToo && !forms.includes(first.toLowerCase())) return false;
  // A capital in the middle of a line begins a name.
  if (/^\p{Lu}/u.test(first) && before !== '' && !typed.includes(' ') && said.text !== said.text.toUpperCase()) return false;
  if (bare === 'ba' && (counting.has(before) || counting.has(after) || /^\d/.test(before + after))) return false;
  if (!said.marked && typed === 'con' && parents.has(after)) return false;
  return !(names.has(bare) && !typed.includes(' ') && !said.marked && before === 'ten' && after !== 'la');
}

/** How the words that people are called by are written; others may be written anyhow. */
const written: Record<string, string[]> = {
  con: ['con'],
  toi: ['tôi'],
  be: ['bé'],
  chau: ['cháu'],
  me: ['mẹ'],
  bo: ['bố'],
  ba: ['ba', 'bà'],
  cha: ['cha'],
  vo: ['vợ'],
  chong: ['chồng'],
  minh: ['mình'],
  tre: ['trẻ'],
  ong: ['ông'],
  chu: ['chủ', 'chú'],
  mat: ['mất'],
  nguoi: ['người'],
};
const counting = new Set(
  'khong mot hai bon tu nam lam sau bay tam chin muoi tram nghin ngan trieu thang ngay mung mong nam thu so linh le ruoi'.split(' '),
);
const parents = new Set('vo chong me bo cha ba ong'.split(' '));
const names = new Set('minh chau anh em be ba ong chi'.split(' '));
const english: Record<string, string[]> = {
  child: [
    'my child',
    'my son',
    'my daughter',
    'my baby',
    'the child',
    'the baby',
    'child s',
    'son s',
    'daughter s',
    'baby s',
    'baby',
    'child',
  ],
  mother: ['my wife', 'the mother', 'mother', 'mother s', 'mom'],
  father: ['my husband', 'the father', 'father', 'father s', 'dad'],
  applicant: ['i', 'my', 'me'],
  husband: ['my husband', 'husband', 'husband s', 'the groom'],
  wife: ['my wife', 'wife', 'wife s', 'the bride'],
  deceased: ['the deceased', 'the dead person'],
};
