import { heardNumber } from '../speech/numbers-heard.ts';
import { isFiller } from './fillers.ts';
import { endsWell, isUnknown, type Mention } from './mentions.ts';
import type { Words } from './words.ts';

/** What is said of house, street and hamlet beside the names that were understood: as said, tidied, joined by commas. Empty: nothing. */
export function detailOf(text: Words, chosen: Mention[]): string {
  const parts: string[] = [];
  for (const [from, to] of runsOutside(text, chosen)) {
    const [first, last] = [text.words[from], text.words[to - 1]];
    if (first !== undefined && last !== undefined) parts.push(tidy(text.text.slice(first.from, last.to)));
  }
  return capital(parts.filter((part) => part !== '').join(', '));
}

/** One detail tidied: blanks, commas, what people open with ("tôi ở …"), house numbers in words. */
export function tidy(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ ?([,;]) ?/g, '$1 ')
    .trim()
    .replace(opening, '')
    .replace(/[\s,;.:(-]+$/u, '');
  return inFigures(plain);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const opening =
  /^(?:(?:dạ|da|vâng|vang|thưa|thì|à|ừ|em|tôi|toi|mình|minh|con|cháu|hiện|đang|dang|địa chỉ|dia chi|nhà(?= (?:tôi|em|mình|tui|ở))|nha(?= (?:toi|em|minh|tui|o) )|tui|ở|o|tại|tai|là|của|address|i live (?:at|in))(?:[\s,:]+|$))+/iu;

function runsOutside(text: Words, chosen: Mention[]): [from: number, to: number][] {
  const covered = text.words.map((_, at) => chosen.some(({ from, to }) => at >= from && at < to));
  const runs: [number, number][] = [];
  for (let from = 0; from < covered.length; from++) {
    if (covered[from]) continue;
    let to = from;
    while (to < covered.length && !covered[to]) to += 1;
    const start = runStart(text, from, to);
    const end = runEnd(text, start, to);
    if (end > start) runs.push([start, end]);
    from = to;
  }
  return runs;
}

// "phường Láng Hạn": what a name was cut from is no street either.
function runStart(text: Words, from: number, to: number): number {
  let start = from;
  if (from > 0 && !endsWell(text.words, from)) while (start < to && !text.words[start]?.parted) start += 1;
  return start;
}

// A name that nobody knows ("xã Abc") is no street, and words that only lead to the next name are nothing.
function runEnd(text: Words, from: number, to: number): number {
  let end = to;
  for (let at = from; at < to; at++) {
    if (isUnknown(text.words, at)) end = Math.min(end, at);
  }
  while (end > from && isFiller(text.words, end - 1)) end -= 1;
  return end;
}

/** "số năm ngõ mười hai" is "số 5 ngõ 12": what follows these words is a number. */
function inFigures(text: string): string {
  return text.replace(numbered, (whole, head: string, words: string) => {
    const all = words.trim().split(' ');
    for (let length = all.length; length > 0; length--) {
      const number = heardNumber(all.slice(0, length).join(' '));
      if (number !== null) return [`${head} ${number}`, ...all.slice(length)].join(' ') + (words.endsWith(' ') ? ' ' : '');
    }
    return whole;
  });
}

const digit =
  'không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|mot|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|le';
const numbered = new RegExp(
  `(?<![\\p{L}\\p{M}])(số nhà|so nha|số|so|ngõ|ngo|ngách|ngach|hẻm|hem|kiệt|kiet|tổ|lô|tầng|xuyệt|xẹt) ((?:(?:${digit})(?![\\p{L}\\p{M}]) ?)+)`,
  'giu',
);
