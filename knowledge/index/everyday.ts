import { isEnglish, isSyllable } from '../../bot/typed.ts';
import { circumstanceWords } from '../lexicon/circumstances.ts';
import { englishWords } from '../lexicon/english.ts';
import { everydayWords } from '../lexicon/words.ts';
import { type Analysed, analyse } from '../vietnamese.ts';
import { createPatterns } from './patterns.ts';
import { createPhrases, type Found, type Phrases, spellAll } from './phrases.ts';
import { signWords } from './signs.ts';
import type { Spelling } from './spelling.ts';

/** Everyday phrases of the language and, for each, its meanings in official words, the first one first. */
export const everyday: Phrases<Analysed[]> = {
  find(syllables) {
    let end = 0;
    return [...vietnamese.find(syllables), ...english.find(syllables).filter((found) => isMeant(found, syllables))]
      .sort((one, other) => one.start - other.start || other.length - one.length)
      .filter(({ start, length }) => {
        if (start < end) return false;
        end = start + length;
        return true;
      });
  },
};

/** True for a word that some table of ours knows: it is no slip. */
export function isEveryday(exact: string): boolean {
  return known.has(exact);
}

const known = new Set(
  [...everydayWords.map(([phrase]) => phrase), ...signWords].flatMap((phrase) => spellAll(phrase).map((word) => word.exact)),
);

const vietnamese = createPhrases([...everydayWords, ...circumstanceWords].map(meant), { forgiving: true });
const english = createPatterns(englishWords.map(meant));

function meant([phrase, ...meanings]: readonly [phrase: string, ...meanings: string[]]): readonly [string, Analysed[]] {
  return [phrase, meanings.map((meaning) => analyse(meaning))];
}

// "thai" is English in an English question alone: else it is "thai sản" typed without marks.
function isMeant({ start, length }: Found<unknown>, syllables: readonly Spelling[]): boolean {
  return length > 1 || !isSyllable(syllables[start]?.exact ?? '') || isEnglish(syllables.map(({ exact }) => exact).join(' '));
}
