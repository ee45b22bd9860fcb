import type { Syllable } from '../vietnamese.ts';
import { weights } from './weights.ts';

/**
 * How much each syllable of a question is part of what is asked for (1) and not of how it came to that or what it is for (less): "muốn X",
 * "X để làm Y", the clause that ends in the question.
 */
export function focusOf(syllables: readonly Syllable[]): number[] {
  const focus: number[] = new Array(syllables.length).fill(1);
  const marked = syllables.some(({ exact, folded }) => exact !== folded);
  const says = (at: number, list: ReadonlySet<string>) => list.has((marked ? syllables[at]?.exact : syllables[at]?.folded) ?? '');
  const content = (from: number, to: number) => syllables.slice(from, to).filter(({ role }) => role === 'content').length;
  for (let at = syllables.length - 1; at > 0; at--) {
    if (!says(at, marked ? wants : plainWants) || content(at, syllables.length) < 2) continue;
    if (content(0, at) > 0) focus.fill(weights.background, 0, at);
    break;
  }
  if (!marked) return focus;
  for (let at = 1; at < syllables.length; at++) {
    if (syllables[at]?.exact !== 'để' || content(0, at) < 2 || says(at - 1, asks) || says(at - 2, asks)) continue;
    for (let after = at + 1; after < syllables.length && !says(after, ends); after++) focus[after] = weights.purpose;
  }
  return focus;
}

const wants = new Set(['muốn', 'mún', 'xin', 'định', 'tính']);
const plainWants = new Set(['muon', 'xin']);
const asks = new Set(['đâu', 'gì', 'nào', 'sao', 'chi', 'mô']);
const ends = new Set(['thì', 'cần', 'phải', 'hết', 'mất', 'bao', 'mấy', 'nộp', 'giờ']);
