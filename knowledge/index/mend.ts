import { isEnglish, isSyllable, typed } from '../../bot/typed.ts';
import { isCommon, isShort, isStop } from '../vietnamese.ts';
import type { Corpus } from './corpus.ts';
import { isEveryday } from './everyday.ts';
import { spellAll } from './phrases.ts';
import { slips, soundAlikes } from './slips.ts';
import type { Spelling } from './spelling.ts';
import { spelling } from './spelling.ts';

/**
 * A question with its slips undone as far as the records bear it out, and for a word without diacritics the spelling that its neighbours
 * suggest, by its letters.
 */
export type Mended = { text: string; likely: Map<string, string> };

/** Only words that no record has, or that stand beside no word they are ever beside, are changed, and only into what fits there. */
export function mend(text: string, corpus: Corpus): Mended {
  const keyed = typed(text, (word) => isEveryday(word) || corpus.knows(word));
  const row = spellAll(keyed).slice(0, MOST_WORDS);
  const marked = row.some(({ exact, folded }) => exact !== folded);
  if (isEnglish(text)) return { text, likely: new Map() };
  let changed = false;
  for (let at = 0; at < row.length; at++) {
    const better = betterWord(row, at, corpus, marked);
    if (better === null) continue;
    row[at] = spelling(better);
    changed = true;
  }
  if (marked) for (let at = 1; at < row.length; at++) changed = mendMarks(row, at, corpus) || changed;
  return { text: changed ? row.map(({ exact }) => exact).join(' ') : keyed, likely: marked ? new Map() : likelySpellings(row, corpus) };
}

const MOST_WORDS = 200;

/** How well borne out a change must be: titles that have the two words side by side, and their share of all that have the neighbour. */
type Proof = { titles: number; share: number };
const impossible: Proof = { titles: 1, share: 0.002 };
const stranger: Proof = { titles: 3, share: 0.03 };
const outOfPlace: Proof = { titles: 5, share: 0.06 };

function betterWord(row: readonly Spelling[], at: number, corpus: Corpus, marked: boolean): string | null {
  const word = row[at];
  if (word === undefined || /\d/.test(word.exact) || word.exact.length > 9 || word.exact.length < 2 || isShort(word.exact)) return null;
  const neighbours = { before: neighbour(row[at - 1], marked), after: neighbour(row[at + 1], marked) };
  const fit = (candidate: string): Proof => fitOf(candidate, neighbours, corpus, marked);
  const plain = word.exact === word.folded;
  const familiar =
    isCommon(word.exact, marked) ||
    isEveryday(word.exact) ||
    (marked && !plain ? corpus.knows(word.exact) : corpus.usesFolded(word.folded) >= 2);
  if (familiar) {
    if (hasPlace(word, row[at - 1], row[at + 1], corpus, marked)) return null;
    return best(soundAlikes(word.exact), fit, corpus, marked, outOfPlace);
  }
  const proof = isSyllable(word.exact) ? stranger : impossible;
  const found = best(slips(word.exact), fit, corpus, marked, proof);
  const loosely = (other: string): Proof => fitOf(other, neighbours, corpus, false);
  return found ?? (marked ? best(slips(word.folded), loosely, corpus, false, proof) : null);
}

type Neighbours = { before: Spelling | null; after: Spelling | null };

// A stop word beside it proves nothing: it stands beside everything.
function neighbour(word: Spelling | undefined, marked: boolean): Spelling | null {
  return word === undefined || isStop(word.exact, marked) || /\d/.test(word.exact) ? null : word;
}

function hasPlace(word: Spelling, before: Spelling | undefined, after: Spelling | undefined, corpus: Corpus, marked: boolean): boolean {
  const seen = (first: Spelling, second: Spelling) =>
    marked ? corpus.spelledTogether(first.exact, second.exact) > 0 : corpus.together(first.folded, second.folded) > 0;
  return (before !== undefined && seen(before, word)) || (after !== undefined && seen(word, after));
}

function fitOf(candidate: string, { before, after }: Neighbours, corpus: Corpus, marked: boolean): Proof {
  const { exact, folded } = spelling(candidate);
  const side = (other: Spelling | null, first: boolean): Proof => {
    if (other === null) return { titles: 0, share: 0 };
    const loose = first ? corpus.together(other.folded, folded) : corpus.together(folded, other.folded);
    const strict = !marked ? loose : first ? corpus.spelledTogether(other.exact, exact) : corpus.spelledTogether(exact, other.exact);
    const titles = strict > 0 ? strict : loose * 0.3;
    return { titles, share: titles / Math.max(4, marked && strict > 0 ? corpus.uses(other.exact) : corpus.usesFolded(other.folded)) };
  };
  const left = side(before, true);
  const right = side(after, false);
  return left.share >= right.share ? left : right;
}

function best(
  candidates: Iterable<string>,
  fit: (candidate: string) => Proof,
  corpus: Corpus,
  marked: boolean,
  least: Proof,
): string | null {
  let found: string | null = null;
  let highest = 0;
  for (const candidate of candidates) {
    if (!(marked ? corpus.knows(candidate) : corpus.usesFolded(candidate) >= 2)) continue;
    const { titles, share } = fit(candidate);
    if (titles < least.titles || share < least.share) continue;
    const score = share * Math.log1p(titles);
    if (score <= highest) continue;
    highest = score;
    found = candidate;
  }
  return found;
}

// "hộ chiều": the records have these letters side by side, spelled hộ chiếu, and never as it is written here.
function mendMarks(row: Spelling[], at: number, corpus: Corpus): boolean {
  const first = row[at - 1];
  const second = row[at];
  if (first === undefined || second === undefined) return false;
  const usual = corpus.usual(first.folded, second.folded);
  if (usual === null || usual.share < 0.6 || corpus.together(first.folded, second.folded) < outOfPlace.titles) return false;
  if (corpus.spelledTogether(first.exact, second.exact) > 0) return false;
  if (
    corpus.together(first.folded, second.folded) <
    outOfPlace.share * Math.min(corpus.usesFolded(first.folded), corpus.usesFolded(second.folded))
  )
    return false;
  if ((unwritten(first) || first.exact === usual.first) && (unwritten(second) || second.exact === usual.second)) {
    row[at - 1] = spelling(usual.first);
    row[at] = spelling(usual.second);
    return true;
  }
  const firstAgrees = usual.first === first.exact;
  const secondAgrees = usual.second === second.exact;
  if (firstAgrees === secondAgrees) return false;
  const wrong = firstAgrees ? at : at - 1;
  const beyond = row[firstAgrees ? at + 1 : at - 2];
  const word = row[wrong];
  const other = row[firstAgrees ? at - 1 : at];
  if (word === undefined || other === undefined || isStop(word.exact, true) || isStop(other.exact, true)) return false;
  if (corpus.together(first.folded, second.folded) < outOfPlace.share * corpus.uses(other.exact)) return false;
  if (
    beyond !== undefined &&
    (firstAgrees ? corpus.spelledTogether(word.exact, beyond.exact) : corpus.spelledTogether(beyond.exact, word.exact)) > 0
  )
    return false;
  row[wrong] = spelling(firstAgrees ? usual.second : usual.first);
  return true;
}

function unwritten(word: Spelling): boolean {
  return word.exact === word.folded && !isStop(word.exact, true);
}

function likelySpellings(row: readonly Spelling[], corpus: Corpus): Map<string, string> {
  const likely = new Map<string, { exact: string; weight: number }>();
  const vote = (word: Spelling, exact: string, weight: number) => {
    if (word.exact === word.folded && weight > (likely.get(word.folded)?.weight ?? 0)) likely.set(word.folded, { exact, weight });
  };
  for (let at = 1; at < row.length; at++) {
    const first = row[at - 1];
    const second = row[at];
    if (first === undefined || second === undefined) continue;
    const usual = corpus.usual(first.folded, second.folded);
    if (usual === null || usual.share < 0.7) continue;
    const weight = usual.share * Math.log1p(corpus.together(first.folded, second.folded));
    vote(first, usual.first, weight);
    vote(second, usual.second, weight);
  }
  return new Map([...likely].map(([folded, { exact }]) => [folded, exact]));
}
