import { everydayWords } from '../lexicon/words.ts';
import { analyse, type Syllable } from '../vietnamese.ts';
import { createPhrases } from './phrases.ts';
import { signsOf } from './signs.ts';
import type { Spelling } from './spelling.ts';
import { weights } from './weights.ts';

/** One word looked for. `weight` 0–1: how much its evidence counts; `mass` 0–1: how much its absence counts against coverage. */
export type QueryTerm = Spelling & { weight: number; mass: number; marked: boolean };

/** A question as the index reads it: words, pairs of folded neighbours, and the signs of `signs.ts` as bits. */
export type Query = {
  terms: QueryTerm[];
  pairs: { first: string; second: string; weight: number }[];
  signs: number;
  syllables: Spelling[];
};

export function queryOf(question: string): Query {
  const { syllables, bigrams, marked } = analyse(question.slice(0, LONGEST));
  const terms = new Map<string, QueryTerm>();
  const pairs = new Map<string, number>();
  const shares = syllables.map((syllable) => weightOf(syllable));
  const found = official.find(syllables);

  // An everyday phrase stands aside for its official words: its own syllables only help.
  for (const { start, length } of found) {
    for (let at = start; at < start + length; at++) shares[at] = Math.min(shares[at] ?? 0, weights.aside);
  }
  syllables.forEach((syllable, at) => {
    const weight = shares[at] ?? 0;
    if (weight > 0) keep(terms, { ...syllable, weight, mass: weight, marked: marked || syllable.expanded });
    // A case (1.001193.02) is asked for by its own code, and found by its procedure's.
    const procedure = /^\d\.\d{6}(?=\.)/.exec(syllable.exact)?.[0];
    if (procedure !== undefined) keep(terms, { exact: procedure, folded: procedure, toneless: procedure, weight, mass: 0, marked });
  });
  for (const pair of bigrams) pairs.set(pair, 1);
  for (const { value } of found) {
    for (const [rank, phrase] of value.entries()) {
      const weight = rank === 0 ? 1 : weights.secondMeaning;
      for (const part of phrase.syllables) {
        const own = weightOf(part) * weight;
        if (own > 0) keep(terms, { ...part, weight: own, mass: rank === 0 ? own : 0, marked: true });
      }
      for (const pair of phrase.bigrams) pairs.set(pair, Math.max(pairs.get(pair) ?? 0, weight));
    }
  }

  const signSyllables = [...syllables, ...found.flatMap(({ value }) => value[0]?.syllables ?? [])];
  return {
    terms: [...terms.values()].slice(0, MOST_TERMS),
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

const official = createPhrases(
  everydayWords.map(([phrase, ...meanings]) => [phrase, meanings.map((meaning) => analyse(meaning))] as const),
  { forgiving: true },
);

function keep(terms: Map<string, QueryTerm>, term: QueryTerm): void {
  const key = term.marked ? term.exact : term.folded;
  const known = terms.get(key);
  if (known === undefined) terms.set(key, term);
  else terms.set(key, { ...known, weight: Math.max(known.weight, term.weight), mass: Math.max(known.mass, term.mass) });
}

function weightOf({ role }: Syllable): number {
  return role === 'stop' ? 0 : role === 'weak' ? weights.weak : 1;
}
