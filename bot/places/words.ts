import { hasDiacritics } from '../text.ts';
import { type Spelled, spell } from './spelling.ts';

/** A word of an address: where it stands in the text, and whether a comma, a bracket or a new line parts it from the word before; `dash`: a dash does. */
export type Word = Spelled & { from: number; to: number; parted: boolean; dash: boolean };

/** The words of an address in order; `marked` when it is written with diacritics. "p5q10" is four words, "12/3" and "12A" one. */
export type Words = { text: string; words: Word[]; marked: boolean };

export function wordsOf(text: string): Words {
  const words: Word[] = [];
  let end = 0;
  for (const found of text.matchAll(/\d[\p{L}\p{M}\p{N}]*(?:[/.-]\d[\p{L}\p{N}]*)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
    const between = text.slice(end, found.index);
    const parted = words.length === 0 || /[,;\n()[\]|–—]|(?:^|\s)-|-\s|:/.test(between) || (/\.\s/.test(between) && !isShort(words.at(-1)));
    words.push(...split(found[0], found.index, parted, /^\s*[-–]\s*$/.test(between)));
    end = found.index + found[0].length;
  }
  return { text, words, marked: hasDiacritics(text) };
}

function isShort(word: Word | undefined): boolean {
  return word !== undefined && word.key.length <= 2;
}

function split(word: string, from: number, parted: boolean, dash: boolean): Word[] {
  if (!/^(?:(?:phường|phuong|quận|quan|p|q|f)\d{1,2})+$/iu.test(word))
    return [{ ...spell(word), from, to: from + word.length, parted, dash }];
  return [...word.matchAll(/\d+|\D+/g)].map((part, at) => {
    const start = from + part.index;
    return { ...spell(part[0]), from: start, to: start + part[0].length, parted: parted && at === 0, dash: dash && at === 0 };
  });
}
