import { heardNumber } from '../../speech/numbers-heard.ts';
import { valueWording } from '../value-wording.ts';
import { plain, withoutPoliteness } from './plain.ts';
import { ask, bad, good } from './reading.ts';
import type { Reading } from './world.ts';

/** A time of the day as `HH:MM`. An hour under 13 of which the part of the day was not said is asked for, unless it is written as `07:30`. */
export function readTime(text: string, partial = ''): Reading {
  const said = plain(withoutPoliteness(text));
  const clock = clockIn(said, withoutPoliteness(text)) ?? (partial === '' ? null : clockIn(plain(partial), partial));
  if (clock === null || clock.hour > 24 || clock.minute > 59) return bad(valueWording.time);
  const part = parts.find(([pattern]) => pattern.test(said))?.[1];
  const hour = part === undefined ? (clock.sure || clock.hour > 12 || clock.hour === 0 ? clock.hour % 24 : null) : hourIn(clock.hour, part);
  if (hour === undefined) return bad(valueWording.time);
  if (hour !== null) return answer(hour, clock.minute);
  const shown = `${clock.hour} giờ${clock.minute === 0 ? '' : ` ${clock.minute}`}`;
  const names = clock.hour === 12 ? ['trưa', 'đêm'] : ['sáng', clock.hour < 7 ? 'chiều' : 'tối'];
  return ask(
    valueWording.timeWhich,
    names.map((name) => ({ label: `${shown} ${name}`, say: `${shown} ${name}` })),
    shown,
    { TIME: shown },
  );
}

type Part = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

function answer(hour: number, minute: number): Reading {
  const [h, m] = [hour, minute].map((number) => String(number).padStart(2, '0'));
  return good(`${h}:${m}`, `${h} giờ ${m} phút`);
}

function clockIn(said: string, text: string): { hour: number; minute: number; sure: boolean } | null {
  const figures = /(?<![\d/])(\d{1,2})\s*(?:gio|h|g|:|o'?clock|am\b|pm\b)\s*(\d{1,2})?/.exec(said);
  if (figures !== null && !/\d{1,2}\D+\d{1,2}\D+\d{1,2}/.test(said)) {
    return adjusted(Number(figures[1]), Number(figures[2] ?? 0), said, figures[0].includes(':') && (figures[1] ?? '').startsWith('0'));
  }
  const [, hours = '', minutes = ''] = /^(.*?)(?<!\p{L})(?:giờ|gio)(?!\p{L})(.*)$/iu.exec(text) ?? [];
  const hour = heardNumber(hours.replace(/^.*(?<!\p{L})(?:lúc|luc|vào|vao|khoảng)(?!\p{L})/iu, ''));
  if (hour === null || !Number.isInteger(hour)) return null;
  const rest = minutes
    .replace(/(?<!\p{L})(?:phút|phut|sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem|khuya|rưỡi|ruoi|kém.*|kem.*)(?!\p{L})/giu, ' ')
    .trim();
  const minute = rest === '' ? 0 : heardNumber(rest);
  return minute === null ? null : adjusted(hour, minute, said, false);
}

/** "Rưỡi" is half past, "kém 15" that much before. */
function adjusted(hour: number, minute: number, said: string, sure: boolean): { hour: number; minute: number; sure: boolean } {
  const [, less = ''] = /\bkem\s+([a-z\d ]+?)(?:\s*(?:phut|sang|trua|chieu|toi|dem|khuya)\b|$)/.exec(said) ?? [];
  const before = less === '' ? null : heardNumber(less);
  if (before !== null) return { hour: hour === 0 ? 23 : hour - 1, minute: 60 - before, sure };
  return { hour, minute: /\bruoi\b/.test(said) ? 30 : minute, sure };
}

/** Undefined: no such hour of that part of the day. */
function hourIn(hour: number, part: Part): number | undefined {
  if (hour > 12) return part === 'morning' ? undefined : hour % 24;
  switch (part) {
    case 'morning':
      return hour === 12 ? undefined : hour;
    case 'noon':
      return hour >= 10 ? hour : hour <= 2 ? hour + 12 : undefined;
    case 'afternoon':
      return hour === 12 ? 12 : hour <= 7 ? hour + 12 : undefined;
    case 'evening':
      return hour === 12 ? 0 : hour >= 5 ? hour + 12 : undefined;
    case 'night':
      return hour === 12 ? 0 : hour >= 9 ? hour + 12 : hour <= 5 ? hour : undefined;
  }
}

const parts: [RegExp, Part][] = [
  [/\bsang\b|\d\s*a\.?m\b/, 'morning'],
  [/\btrua\b|\bnoon\b/, 'noon'],
  [/\bchieu\b|\bafternoon\b/, 'afternoon'],
  [/\btoi\b|\bevening\b/, 'evening'],
  [/\bdem\b|\bkhuya\b|\bnight\b/, 'night'],
  [/\d\s*p\.?m\b/, 'afternoon'],
];
