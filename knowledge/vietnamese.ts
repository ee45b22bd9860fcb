import { createPhrases, spellAll } from './index/phrases.ts';
import type { Spelling } from './index/spelling.ts';
import { abbreviations } from './lexicon/abbreviations.ts';
import { stopWords } from './lexicon/stop-words.ts';

/**
 * One syllable, number or code of a text. `stop`: empty of content; `weak`: about a part of any procedure (fee, form, paper);
 * `expanded`: it stands for an abbreviation of the text, and the abbreviation itself is flagged `stop`.
 */
export type Syllable = Spelling & { role: 'content' | 'weak' | 'stop'; kind: 'word' | 'number' | 'code'; expanded: boolean };

/**
 * What is known of a text without any corpus. `text` is NFC, trimmed, spaces single; `marked`: it writes Vietnamese diacritics.
 * `bigrams` are folded pairs "khai sinh" of syllables that stand side by side, neither of them a stop word.
 */
export type Analysed = { text: string; syllables: Syllable[]; bigrams: string[]; marked: boolean };

/** Pure, linear and total: any string at all, lone surrogates included, comes to some `Analysed`. */
export function analyse(text: string): Analysed {
  const spelled = spellAll(text);
  const marked = spelled.some((syllable) => syllable.exact !== syllable.folded);
  const { row, replaced } = expand(spelled);
  const roles = phraseRoles(row);
  const syllables = row.map((syllable, at): Syllable => {
    const role = replaced[at] === 'short' ? 'stop' : (roles[at] ?? roleOf(syllable, marked));
    return { ...syllable, role, kind: kindOf(syllable.folded), expanded: replaced[at] === 'long' };
  });
  return { text: text.normalize('NFC').replace(/\s+/gu, ' ').trim(), syllables, bigrams: bigramsOf(syllables), marked };
}

/** True for a short form of the lexicon. */
export function isShort(exact: string): boolean {
  return shortForms.has(exact);
}

/** True for a word that is empty wherever it stands. */
export function isStop(exact: string, marked: boolean): boolean {
  return marked ? written.has(exact) : unmarked.has(exact);
}

/** True for a word that says nothing by itself and so is no slip for another. */
export function isCommon(exact: string, marked: boolean): boolean {
  return marked ? written.has(exact) || weak.has(exact) : unmarked.has(exact) || unsure.has(exact);
}

const phrases = createPhrases<'stop' | 'weak'>([
  ...stopWords.stopPhrases.map((phrase) => [phrase, 'stop'] as const),
  ...stopWords.weakPhrases.map((phrase) => [phrase, 'weak'] as const),
]);
const shortForms = new Map(
  Object.entries({ ...abbreviations.chat, ...abbreviations.official }).map(([short, long]) => [short, spellAll(long)] as const),
);
const written = new Set(stopWords.written.map((word) => spellAll(word)[0]?.exact ?? word));
const unmarked = new Set([...stopWords.unmarked, ...stopWords.english]);
const english = new Set(stopWords.english);
const weak = new Set(stopWords.weak.map((word) => spellAll(word)[0]?.exact ?? word));
const unsure = new Set(stopWords.unsureUnmarked);

function expand(spelled: Spelling[]): { row: Spelling[]; replaced: ('short' | 'long' | null)[] } {
  const row: Spelling[] = [];
  const replaced: ('short' | 'long' | null)[] = [];
  for (const syllable of spelled) {
    const long = shortForms.get(syllable.exact);
    row.push(syllable);
    replaced.push(long === undefined ? null : 'short');
    for (const part of long ?? []) {
      row.push(part);
      replaced.push('long');
    }
  }
  return { row, replaced };
}

function phraseRoles(row: Spelling[]): ('stop' | 'weak' | undefined)[] {
  const roles: ('stop' | 'weak' | undefined)[] = new Array(row.length);
  for (const { start, length, value } of phrases.find(row)) roles.fill(value, start, start + length);
  return roles;
}

function roleOf(syllable: Spelling, marked: boolean): Syllable['role'] {
  if (marked || syllable.exact !== syllable.folded) {
    if (written.has(syllable.exact) || english.has(syllable.exact)) return 'stop';
    return weak.has(syllable.exact) ? 'weak' : 'content';
  }
  if (unmarked.has(syllable.folded)) return 'stop';
  return weak.has(syllable.exact) || unsure.has(syllable.folded) ? 'weak' : 'content';
}

function kindOf(folded: string): Syllable['kind'] {
  if (!/\d/.test(folded)) return 'word';
  return /^\d+$/.test(folded) ? 'number' : 'code';
}

// The short form stands between its neighbours and its long form: pairs are made over what is read aloud.
function bigramsOf(syllables: Syllable[]): string[] {
  const pairs = new Set<string>();
  let before: Syllable | null = null;
  for (let at = 0; at < syllables.length; at++) {
    const syllable = syllables[at];
    if (syllable === undefined || (syllables[at + 1]?.expanded === true && !syllable.expanded)) continue;
    if (before !== null && before.role !== 'stop' && syllable.role !== 'stop') pairs.add(`${before.folded} ${syllable.folded}`);
    before = syllable;
  }
  return [...pairs];
}
