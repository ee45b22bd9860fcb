import type { Choice } from '../../types.ts';
import type { Words } from '../../wording.ts';
import type { Reading } from './world.ts';

export function good(value: string, shown: string): Reading {
  return { kind: 'good', answer: { value, shown } };
}

/** `put` fills the words in capitals: `{ DATE: '31/02/2026' }`. */
export function bad(why: Words, put: Record<string, string | Words> = {}): Extract<Reading, { kind: 'bad' }> {
  return { kind: 'bad', why: filledIn(why, put) };
}

export function ask(why: Words, choices: Choice[], partial: string, put: Record<string, string | Words> = {}): Reading {
  return { kind: 'ask', why: filledIn(why, put), choices, partial };
}

export function filledIn(words: Words, put: Record<string, string | Words>): Words {
  const fill = (language: 'vi' | 'en') =>
    Object.entries(put).reduce(
      (text, [key, value]) => text.replaceAll(key, typeof value === 'string' ? value : value[language]),
      words[language],
    );
  return { vi: fill('vi'), en: fill('en') };
}
