import type { Vocabulary } from './segment.ts';
import { type Spelling, spelling } from './spelling.ts';

/** A vocabulary while it grows: every new spelling gets the next number. */
export function createVocabulary() {
  const frozen: Vocabulary = { terms: [], exact: new Map(), folded: new Map(), groups: [] };
  const tokens = new Map<string, number>();

  function add(syllable: Spelling): number {
    const known = frozen.exact.get(syllable.exact);
    if (known !== undefined) return known;
    const term = frozen.terms.length;
    frozen.terms.push(syllable.exact);
    frozen.exact.set(syllable.exact, term);
    const group = frozen.folded.get(syllable.folded);
    frozen.groups.push(group?.group ?? frozen.folded.size);
    if (group === undefined) frozen.folded.set(syllable.folded, { group: frozen.folded.size, terms: [term] });
    else group.terms.push(term);
    return term;
  }

  return {
    frozen,
    add,
    addToken(token: string): number {
      const known = tokens.get(token);
      if (known !== undefined) return known;
      const term = add(spelling(token));
      tokens.set(token, term);
      return term;
    },
    group: (folded: string): number => frozen.folded.get(folded)?.group ?? 0,
  };
}
