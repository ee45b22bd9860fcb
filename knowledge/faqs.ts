import type { Faq } from '../bot/types.ts';
import { analyse } from './vietnamese.ts';

export type FaqMatcher = { match(question: string): Faq | null };

/** Share of words that question and stored phrasing must have in common, counted both ways. */
const asGoodAsTheSame = 0.85;

/** Finds the frequent question that says the same in nearly the same words. Anything less is left to the records. */
export function createFaqMatcher(faqs: Faq[]): FaqMatcher {
  const phrasings = faqs.flatMap((faq) =>
    [faq.question, ...faq.alsoAsked, faq.english.question].map((text) => ({ faq, words: wordsOf(text) })),
  );
  return {
    match(question) {
      const asked = wordsOf(question);
      if (asked.size < 3) return null;
      let best: { faq: Faq; share: number } | null = null;
      for (const { faq, words } of phrasings) {
        // Sets of unlike sizes cannot have that much in common.
        if (Math.min(asked.size, words.size) < asGoodAsTheSame * Math.max(asked.size, words.size)) continue;
        const share = likeness(asked, words);
        if (share >= asGoodAsTheSame && share > (best?.share ?? 0)) best = { faq, share };
      }
      return best?.faq ?? null;
    },
  };
}

function wordsOf(text: string): Set<string> {
  const { syllables } = analyse(text);
  return new Set(syllables.filter((syllable) => syllable.role !== 'stop').map((syllable) => syllable.folded));
}

/** Jaccard share of the two sets, 0–1. */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / (a.size + b.size - common);
}
