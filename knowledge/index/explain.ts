import { analyse } from '../vietnamese.ts';
import type { Corpus } from './corpus.ts';
import { bodyCount, bodyFields, type Field, strongCount, strongFields } from './fields.ts';
import { commonest } from './gather.ts';
import { mend } from './mend.ts';
import { spellAll } from './phrases.ts';
import type { Query } from './query.ts';
import { variantsOf, type WeighedQuery, type WeighedTerm } from './resolve.ts';
import { rowOf, type Segment } from './segment.ts';
import { type Sign, signBits } from './signs.ts';

/** How a question was read. `pieces` are what it says, each as written and in official words, `weight` 0–1. */
export type Reading = {
  text: string;
  /** Words changed before anything was looked for, in reading order. */
  mended: { from: string; to: string }[];
  pieces: { said: string; means: string[]; weight: number }[];
  signs: Sign[];
};

/** A word of the question in one document. `share`: its part, 0–1, of all that the question's words can bring. */
export type WordFound = { asked: string; share: number; spellings: { word: string; closeness: number; fields: Field[] }[] };

export function readingOf(question: string, query: Query, corpus: Corpus): Reading {
  const text = mend(question, corpus).text;
  const said = (words: { exact: string }[]) => words.map(({ exact }) => exact).join(' ');
  return {
    text: analyse(text).text,
    mended: mendedWords(question, text),
    pieces: query.units.map(({ ways: [own, ...meanings], weight }) => ({
      said: said(own?.words ?? []),
      means: meanings.map(({ words }) => said(words)),
      weight,
    })),
    signs: Object.entries(signBits).flatMap(([sign, bit]) => ((query.signs & bit) === 0 ? [] : [sign as Sign])), // the table's own keys
  };
}

/** Where every word of the question stands in one document; the heaviest first, those that are nowhere last. */
export function wordsFound(segment: Segment, unit: number, query: WeighedQuery, spoken: ReadonlySet<string>): WordFound[] {
  return query.terms
    .map((term) => ({
      asked: term.exact,
      share: (term.weight * term.idf) / query.mass,
      spellings: spellingsIn(segment, unit, term, spoken.has(term.exact)),
    }))
    .sort((a, b) => Number(b.spellings.length > 0) - Number(a.spellings.length > 0) || b.share - a.share);
}

/** The words of one title as the index keeps them: small letters, no punctuation. */
export function titleText({ titleStarts, titleWords, vocabulary }: Segment, title: number): string {
  return [...titleWords.subarray(titleStarts[title] ?? 0, titleStarts[title + 1] ?? 0)].map((term) => vocabulary.terms[term]).join(' ');
}

function spellingsIn(segment: Segment, unit: number, term: WeighedTerm, known: boolean): WordFound['spellings'] {
  const { strong, body, vocabulary } = segment;
  const variants = variantsOf(segment, term, known).toSorted((a, b) => b.closeness - a.closeness);
  return variants.flatMap(({ term: id, closeness }) => {
    const fields: Field[] = [];
    const row = rowOf(strong, id, unit);
    if (row >= 0) fields.push(...strongFields.filter((_, field) => strongCount(strong.marks?.[row] ?? 0, field) > 0));
    const long = (body.starts[id + 1] ?? 0) - (body.starts[id] ?? 0) > commonest(segment) ? -1 : rowOf(body, id, unit);
    if (long >= 0) fields.push(...bodyFields.filter((_, field) => bodyCount(body.marks?.[long] ?? 0, field) > 0));
    return fields.length === 0 ? [] : [{ word: vocabulary.terms[id] ?? '', closeness, fields }];
  });
}

// Where the number of words has changed too, the whole text shows it better than a list.
function mendedWords(question: string, text: string): Reading['mended'] {
  const before = spellAll(question);
  const after = spellAll(text);
  if (before.length !== after.length) return [];
  return before.flatMap(({ exact }, at) => (exact === after[at]?.exact ? [] : [{ from: exact, to: after[at]?.exact ?? '' }]));
}
