import type { Capabilities } from './capabilities.ts';
import { type Marked, sliceOf } from './marked.ts';
import { reach } from './markup.ts';

/**
 * A text in pieces that fit. It is cut at the end of a paragraph, a line or a sentence, else between words; never in a word, a number, a link or a
 * character, but where one of them alone is longer than a message.
 */
export function split(marked: Marked, limit: number, style: Pick<Capabilities, 'bold' | 'links'>): Marked[] {
  const pieces: Marked[] = [];
  const { text } = marked;
  for (let start = skipBlanks(text, 0); start < text.length; ) {
    const most = reach(marked, start, limit, style);
    const end = most === text.length ? most : cutAt(marked, start, most);
    const piece = sliceOf(marked, start, endOfWords(text, start, end));
    if (piece.text !== '') pieces.push(piece);
    start = skipBlanks(text, end);
  }
  return pieces;
}

/** Places to cut, the best first, and from which part of the piece on they are good enough. */
const places: [RegExp, number][] = [
  [/\n\s*\n/g, 0.5],
  [/\n/g, 0.4],
  [/(?<=\p{L}{3}[.!?…;]["”)]?)\s/gu, 0.3],
  [/\s/g, 0],
];

/** Where the piece from `start` ends, at `most` at the latest. */
function cutAt({ text, marks }: Marked, start: number, most: number): number {
  // One more character is looked at: the blank that ends the last word need not fit.
  const piece = text.slice(start, most + 1);
  const allowed = (at: number) =>
    !/\d[^\S\n]\d/.test(text.slice(at - 1, at + 2)) && !marks.some((mark) => mark.kind === 'link' && mark.start < at && at < mark.end);
  for (const [pattern, from] of places) {
    const found = [...piece.matchAll(pattern)]
      .map(({ index }) => start + index)
      .filter((at) => at > start + from * (most - start) && allowed(at));
    const last = found.at(-1);
    if (last !== undefined) return last;
  }
  return wholeCharacter(text, start, most);
}

/** A word that no message holds is cut between characters, as people see them. */
function wholeCharacter(text: string, start: number, most: number): number {
  const before = [...characters.segment(text.slice(start, most + 40))]
    .map(({ index }) => start + index)
    .filter((at) => at > start && at <= most);
  return before.at(-1) ?? Math.max(most, start + 1);
}

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function skipBlanks(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function endOfWords(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}
