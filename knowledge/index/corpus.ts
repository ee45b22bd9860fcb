import { pairKey, placeOf, type Segment } from './segment.ts';

/** What the records themselves say of spelling: which words there are, and which stand side by side. */
export type Corpus = {
  /** Documents whose names, results or fields have the word spelled so. */
  uses(exact: string): number;
  /** True when the word is no stranger: names have it, or long texts more than once or twice. */
  knows(exact: string): boolean;
  /** The same over all spellings with these letters. */
  usesFolded(folded: string): number;
  /** Documents that have the two side by side, diacritics aside. */
  together(first: string, second: string): number;
  /** How many titles have the two side by side as they are spelled here. */
  spelledTogether(first: string, second: string): number;
  /** How the two are spelled where they stand side by side: the most frequent way, and its share of all. */
  usual(first: string, second: string): { first: string; second: string; share: number } | null;
};

export function createCorpus(segment: Segment): Corpus {
  const { vocabulary, strong, body, pairs, pairKeys, spelledPairs, spelledCounts } = segment;
  const most = new Int32Array(pairKeys.length).fill(-1);
  const sums = new Uint32Array(pairKeys.length);
  for (const [at, key] of spelledPairs.entries()) {
    const place = placeOf(pairKeys, pairKey(vocabulary.groups[Math.floor(key / SHIFT)] ?? 0, vocabulary.groups[key % SHIFT] ?? 0));
    if (place < 0) continue;
    sums[place] = (sums[place] ?? 0) + (spelledCounts[at] ?? 0);
    if ((most[place] ?? -1) < 0 || (spelledCounts[at] ?? 0) > (spelledCounts[most[place] ?? 0] ?? 0)) most[place] = at;
  }
  const count = (term: number) => (strong.starts[term + 1] ?? 0) - (strong.starts[term] ?? 0);
  const placeOfFolded = (first: string, second: string) => {
    const left = vocabulary.folded.get(first);
    const right = vocabulary.folded.get(second);
    return left === undefined || right === undefined ? -1 : placeOf(pairKeys, pairKey(left.group, right.group));
  };

  return {
    uses(exact) {
      const term = vocabulary.exact.get(exact);
      return term === undefined ? 0 : count(term);
    },
    knows(exact) {
      const term = vocabulary.exact.get(exact);
      return term !== undefined && (count(term) >= 2 || (body.starts[term + 1] ?? 0) - (body.starts[term] ?? 0) >= 4);
    },
    usesFolded: (folded) => vocabulary.folded.get(folded)?.terms.reduce((sum, term) => sum + count(term), 0) ?? 0,
    together(first, second) {
      const place = placeOfFolded(first, second);
      return place < 0 ? 0 : (pairs.starts[place + 1] ?? 0) - (pairs.starts[place] ?? 0);
    },
    spelledTogether(first, second) {
      const left = vocabulary.exact.get(first);
      const right = vocabulary.exact.get(second);
      if (left === undefined || right === undefined) return 0;
      const place = placeOf(spelledPairs, pairKey(left, right));
      return place < 0 ? 0 : (spelledCounts[place] ?? 0);
    },
    usual(first, second) {
      const place = placeOfFolded(first, second);
      const at = place < 0 ? -1 : (most[place] ?? -1);
      const key = spelledPairs[at];
      if (key === undefined) return null;
      return {
        first: vocabulary.terms[Math.floor(key / SHIFT)] ?? '',
        second: vocabulary.terms[key % SHIFT] ?? '',
        share: (spelledCounts[at] ?? 0) / Math.max(1, sums[place] ?? 0),
      };
    },
  };
}

const SHIFT = 0x4000000;
