import { withoutMarks } from '../../bot/text.ts';

export const variationNames = ['without diacritics', 'one letter doubled', 'without punctuation', 'decomposed (NFD)'] as const;
export type Variation = (typeof variationNames)[number];

/** Ways in which the same question may be written; each comes to a text that a clerk reads as the same. */
export const variations: Record<Variation, (text: string, random: () => number) => string> = {
  'without diacritics': withoutMarks,
  'one letter doubled': doubled,
  'without punctuation': unpunctuated,
  'decomposed (NFD)': (text) => text.normalize('NFD'),
};

/** Numbers from 0 to below 1, always the same ones for the same seed (mulberry32 over an FNV-1a hash). */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

function doubled(text: string, random: () => number): string {
  const characters = [...text];
  const letters = characters.flatMap((character, at) => (/\p{L}/u.test(character) ? [at] : []));
  const chosen = letters[Math.floor(random() * letters.length)];
  return chosen === undefined ? text : characters.toSpliced(chosen, 0, characters[chosen] ?? '').join('');
}

// A point or a dash between digits is part of a number or a code.
function unpunctuated(text: string): string {
  return text
    .replace(/(?<!\d)[\p{P}\p{S}]|[\p{P}\p{S}](?![\p{L}\d])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
