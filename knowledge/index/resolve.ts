import type { Query, QueryTerm } from './query.ts';
import { idf, placeOf, type Segment } from './segment.ts';
import { type Spelling, spelling } from './spelling.ts';
import { weights } from './weights.ts';

/** A word of the question as one segment has it: its spellings there, each with how near (0–1) it is to what was written. */
export type Variants = { term: number; closeness: number }[];

/** A word with its weight in this corpus. `idf` is shared by all segments. */
export type WeighedTerm = QueryTerm & { idf: number; known: boolean };

export type WeighedQuery = {
  terms: WeighedTerm[];
  pairs: { first: string; second: string; weight: number }[];
  /** Sum of mass × idf over terms, above 0. */
  mass: number;
  /** Sum of weight over pairs. */
  pairMass: number;
};

/** Weighs a question's words and pairs by how rare they are over all segments together. */
export function weigh(query: Query, segments: readonly Segment[]): WeighedQuery {
  const documents = segments.reduce((sum, segment) => sum + segment.size, 0);
  const spoken = trusted(query.terms, segments);
  const terms = query.terms.map((term): WeighedTerm => {
    let strong = 0;
    let body = 0;
    for (const segment of segments) {
      for (const { term: id, closeness } of variantsOf(segment, term, spoken.has(term.exact))) {
        strong += closeness * count(segment.strong.starts, id);
        body += closeness * count(segment.body.starts, id);
      }
    }
    const known = strong + body > 0;
    const frequency = known ? Math.max(strong, weights.bodyFrequency * body) : documents * weights.unknownShare;
    return { ...term, idf: idf(documents, frequency), known };
  });
  const pairs = query.pairs.map((pair) => {
    let found = 0;
    for (const segment of segments) {
      const place = placeOfPair(segment, pair.first, pair.second);
      if (place >= 0) found += count(segment.pairs.starts, place);
    }
    // A pair that no record has says little against any of them, yet makes the others a smaller part of what is asked.
    return found === 0
      ? { ...pair, weight: 0, lost: weights.unknownPair * pair.weight * idf(documents, 1) }
      : { ...pair, weight: pair.weight * idf(documents, found), lost: 0 };
  });
  return {
    terms,
    pairs: pairs.filter((pair) => pair.weight > 0),
    mass: Math.max(
      1e-6,
      terms.reduce((sum, term) => sum + term.mass * term.idf, 0),
    ),
    pairMass: Math.max(
      1e-6,
      pairs.reduce((sum, pair) => sum + pair.weight + pair.lost, 0),
    ),
  };
}

/**
 * Exactly as written where the corpus knows that; then spellings that differ in the tone alone; then those that share the letters. A word
 * without diacritics in a question without any stands for all of them alike.
 */
export function variantsOf(segment: Segment, term: Spelling & { marked: boolean; likely: string | null }, known: boolean): Variants {
  const group = segment.vocabulary.folded.get(term.folded);
  if (group === undefined) return [];
  return group.terms.map((id) => {
    const exact = segment.vocabulary.terms[id] ?? '';
    if (term.marked ? exact === term.exact : term.likely === null || exact === term.likely) return { term: id, closeness: 1 };
    if (!term.marked) return { term: id, closeness: weights.unlikely };
    if (!known) return { term: id, closeness: weights.unknownSpelling };
    const plain = term.exact === term.folded;
    return {
      term: id,
      closeness: plain ? weights.plain : spelling(exact).toneless === term.toneless ? weights.toneApart : weights.lettersAlike,
    };
  });
}

/** The spellings of the question that stand in the records as they are written, and not as a rare slip for another spelling. */
export function trusted(terms: readonly QueryTerm[], segments: readonly Segment[]): Set<string> {
  const known = new Set<string>();
  for (const { exact, folded } of terms) {
    const own = use(segments, exact);
    if (own === 0) continue;
    const spellings = new Set(
      segments.flatMap(({ vocabulary }) => vocabulary.folded.get(folded)?.terms.map((id) => vocabulary.terms[id] ?? '') ?? []),
    );
    if ([...spellings].every((other) => own >= weights.slipShare * use(segments, other))) known.add(exact);
  }
  return known;
}

function use(segments: readonly Segment[], exact: string): number {
  let documents = 0;
  for (const { vocabulary, strong, body } of segments) {
    const id = vocabulary.exact.get(exact);
    if (id !== undefined) documents += count(strong.starts, id) + weights.bodyFrequency * count(body.starts, id);
  }
  return documents;
}

export function placeOfPair(segment: Segment, first: string, second: string): number {
  const left = segment.vocabulary.folded.get(first);
  const right = segment.vocabulary.folded.get(second);
  if (left === undefined || right === undefined) return -1;
  return placeOf(segment.pairKeys, left.group * 0x4000000 + right.group);
}

function count(starts: Uint32Array, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}
