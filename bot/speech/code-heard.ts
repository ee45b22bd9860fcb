import { fold, foldedWords } from '../text.ts';
import { agencyShape, type DossierMention, isLikelyDate, isRealDate } from './code-shape.ts';
import { cheapest, groupsAt, only } from './digits-heard.ts';
import { heardWords, type Word } from './words.ts';

/** Finds a dossier code that is said in words, typed with blanks, or both. Of several readings the one nearest to common speech
 * counts; when two are equally near there is no code, only the beginning of one. */
export function heardDossierCode(text: string): DossierMention {
  if (!lettersHeard.test(text)) return { kind: 'none' };
  const words = heardWords(text);
  const named = codeNamed.test(foldedWords(text));
  let mention: DossierMention = { kind: 'none' };
  for (const [at, word] of words.entries()) {
    if (word.kind !== 'letter') continue;
    const start = officeStart(words, at);
    const code = start === null ? null : codeFrom(words, start);
    if (code !== null) return { kind: 'code', code };
    if (isAttempt(words, at, named)) mention = { kind: 'incomplete' };
  }
  return mention;
}

const lettersHeard =
  /(?<![\p{L}\p{N}])(?:[gh](?=\d|[oil]\d)|(?:[gh]|h[áaạắăờoếêe]\p{L}{1,2}|hờ|ho|ếch|ech|g[ờoêe]|gh?[iìêe]|giê|gie|giờ|gio)(?![\p{L}]))/iu;
const codeNamed = / (ma|so) (so )?(ho so|bien nhan|phieu hen|giay hen) /;
const longest = 60;

/** Where the code of this letter begins: at the letter, or at the parts said before it. Null when what stands before it is cut off or of another shape. */
function officeStart(words: Word[], letter: number): number | null {
  let start = letter;
  let dots = 0;
  let breaks = 0;
  while (start > 0 && letter - start < longest && isInside(words[start - 1])) {
    start -= 1;
    if (words[start]?.kind === 'dot') dots += 1;
    if (words[start]?.kind === 'break') breaks += 1;
  }
  while (start < letter && isSeparator(words[start])) start += 1;
  if (words[letter - 1]?.kind === 'dot' && start < letter) return afterForeign(words, start, letter);
  if (dots > 0 && start < letter && !isSeparator(words[letter - 1])) return null;
  // Blanks for dots are believed of the four-part form alone: "000 00 04 H51".
  const first = words[start];
  return breaks === 3 && first?.kind === 'figures' && first.digits.length === 3 ? start : letter;
}

/** "0912345678, 000.00.04.H51": what ends with a break and is longer than a part belongs to something else. */
function afterForeign(words: Word[], start: number, letter: number): number {
  let from = start;
  for (let i = start; i < letter; i += 1) {
    const before = words[i - 1];
    if (words[i]?.kind === 'break' && before?.kind === 'figures' && before.digits.length > 3) from = i + 1;
  }
  return from;
}

/** `likely`: the date is known by its shape alone and must be a likely one. */
type Reading = { code: string; run: string; stage: 'office' | 'date' | 'number'; agency: boolean; likely: boolean; cost: number };

function codeFrom(words: Word[], start: number): string | null {
  const first: Reading = { code: '', run: '', stage: 'office', agency: false, likely: false, cost: 0 };
  const readings = new Map<number, Map<string, Reading>>([[start, new Map([['', first]])]]);
  const end = codeEnd(words, start);
  const whole: { text: string; cost: number }[] = [];
  for (let at = start; at <= end; at += 1) {
    const word = at < end ? words[at] : undefined;
    for (const reading of cheapest([...(readings.get(at)?.values() ?? [])], ({ cost }) => cost)) {
      const ends = word === undefined || isSeparator(word);
      if (ends && reading.stage === 'number' && reading.run.length >= 4)
        whole.push({ text: reading.code + reading.run, cost: reading.cost });
      if (word !== undefined) for (const [next, following] of steps(words, at, word, reading)) keep(readings, next, following);
    }
  }
  return only(whole);
}

function keep(readings: Map<number, Map<string, Reading>>, at: number, reading: Reading): void {
  const there = readings.get(at) ?? new Map<string, Reading>();
  const key = `${reading.code} ${reading.run} ${reading.likely}`;
  if (reading.cost < (there.get(key)?.cost ?? Number.POSITIVE_INFINITY)) there.set(key, reading);
  readings.set(at, there);
}

function steps(words: Word[], at: number, word: Word, reading: Reading): [number, Reading][] {
  if (word.kind === 'letter') {
    const opens = reading.stage === 'office' && !reading.agency && reading.run === '';
    return opens ? [[at + 1, { ...reading, run: word.letter, agency: true }]] : [];
  }
  if (word.kind === 'dot') return closed(reading, '.').map((next) => [at + 1, next]);
  if (word.kind === 'dash') return closed(reading, '-').map((next) => [at + 1, next]);
  if (word.kind === 'break') {
    const joined = { ...reading, cost: reading.cost + 1 };
    return [joined, ...closed(reading, '.'), ...unsaid(reading)].map((next) => [at + 1, next]);
  }
  // A dash left out before the date shows by the date's shape; before the number it never does: payment codes have none there.
  const opened = reading.stage === 'office' ? unsaid(reading).map((next) => ({ ...next, cost: next.cost + 3 })) : [];
  return [reading, ...opened].flatMap((from) =>
    groupsAt(words, at, from.run.replace(/\D/, '').length)
      .map((group): [number, Reading] => [group.next, { ...from, run: from.run + group.digits, cost: from.cost + group.cost }])
      .filter(([, { run, stage }]) => run.length <= { office: 3, date: 8, number: 7 }[stage]),
  );
}

function unsaid(reading: Reading): Reading[] {
  return closed({ ...reading, likely: true }, '-');
}

/** The reading with its last part ended by a separator; none where a part of this shape cannot end so. */
function closed(reading: Reading, by: '.' | '-'): Reading[] {
  const { code, run, stage, agency, likely } = reading;
  const next: Reading = { ...reading, code: code + run + by, run: '' };
  if (stage === 'number') return [];
  if (stage === 'date') return by === '-' && (likely ? isLikelyDate(run) : isRealDate(run)) ? [{ ...next, stage: 'number' }] : [];
  const isAgency = agencyShape.test(run);
  if (!isAgency && !/^\d{1,3}$/.test(run)) return [];
  if (by === '-') return agency ? [{ ...next, stage: 'date' }] : [];
  // The agency stands first or last: behind other parts it is the last one.
  const last = isAgency && code !== '';
  return last || next.code.split('.').length > 4 ? [] : [next];
}

/** Where the words of a code end. A number that counts what follows it ("… hai ngày", "một cửa") is no part of the code. */
function codeEnd(words: Word[], start: number): number {
  let end = start;
  let letters = 0;
  while (end < words.length && end - start < longest) {
    const word = words[end];
    if (word?.kind === 'letter') letters += 1;
    if (letters > 1 || !(word?.kind === 'letter' || isInside(word))) break;
    end += 1;
  }
  const after = words[end];
  const counts = (after?.kind === 'other' && counted.has(fold(after.text))) || (after?.kind === 'letter' && after.text === 'giờ');
  if (!counts || !/digit|tens/.test(words[end - 1]?.kind ?? '')) return end;
  if (words[end - 1]?.kind === 'digit') end -= 1;
  if (words[end - 1]?.kind === 'tens') end -= words[end - 2]?.kind === 'digit' ? 2 : 1;
  return end;
}

const counted = new Set('ngay tuan thang hom lan nguoi to dong nay ngoai cua phut buoi'.split(' '));

/** The agency's part stands there, and a dash and digits follow or the person says that it is a dossier's code. */
function isAttempt(words: Word[], letter: number, named: boolean): boolean {
  const word = words[letter];
  if (word?.kind !== 'letter' || !word.sure || !groupsAt(words, letter + 1, 0).some((group) => isAgencyNumber(words, group))) return false;
  if (words.slice(Math.max(0, letter - 8), letter).some((before) => before.kind === 'other' && fold(before.text) === 'bien')) return false;
  const end = codeEnd(words, letter);
  let dash = letter + 1;
  while (dash < end && words[dash]?.kind !== 'dash') dash += 1;
  if (dash + 1 >= end) return named;
  const next = words[dash + 1];
  if (next?.kind !== 'figures') return dash + 2 < end;
  // "TP-G15.32-99971", "000.00.00.G15-001" name papers: what follows is not the beginning of a likely date.
  const [begins, length] = [Number(next.digits.slice(0, 2)), next.digits.length];
  return length >= 2 && length <= 8 && (named || (begins >= 12 && begins < 40 && words[letter - 1]?.kind !== 'dash'));
}

function isAgencyNumber(words: Word[], { digits, next }: { digits: string; next: number }): boolean {
  return digits.length === 2 || (digits.length === 1 && groupsAt(words, next, 1).length > 0);
}

function isInside(word: Word | undefined): boolean {
  return word !== undefined && word.kind !== 'letter' && word.kind !== 'other' && word.kind !== 'half';
}

function isSeparator(word: Word | undefined): boolean {
  return word?.kind === 'dot' || word?.kind === 'dash' || word?.kind === 'break';
}
