/** For each term `t`, rows `starts[t]` to `starts[t + 1]`: which unit (document or title) and a mark (counts per field; absent: none). */
export type Postings = { starts: Uint32Array; units: Uint16Array | Uint32Array; marks: Uint32Array | Uint8Array | null };

/** Exact spellings by number, and for each folded spelling its number and the exact ones that fold to it. */
export type Vocabulary = {
  terms: string[];
  exact: Map<string, number>;
  folded: Map<string, { group: number; terms: number[] }>;
  /** The number of each term's folded spelling. */
  groups: number[];
};

/** A frozen index over some documents, numbered from 0. Read only; an index is one segment, or two after an edit. */
export type Segment = {
  size: number;
  ids: string[];
  codes: string[];
  names: string[];
  issuers: string[];
  /** Bits of `traits.ts` per document. */
  traits: Uint32Array;
  /** Bits of `signs.ts` that the name shows, per document. */
  signs: Uint32Array;
  /** Syllables of the name, 255 at most. */
  nameLengths: Uint8Array;
  vocabulary: Vocabulary;
  strong: Postings;
  body: Postings;
  /** The idf of each term. */
  rarities: Float32Array;
  /** Titles: the name, each everyday name and each result of a document, `titleFrom[unit]` to `titleFrom[unit + 1]`. */
  titleFrom: Uint32Array;
  /** 0 name, 1 everyday name, 2 result. */
  titleKinds: Uint8Array;
  /** A title's words in their order with their roles, `titleStarts[title]` to `titleStarts[title + 1]`. */
  titleStarts: Uint32Array;
  titleWords: Uint32Array;
  titleRoles: Uint8Array;
  /** Pairs of folded numbers in titles and field, ascending: `first * 2^26 + second`; the postings' term is the place in this list. */
  pairKeys: Float64Array;
  pairs: Postings;
  /** The same pairs as they are spelled, by term, ascending, and in how many titles each stands. */
  spelledPairs: Float64Array;
  spelledCounts: Uint16Array;
};

/** What all segments of an index together say of a word: in how many documents' strong fields, of how many. */
export type Statistics = { documents: number; frequency(exact: string): number };

export function pairKey(first: number, second: number): number {
  return first * 0x4000000 + second;
}

/** The natural idf of BM25, above 0 for every word. */
export function idf(documents: number, frequency: number): number {
  return Math.log(1 + (documents - Math.min(frequency, documents) + 0.5) / (frequency + 0.5));
}

/** The place of a key in the ascending list, or -1. */
export function placeOf(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The row of a unit among a term's, or -1. */
export function rowOf({ starts, units }: Postings, term: number, unit: number): number {
  let low = starts[term] ?? 0;
  let high = (starts[term + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = units[middle] ?? 0;
    if (at === unit) return middle;
    if (at < unit) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
