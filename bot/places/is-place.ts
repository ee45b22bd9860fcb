import { directoryOf } from './directory.ts';
import type { Places } from './places.ts';
import { spell } from './spelling.ts';

/** True where words name places and nothing else: "thủ đức", "phường láng hà nội", of today or of before July 2025. */
export function isPlace(text: string, places: Places): boolean {
  const { names, aliases } = directoryOf(places);
  const words = text
    .trim()
    .split(/[\s,]+/)
    .map((word) => spell(word).key);
  const isOne = (said: string) => [said, said.replace(kind, '')].some((key) => names.has(key) || aliases.has(key));
  // Where the words up to here are places, those behind may be more of them.
  const ends = [0];
  for (let end = 1; end <= words.length; end += 1) {
    if (ends.some((from) => isOne(words.slice(from, end).join(' ')))) ends.push(end);
  }
  return ends.includes(words.length);
}

const kind = /^(?:thanh pho|tp|thi xa|tx|thi tran|tinh|huyen|quan|q|phuong|p|xa) /;
