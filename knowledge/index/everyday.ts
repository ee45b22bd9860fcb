import { circumstanceWords } from '../lexicon/circumstances.ts';
import { englishWords } from '../lexicon/english.ts';
import { everydayWords } from '../lexicon/words.ts';
import { analyse } from '../vietnamese.ts';
import { createPhrases, spellAll } from './phrases.ts';
import { signWords } from './signs.ts';

/** Everyday phrases of the language and, for each, its meanings in official words, the first one first. */
export const everyday = createPhrases(
  [...everydayWords, ...circumstanceWords, ...englishWords].map(
    ([phrase, ...meanings]) => [phrase, meanings.map((meaning) => analyse(meaning))] as const,
  ),
  { forgiving: true },
);

/** True for a word that some table of ours knows: it is no slip. */
export function isEveryday(exact: string): boolean {
  return known.has(exact);
}

const known = new Set(
  [...everydayWords.map(([phrase]) => phrase), ...signWords].flatMap((phrase) => spellAll(phrase).map((word) => word.exact)),
);
