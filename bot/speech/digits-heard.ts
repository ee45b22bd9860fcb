import { numberAt } from './numbers-heard.ts';
import { digitOf, heardWords, isRepeat, type Word } from './words.ts';

/** One way to read the words from a place on as digits. The cost says how far it is from common speech. */
export type Group = { digits: string; next: number; cost: number };

/** A phone number, a PIN, an identity number: the digits that a text says one by one, in pairs or in tens, or null where it says
 * anything else or can be read in two ways. `lengths` chooses between readings. */
export function heardDigits(text: string, lengths?: number[]): string | null {
  const words = heardWords(text);
  return digitsOf(
    words.filter((word) => word.kind !== 'break' && word.kind !== 'dot' && word.kind !== 'dash'),
    lengths,
  );
}

/** The one likeliest digit string that these words make, all of them together. */
export function digitsOf(words: Word[], lengths?: number[]): string | null {
  if (words.length === 0 || words.length > most) return null;
  const readings: Map<string, number>[] = Array.from({ length: words.length + 1 }, () => new Map<string, number>());
  readings[0]?.set('', 0);
  for (const [at, here] of readings.entries()) {
    for (const [digits, cost] of cheapest([...here], ([, price]) => price)) {
      for (const group of groupsAt(words, at, digits.length)) {
        const there = readings[group.next];
        const whole = digits + group.digits;
        there?.set(whole, Math.min(there.get(whole) ?? Number.POSITIVE_INFINITY, cost + group.cost));
      }
    }
  }
  const whole = [...(readings[words.length] ?? [])].filter(([digits]) => lengths?.includes(digits.length) ?? true);
  return only(whole.map(([digits, cost]) => ({ text: digits, cost })));
}

/** The cheapest of the readings, or null when there is none or two cost the same. */
export function only(readings: { text: string; cost: number }[]): string | null {
  const least = Math.min(...readings.map(({ cost }) => cost));
  const best = new Set(readings.filter(({ cost }) => cost === least).map(({ text }) => text));
  return best.size === 1 ? ([...best][0] ?? null) : null;
}

/** At most so many of the likeliest, so that no text takes long. */
export function cheapest<T>(readings: T[], cost: (reading: T) => number): T[] {
  return readings.length <= kept ? readings : readings.sort((a, b) => cost(a) - cost(b)).slice(0, kept);
}

/** All ways to read the words at a place as the next digits; `before` is how many digits of the same run are read already. */
export function groupsAt(words: Word[], at: number, before: number): Group[] {
  const word = words[at];
  if (words[at + 1]?.kind === 'of' && isRepeat(words, at + 1)) {
    return [{ digits: (digitOf(words[at + 2]) ?? '').repeat(Number(digitOf(word))), next: at + 3, cost: 0 }];
  }
  const number = word?.kind === 'digit' || word?.kind === 'tens' || word?.kind === 'figures' ? numberAt(words, at) : null;
  if (number?.scaled) return [{ digits: String(number.value), next: number.next, cost: 0 }];
  if (word?.kind === 'figures') return [{ digits: word.digits, next: at + 1, cost: 0 }];
  if (word?.kind === 'linh') return linhAt(words, at);
  if (word?.kind === 'tens') return isTen(words, at) ? tensAt(words, '1', at + 1, costOfTen(words, at, before)) : [];
  return word?.kind === 'digit' ? digitsAt(words, at) : [];
}

const most = 80;
const kept = 48;

function linhAt(words: Word[], at: number): Group[] {
  const digit = words[at + 1];
  return digit?.kind === 'digit' ? [{ digits: `0${digit.digit}`, next: at + 2, cost: 0 }] : [];
}

function digitsAt(words: Word[], at: number): Group[] {
  const [word, second] = [words[at], words[at + 1]];
  if (word?.kind !== 'digit') return [];
  const groups: Group[] = [{ digits: word.digit, next: at + 1, cost: { plain: 0, tư: 1, 'after-ten': 2 }[word.form] }];
  if (second?.kind === 'digit' && second.form !== 'plain') groups.push({ digits: word.digit + second.digit, next: at + 2, cost: 0 });
  // "hát bốn mười": behind a letter "mười" is a slip for "mươi".
  const carries = second?.kind === 'tens' && carriesTens(word, second) && (second.heard !== 'mười' || words[at - 1]?.kind === 'letter');
  if (carries) groups.push(...tensAt(words, word.digit, at + 2, 0));
  return groups;
}

/** "hai mươi hai": 22, and where the rest asks for it 20 and 2. */
function tensAt(words: Word[], tens: string, next: number, cost: number): Group[] {
  const unit = words[next];
  if (unit?.kind !== 'digit' || unit.digit === '0') return [{ digits: `${tens}0`, next, cost }];
  const attached: Group = { digits: tens + unit.digit, next: next + 1, cost };
  return [attached, { digits: `${tens}0`, next, cost: cost + (beginsPair(words, next) ? 0 : 1) }];
}

/** The unit goes with what follows: "hai (mươi)", "hai (mốt)", "hai (trăm)"; or so many plain digits follow that they make pairs without the ten. */
function beginsPair(words: Word[], at: number): boolean {
  if (bindsBack(words[at + 1])) return true;
  let end = at;
  while (end - at < 8 && isPlain(words[end]) && !bindsBack(words[end + 1])) end += 1;
  const second = words[at + 1];
  return (end - at) % 2 === 0 && second?.kind === 'digit' && second.digit !== '0';
}

function isPlain(word: Word | undefined): boolean {
  return word?.kind === 'digit' && word.form === 'plain';
}

function bindsBack(word: Word | undefined): boolean {
  if (word?.kind === 'tens') return word.heard !== 'mười';
  return word?.kind === 'scale' || word?.kind === 'of' || (word?.kind === 'digit' && word.form !== 'plain');
}

/** "mươi" behind a digit that can carry it is never a ten of its own. */
function isTen(words: Word[], at: number): boolean {
  const word = words[at];
  return word?.kind === 'tens' && word.heard !== 'chục' && (word.heard !== 'mươi' || !carriesTens(words[at - 1], word));
}

/** "một chục" and "hai mươi" are said, "mốt mươi" and "tư mươi" are not. */
function carriesTens(digit: Word | undefined, tens: Word & { kind: 'tens' }): boolean {
  return isPlain(digit) && (digitOf(digit) ?? '0') >= (tens.heard === 'chục' ? '1' : '2');
}

/** Without marks "hai muoi hai" is 22 or 2 and 12; the second is as likely when the first 2 ends a pair. */
function costOfTen(words: Word[], at: number, before: number): number {
  const word = words[at];
  if (word?.kind !== 'tens' || word.heard === 'mười') return 0;
  if (word.heard === 'mươi') return 2;
  return carriesTens(words[at - 1], word) && before % 2 === 1 ? 1 : 0;
}
