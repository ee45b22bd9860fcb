import { type Spelling, spelling } from './spelling.ts';
import { eachToken } from './syllables.ts';

/** A phrase found in a row of syllables: it stands at `start` and covers `length` of them. */
export type Found<T> = { start: number; length: number; value: T };

export type Phrases<T> = {
  /** Phrases in reading order, the longest at each place, none overlapping another. */
  find(syllables: readonly Spelling[]): Found<T>[];
};

/**
 * Finds phrases by syllable. A syllable written with diacritics must agree exactly; one written without agrees with any that folds to it,
 * but a phrase of one syllable only as it is listed, for "do" is no "đò". `forgiving` lets one syllable of a phrase of two or more have a wrong mark (sổ đõ).
 */
export function createPhrases<T>(entries: Iterable<readonly [phrase: string, value: T]>, { forgiving = false } = {}): Phrases<T> {
  const byFirst = new Map<string, { syllables: Spelling[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const syllables = spellAll(phrase);
    const first = syllables[0];
    if (first === undefined) continue;
    const row = byFirst.get(first.folded) ?? [];
    row.push({ syllables, value });
    byFirst.set(first.folded, row);
  }
  for (const row of byFirst.values()) row.sort((a, b) => b.syllables.length - a.syllables.length);

  return {
    find(syllables) {
      const found: Found<T>[] = [];
      let start = 0;
      while (start < syllables.length) {
        const row = byFirst.get(syllables[start]?.folded ?? '');
        const hit = row?.find((entry) => stands(entry.syllables, syllables, start, forgiving));
        if (hit === undefined) {
          start++;
          continue;
        }
        found.push({ start, length: hit.syllables.length, value: hit.value });
        start += hit.syllables.length;
      }
      return found;
    },
  };
}

/** The spellings of a text's tokens, in order. */
export function spellAll(text: string): Spelling[] {
  const row: Spelling[] = [];
  eachToken(text, (token) => row.push(spelling(token)));
  return row;
}

function stands(phrase: readonly Spelling[], syllables: readonly Spelling[], start: number, forgiving: boolean): boolean {
  let slips = forgiving && phrase.length > 1 ? 1 : 0;
  for (const [at, wanted] of phrase.entries()) {
    const given = syllables[start + at];
    if (given === undefined || given.folded !== wanted.folded) return false;
    if (given.exact === wanted.exact) continue;
    if (phrase.length === 1) return false;
    if (given.exact !== given.folded && slips-- === 0) return false;
  }
  return true;
}
