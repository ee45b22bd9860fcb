import { type Directory, kindAndName, type Level, type Unit } from './directory.ts';
import { isFiller } from './fillers.ts';
import { isInsideKind, type Kind, kindAt } from './kinds.ts';
import { isOneSlip, spell, spellName } from './spelling.ts';
import type { Word, Words } from './words.ts';

/** How far a written name is from a unit's: as written · marks left out · other marks · one letter off. */
export type Distance = 0 | 1 | 2 | 3;

/**
 * Words that may name units of one level, `from` up to `to`. `how`: with a word for its kind; alone between commas or at the start;
 * or loose behind other words, where it may as well be a street.
 */
export type Mention = {
  from: number;
  to: number;
  level: Level;
  kind: string | null;
  how: 'kind' | 'alone' | 'loose';
  matches: { unit: Unit; distance: Distance }[];
};

/** All that may name a place in these words. */
export function mentionsIn(text: Words, directory: Directory): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < text.words.length; at++) {
    if (isInsideKind(text.words, at)) continue;
    const kind = kindAt(text.words, at);
    if (kind !== null && !text.words[at + kind.words]?.parted) {
      for (const length of lengthsAt(text.words, at + kind.words)) mentions.push(...withKind(text, at, kind, length, directory));
    }
    if (mayStandAlone(text.words, at)) {
      for (const length of lengthsAt(text.words, at)) mentions.push(...without(text, at, length, directory));
    }
  }
  return mentions;
}

/** The same for names with one letter wrong: where a word for a kind, or two commas, say that a name must stand, and none was found. */
export function slipsIn(text: Words, directory: Directory, found: Mention[]): Mention[] {
  const mentions: Mention[] = [];
  const { words } = text;
  for (let at = 0; at < words.length; at++) {
    const kind = isInsideKind(words, at) ? null : kindAt(words, at);
    const parted = words[at + (kind?.words ?? 0)]?.parted;
    if (
      kind !== null &&
      !parted &&
      !found.some((mention) => mention.from === at && mention.how === 'kind' && endsWell(words, mention.to))
    ) {
      for (const length of lengthsAt(words, at + kind.words).filter((count) => count <= 4)) {
        const slips = near(words.slice(at + kind.words, at + kind.words + length), directory);
        for (const { level, kind: name } of kind.of)
          push(mentions, { from: at, to: at + kind.words + length, level, kind: name, how: 'kind' }, slips);
      }
    }
    const end = segmentEnd(words, at);
    const last = end === words.length ? lengthsAt(words, at).includes(end - at) : words[at]?.parted === true;
    if (kind !== null || !last || end - at > 5 || !mayStandAlone(words, at) || found.some(({ from, to }) => from === at && to === end))
      continue;
    const slips = near(words.slice(at, end), directory);
    const alone = words[at]?.parted === true;
    for (const level of alone ? levels : levels.slice(0, 1))
      push(mentions, { from: at, to: end, level, kind: null, how: alone ? 'alone' : 'loose' }, slips);
  }
  return mentions;
}

/** True where a name may end: at a comma, before a word for a kind, before a house or a hamlet. */
export function endsWell(words: Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.parted || isFiller(words, at)) return true;
  if (kindAt(words, at) !== null && (word.key.length > 1 || words[at + 1]?.parted === false)) return true;
  return /^\d/.test(word.key) || hamlets.has(word.key) || word.key === 'so';
}

/** True where a word for the kind of a commune or district begins what nobody chose. "Huyện lộ 5" is a road, "xã đội" an office. */
export function isUnknown(words: Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (!word?.parted || word.key.length < 2 || next === undefined || next.parted || notPlaces.has(next.key)) return false;
  return kindAt(words, at)?.of.some(({ level, kind }) => level !== 'province' && kind !== 'thanh pho') === true;
}

const notPlaces = new Set(['lo', 'doi', 'uy', 'cu', 'moi']);
const levels = ['province', 'district', 'commune'] as const;
const longest = 6;
/** Behind these stands the name of a street. Without marks "duong" may end a name: there it counts at the start or behind a number. */
const streets = new Set(['đường', 'phố', 'ngõ', 'ngách', 'hẻm', 'kiệt', 'street', 'ql'].map((word) => spell(word).exact));
const unmarkedStreets = new Set(['ngo', 'ngach', 'hem', 'kiet']);
const hamlets = new Set(['thon', 'xom', 'ap', 'ban', 'khom', 'to', 'khu', 'kp', 'doi', 'buon', 'lang', 'pho', 'tdp', 'khoi']);

function lengthsAt(words: Word[], at: number): number[] {
  const lengths: number[] = [];
  for (let length = 1; length <= longest && at + length <= words.length; length++) {
    if (length > 1 && words[at + length - 1]?.parted && !isDash(words, at + length - 1)) break;
    lengths.push(length);
  }
  return lengths;
}

// "Bà Rịa - Vũng Tàu" is one name, "Láng Hạ - Đống Đa" two: the dash stops nobody, the directory decides.
function isDash(words: Word[], at: number): boolean {
  return words[at]?.dash === true;
}

function segmentEnd(words: Word[], at: number): number {
  let end = at + 1;
  while (end < words.length && words[end]?.parted === false) end += 1;
  return end;
}

function mayStandAlone(words: Word[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || words[at]?.parted === true) return true;
  return !isStreet(words, at - 1) && (kindAt(words, at - 1) === null || before.key.length === 1);
}

function isStreet(words: Word[], at: number): boolean {
  const { exact = '', key = '' } = words[at] ?? {};
  if (streets.has(exact)) return words[at - 1]?.key !== 'thanh';
  if (exact !== key) return false;
  return unmarkedStreets.has(key) || (key === 'duong' && (at === 0 || /^\d/.test(words[at - 1]?.key ?? '')));
}

function withKind(text: Words, at: number, kind: Kind, length: number, directory: Directory): Mention[] {
  const start = at + kind.words;
  const mentions: Mention[] = [];
  const units = unitsAt(text, start, length, directory);
  for (const { level, kind: name } of kind.of) push(mentions, { from: at, to: start + length, level, kind: name, how: 'kind' }, units);
  return mentions;
}

function without(text: Words, at: number, length: number, directory: Directory): Mention[] {
  const here = text.words.slice(at, at + length);
  if (here.every(isNumber)) return [];
  const units = unitsAt(text, at, length, directory);
  const mentions: Mention[] = [];
  for (const level of levels)
    push(mentions, { from: at, to: at + length, level, kind: null, how: isAlone(text.words, at) ? 'alone' : 'loose' }, units);
  return mentions;
}

function isNumber({ key, exact }: Word): boolean {
  return /^\d/.test(key) || (exact === key ? plainNumbers : numbers).has(exact);
}

const numbers = new Set('một hai ba bốn tư năm sáu bảy tám chín mười'.split(' ').map((word) => spell(word).exact));
const plainNumbers = new Set('mot hai ba bon tu nam sau bay tam chin muoi'.split(' '));

function push(mentions: Mention[], mention: Omit<Mention, 'matches'>, units: Mention['matches']): void {
  const matches = units.filter(({ unit }) => unit.level === mention.level);
  if (matches.length > 0) mentions.push({ ...mention, matches });
}

function unitsAt(text: Words, at: number, length: number, directory: Directory): Mention['matches'] {
  const here = text.words.slice(at, at + length);
  const key = here.map((word) => word.key).join(' ');
  const named = directory.names.get(key)?.map((unit) => ({ unit, distance: distanceOf(here, unit, text.marked) })) ?? [];
  return [...named, ...(directory.aliases.get(key)?.map((unit) => ({ unit, distance: 1 as const })) ?? [])];
}

function distanceOf(here: Word[], unit: Unit, marked: boolean): Distance {
  if (!marked) return 1;
  const names = spellName(kindAndName(unit.name)[1]);
  if (here.every((word, i) => word.exact === names[i]?.exact)) return 0;
  return here.every((word, i) => word.exact === names[i]?.exact || word.exact === word.key) ? 1 : 2;
}

function near(here: Word[], directory: Directory): Mention['matches'] {
  const key = here.map((word) => word.key).join(' ');
  if (key.length < 4) return [];
  const names = [key.length - 1, key.length, key.length + 1].flatMap((length) => directory.byLength.get(length) ?? []);
  return names
    .filter((name) => isOneSlip(key, name))
    .flatMap((name) => (directory.names.get(name) ?? []).map((unit) => ({ unit, distance: 3 as const })));
}

/** At the start, behind a comma, or behind a numbered hamlet; not where only a house number stands before, for then it is the street. */
function isAlone(words: Word[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined) return true;
  if (isNumber(before)) {
    if (hamlets.has(words[at - 2]?.key ?? '')) return true;
    if (/^\d/.test(before.key) && words[at]?.parted === true) return kindAt(words, at - 2) !== null;
  }
  return words[at]?.parted === true;
}
