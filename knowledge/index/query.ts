import { isEnglish } from '../../bot/typed.ts';
import { analyse, type Syllable } from '../vietnamese.ts';
import type { Corpus } from './corpus.ts';
import { everyday } from './everyday.ts';
import { focusOf } from './focus.ts';
import { mend } from './mend.ts';
import { signsOf } from './signs.ts';
import type { Spelling } from './spelling.ts';
import { weights } from './weights.ts';

/** One word looked for. `weight` 0–1: how much its evidence counts; `mass` 0–1: how much its absence counts against coverage. */
export type QueryTerm = Spelling & {
  weight: number;
  mass: number;
  marked: boolean;
  /** The spelling that its neighbours suggest for a word without diacritics. */
  likely: string | null;
};

/**
 * One thing that the question says, in one or more ways: as written, then in official words. A title says it as far as it says the best of
 * them, each way counting its `share`.
 */
export type QueryUnit = { weight: number; ways: { words: QueryTerm[]; share: number }[] };

/** A question as the index reads it: words, pairs of folded neighbours, and the signs of `signs.ts` as bits. */
export type Query = {
  terms: QueryTerm[];
  units: QueryUnit[];
  /** Which words stand side by side, stop words between them left out, in the question and in the official words for it. */
  rows: QueryTerm[][];
  pairs: { first: string; second: string; weight: number }[];
  signs: number;
  syllables: Spelling[];
};

export function queryOf(question: string, corpus: Corpus): Query {
  const mended = mend(question.slice(0, LONGEST), corpus);
  const { syllables, bigrams, marked } = analyse(mended.text);
  const likely = (word: Spelling, sure: boolean) => (sure ? null : (mended.likely.get(word.folded) ?? null));
  const terms = new Map<string, QueryTerm>();
  const pairs = new Map<string, number>();
  const focus = focusOf(syllables);
  const shares = syllables.map((syllable, at) => weightOf(syllable) * (focus[at] ?? 1));
  const english = isEnglish(question);
  // What is empty here as a whole ("qua vneid") means nothing in part; "make a will" is empty in its words alone.
  const found = everyday
    .find(syllables)
    .filter(({ start, length }) => english || syllables.slice(start, start + length).some(({ role }) => role !== 'stop'));

  // An everyday phrase stands aside for its official words: its own syllables only help.
  for (const { start, length } of found) {
    for (let at = start; at < start + length; at++) shares[at] = Math.min(shares[at] ?? 0, weights.aside);
  }
  // What an English question says outside the table is in no record.
  if (english)
    for (let at = 0; at < shares.length; at++) shares[at] = (shares[at] ?? 0) * (corpus.uses(syllables[at]?.exact ?? '') > 0 ? 0.3 : 0.1);
  syllables.forEach((syllable, at) => {
    const weight = shares[at] ?? 0;
    if (weight > 0)
      keep(terms, { ...syllable, weight, mass: weight, marked: marked || syllable.expanded, likely: likely(syllable, syllable.expanded) });
    // A case (1.001193.02) is asked for by its own code, and found by its procedure's.
    const procedure = /^\d\.\d{6}(?=\.)/.exec(syllable.exact)?.[0];
    if (procedure !== undefined)
      keep(terms, { exact: procedure, folded: procedure, toneless: procedure, weight, mass: 0, marked, likely: null });
  });
  for (const pair of bigrams) pairs.set(pair, 1);
  for (const { start, length, value } of found) {
    for (const [rank, phrase] of value.entries()) {
      // Five official words for two said ones are not two and a half times the evidence.
      const spread = Math.min(1, (weights.spread * length) / Math.max(1, phrase.syllables.length));
      const weight = spread * (rank === 0 ? 1 : weights.secondMeaning) * (focus[start] ?? 1);
      for (const part of phrase.syllables) {
        const own = weightOf(part) * weight;
        if (own > 0) keep(terms, { ...part, weight: own, mass: rank === 0 ? own : 0, marked: true, likely: null });
      }
      for (const pair of phrase.bigrams) pairs.set(pair, Math.max(pairs.get(pair) ?? 0, weight));
    }
  }

  const units: QueryUnit[] = [];
  const rows: QueryTerm[][] = [[]];
  for (let at = 0, next = 0; at < syllables.length; at++) {
    const phrase = found[next];
    if (phrase?.start === at) {
      next++;
      const own = syllables.slice(at, at + phrase.length).flatMap((syllable) => wordOf(syllable, marked, likely));
      const meanings = phrase.value.map((meaning) => meaning.syllables.flatMap((syllable) => wordOf(syllable, true, likely)));
      units.push({
        weight: focus[at] ?? 1,
        ways: [own, ...meanings].map((words, way) => ({ words, share: way > 1 ? weights.secondMeaning : 1 })),
      });
      rows[0]?.push(...own);
      rows.push(...meanings);
      at += phrase.length - 1;
      continue;
    }
    const syllable = syllables[at];
    const words = syllable === undefined || english ? [] : wordOf(syllable, marked, likely);
    if (words.length === 0) continue;
    units.push({ weight: focus[at] ?? 1, ways: [{ words, share: 1 }] });
    rows[0]?.push(...words);
  }

  const signSyllables = [...syllables, ...found.flatMap(({ value }) => value[0]?.syllables ?? [])];
  return {
    terms: [...terms.values()].slice(0, MOST_TERMS),
    units: units.slice(0, MOST_TERMS),
    rows,
    pairs: [...pairs].slice(0, MOST_TERMS).map(([pair, weight]) => {
      const [first = '', second = ''] = pair.split(' ');
      return { first, second, weight };
    }),
    signs: signsOf(signSyllables),
    syllables,
  };
}

// A pasted page is a question about its beginning.
const LONGEST = 4000;
const MOST_TERMS = 80;

function keep(terms: Map<string, QueryTerm>, term: QueryTerm): void {
  const key = term.marked ? term.exact : term.folded;
  const known = terms.get(key);
  if (known === undefined) terms.set(key, term);
  else terms.set(key, { ...known, weight: Math.max(known.weight, term.weight), mass: Math.max(known.mass, term.mass) });
}

function wordOf(syllable: Syllable, marked: boolean, likely: (word: Spelling, sure: boolean) => string | null): QueryTerm[] {
  const weight = weightOf(syllable);
  const sure = marked || syllable.expanded;
  return weight === 0 ? [] : [{ ...syllable, weight, mass: weight, marked: sure, likely: likely(syllable, sure) }];
}

function weightOf({ role }: Syllable): number {
  return role === 'stop' ? 0 : role === 'weak' ? weights.weak : 1;
}
