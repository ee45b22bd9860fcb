/** When a procedure that was found is told, when the citizen is asked which one is meant, and when nothing is said to be found. */
export type Decision = {
  /** A hit whose chance (0–1) is below this is a guess: it is not told. */
  leastChance: number;
  /** From this chance on a message names a matter of its own, whatever was spoken of before, unless three rivals reach this share of its score. */
  ownMatter: { chance: number; share: number };
  /**
   * Asked back are messages of so few `words` whose rivals reach this `share` of the best score. Who names a matter alone may mean any of
   * its procedures; who asks for a fact has one in mind unless the rivals are all but equal.
   */
  rivals: Record<'ofMatter' | 'ofFact', { words: number; share: number }>;
  /** Two matters that have little in common and are all but equal: vehicles and land are both "sang tên". */
  strangers: { words: number; share: number; likeness: number };
};

/** As measured: `npm run evaluate -- --curve FILE` shows what other values would bring. */
export const standardDecision: Decision = {
  leastChance: 0.45,
  ownMatter: { chance: 0.9, share: 0.92 },
  rivals: { ofMatter: { words: 2, share: 0.82 }, ofFact: { words: 1, share: 0.92 } },
  strangers: { words: 2, share: 0.985, likeness: 0.3 },
};
