import type { Evidence } from './features.ts';
import { weights } from './weights.ts';

/**
 * The chance (0–1) that the hit at a place of a ranking is what was asked for: its own score, how far it stands before the next and the
 * fifth, how much of its title was said. An English question says less of a Vietnamese
 * title (`translated`). A logistic curve over the development questions; see `weights.among`.
 */
export function chanceAmong({ title, pairs }: Evidence, at: number, scores: readonly number[], translated: boolean): number {
  const own = scores[at] ?? 0;
  const rival = (at === 0 ? scores[1] : scores[0]) ?? 0;
  const fifth = scores[4] ?? 0;
  const { even, score, lead, leadOfFive, said, phrase, pair, english } = weights.among;
  const sum =
    even +
    (translated ? english : 0) +
    score * own +
    lead * (own - rival) +
    leadOfFive * (own - fifth) +
    said * title.said +
    phrase * title.phrase +
    pair * pairs;
  return 1 / (1 + Math.exp(-sum));
}
