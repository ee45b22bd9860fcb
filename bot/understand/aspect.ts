import { exactWords, fold, foldedWords, hasDiacritics } from '../text.ts';
import { typed } from '../typed.ts';
import { type Aspect, aspects } from '../types.ts';
import { cues, nothing, patterns } from './cues.ts';
import { spellOut } from './short-forms.ts';

/** A cue that stands in a text, from word to word: `strength` 3 asks for the part by name, 2 names it, 1 would fit any part;
 * `closed`: what follows goes on to something else. */
type Found = { aspect: Aspect; strength: number; from: number; to: number; closed: boolean };

/** The part of a procedure that is asked for, or null when the message only names a matter. */
export function aspectOf(text: string): Aspect | null {
  return aspectsOf(text)[0] ?? null;
}

/**
 * Every part that is asked for, in the order of asking; where nothing is asked by name, the likeliest reading alone. What stands well
 * before the question is the story that leads to it.
 */
export function aspectsOf(text: string): Aspect[] {
  const said = cuesIn(spelt(text), hasDiacritics(text) ? exact : folded);
  const found = [...spreadCues(text, said), ...said, ...guessedCues(text)];
  const asked = withListed(
    found.filter(({ strength }) => strength === strongest),
    found,
    text,
  ).sort((a, b) => a.from - b.from);
  // True also where nothing is asked by name: then what is only told ("thêm thời gian thì làm sao") gives way to the question behind it.
  const later = found.some(
    ({ aspect, strength, from }) => aspect !== 'conditions' && strength < strongest && asked.every((cue) => cue.closed && cue.to <= from),
  );
  if (asked.length > 0 && !later) return [...new Set(lastRun(asked.filter((cue) => !inside(cue, asked))).map(({ aspect }) => aspect))];
  const best = found.filter((cue) => !(later && cue.closed)).sort((a, b) => b.strength - a.strength || b.from - a.from)[0];
  return best === undefined ? [] : [best.aspect];
}

// "Lệ phí và thời gian": what is joined to a question is asked, too.
function withListed(asked: Found[], all: Found[], text: string): Found[] {
  const words = spelt(text).trim().split(' ');
  const beside = (one: Found, other: Found) => {
    const [first, second] = one.from < other.from ? [one, other] : [other, one];
    const between = words.slice(first.to, second.from);
    return between.length === 1 && joining.has(between[0] ?? '');
  };
  const listed = all.filter((cue) => cue.strength === 2 && asked.some((other) => beside(cue, other)));
  return [...asked, ...listed.map((cue) => ({ ...cue, strength: strongest }))];
}

const joining = new Set(['và', 'va', 'với', 'voi', 'hay', 'cùng', 'and']);

function inside(cue: Found, all: Found[]): boolean {
  return all.some((other) => other.from <= cue.from && cue.to <= other.to && other.to - other.from > cue.to - cue.from);
}

// A question whose words stand apart counts for more than the cues inside it; "cần điều kiện gì" asks for conditions all the same.
function spreadCues(text: string, said: Found[]): Found[] {
  const words = fold(spelt(text));
  return patterns.flatMap(([aspect, pattern]) => {
    const match = pattern.exec(words);
    if (match === null) return [];
    const from = words.slice(0, match.index).split(' ').length - 1;
    const cue = { aspect, strength: strongest, from, to: from + match[0].trim().split(' ').length, closed: false };
    const other = said.some((each) => each.strength === strongest && each.aspect !== aspect && each.from < cue.to && cue.from < each.to);
    return other && !sure.has(aspect) ? [] : [cue];
  });
}

const sure = new Set<Aspect>(['result', 'place']);

// "Đi xa mấy tháng thì …", "đủ điều kiện rồi, vậy …": told, not asked, where a question follows.
function lastRun(all: Found[]): Found[] {
  const open = all.filter((cue, at) => at === all.length - 1 || !cue.closed);
  const asked = open.length === 0 ? all : open;
  const begins = asked.findLastIndex(({ from }, at) => from - (asked[at - 1]?.to ?? Number.NEGATIVE_INFINITY) > farApart);
  return asked.slice(Math.max(0, begins));
}

/** The words of a text without those that only ask. */
export function withoutQuestion(text: string): string {
  const words = spelt(text).trim().split(' ');
  const asking = cuesIn(spelt(text), hasDiacritics(text) ? exact : folded);
  return words.filter((_, at) => !asking.some(({ from, to }) => from <= at && at < to)).join(' ');
}

/** The part asked for by name, where a question is: "mẫu nào", not "điền tờ khai". */
export function aspectAsked(text: string): Aspect | null {
  return cuesIn(spelt(text), hasDiacritics(text) ? exact : folded).find(({ strength }) => strength === strongest)?.aspect ?? null;
}

/** The part asked for in so many words and well spelt: "ở đầu hẻm" asks for nothing. */
export function aspectSaid(text: string): Aspect | null {
  const found = cuesIn(spelt(text), hasDiacritics(text) ? exact : folded).filter(({ strength }) => strength >= 2);
  return found.sort((a, b) => b.strength - a.strength || a.from - b.from)[0]?.aspect ?? null;
}

const strongest = 3;
/** Words between two questions of one sentence. */
const farApart = 5;

// Misspelt or typed with the wrong keyboard: cues of two words and more are looked for once again without marks, and count half a step less.
function guessedCues(text: string): Found[] {
  if (!hasDiacritics(text)) {
    const meant = typed(text);
    const keyed = meant === text ? [] : cuesIn(spelt(meant), exact);
    return [...keyed, ...cuesIn(undoubled(spelt(text)), longer).map((found) => ({ ...found, strength: found.strength - 0.5 }))];
  }
  return cuesIn(undoubled(fold(spelt(text))), longer).map((found) => ({ ...found, strength: found.strength - 0.5 }));
}

function undoubled(words: string): string {
  return words.replace(/(\p{L})\1+/gu, '$1');
}

function spelt(text: string): string {
  return hasDiacritics(text) ? spellOut(exactWords(text)) : fold(spellOut(foldedWords(text)));
}

/** Phrases and what they mean; `longest`: as many words as the longest of them has. */
type Table = { longest: number; meaning: Map<string, Cue | null> };
type Cue = Pick<Found, 'aspect' | 'strength'>;

/** The cues of a text, none over another: "bao nhiêu ngày" and not "mất bao nhiêu". */
function cuesIn(words: string, { longest, meaning }: Table): Found[] {
  const row = words.trim().split(' ');
  const all = row.flatMap((_, from) => {
    const phrase = longestAt(row, from, longest, meaning);
    return phrase === null ? [] : [{ phrase, cue: meaning.get(phrase) ?? null, from, to: from + phrase.split(' ').length }];
  });
  const taken: typeof all = [];
  for (const each of all.sort((a, b) => b.phrase.length - a.phrase.length)) {
    if (!taken.some(({ from, to }) => each.from < to && from < each.to)) taken.push(each);
  }
  return taken.flatMap(({ cue, from, to }) => (cue === null ? [] : [{ ...cue, from, to, closed: closing.has(row[to] ?? '') }]));
}

/** The longest of the phrases that begins at this word. */
function longestAt(row: string[], from: number, longest: number, meaning: Table['meaning']): string | null {
  for (let to = Math.min(row.length, from + longest); to > from; to -= 1) {
    const phrase = row.slice(from, to).join(' ');
    if (meaning.has(phrase)) return phrase;
  }
  return null;
}

const closing = new Set(['thì', 'thi', 'rồi', 'roi', 'nhưng', 'nhung']);

function tableOf(spelling: (phrase: string) => string, least: number): Table {
  const meaning: Table['meaning'] = new Map();
  const add = (list: string, cue: Cue | null) => {
    for (const phrase of list.split('|')) {
      const written = phrase.trim().replace(/\s+/g, ' ');
      const key = spelling(written);
      // Without its marks one syllable names nothing: "phi" is in "châu Phi", too.
      const bare = cue?.strength === 2 && key !== written && !key.includes(' ');
      if (key.split(' ').length >= least && !bare && !meaning.has(key)) meaning.set(key, cue);
    }
  };
  add(nothing, null);
  for (const aspect of aspects) {
    if (aspect === 'overview') continue;
    add(cues[aspect].asked, { aspect, strength: strongest });
    add(cues[aspect].named ?? '', { aspect, strength: 2 });
    add(cues[aspect].vaguely ?? '', { aspect, strength: 1 });
  }
  meaning.delete('');
  return { longest: Math.max(...[...meaning.keys()].map((phrase) => phrase.split(' ').length)), meaning };
}

const exact = tableOf((phrase) => phrase, 1);
const folded = tableOf(fold, 1);
const longer = tableOf(fold, 2);
