import { heardDigits } from '../../speech/digits-heard.ts';
import { heardNumber } from '../../speech/numbers-heard.ts';
import type { Said } from './date-shapes.ts';

/**
 * A day said in words, "mười hai tháng năm năm hai nghìn không trăm hai mươi sáu", or null. "Năm" is five and year: every way to cut the
 * words is tried, and only one way may make a date.
 */
export function spokenDate(text: string): Said | null {
  const lower = text.normalize('NFC').toLowerCase().replace(/[,.]/g, ' ');
  const [, before = '', after = ''] = /^(.*?)(?<![\p{L}])(?:tháng|thang)(?![\p{L}])(.*)$/su.exec(lower) ?? [];
  const day = numberIn(before.replace(/^.*(?<!\p{L})(?:ngày|ngay|mùng|mung|mồng|mong|hôm|hom)(?!\p{L})/su, ''), 31);
  const words = after.trim().split(/\s+/);
  if (day === null || after.trim() === '') return null;
  const found = new Map<string, Said>();
  for (let cut = 1; cut <= Math.min(3, words.length); cut++) {
    const month = numberIn(words.slice(0, cut).join(' '), 12);
    if (month === null) continue;
    const rest = words.slice(cut);
    const marked = isYearWord(rest[0]) ? yearIn(rest.slice(1)) : null;
    const year = marked ?? yearIn(rest);
    if (year !== null) found.set(`${month} ${year}`, { day, month, year, from: 0, to: text.length });
  }
  const whole = [...found.values()].filter(({ year }) => year.length === 4);
  const likely = whole.length > 0 ? whole : [...found.values()];
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

/** A year in words or figures: four figures, or the last two alone; `''` for no words at all. */
export function yearIn(words: string[]): string | null {
  const text = words.join(' ');
  if (text === '') return '';
  if (/^\d{4}$|^\d{2}$/.test(text)) return text;
  const number = heardNumber(text);
  if (number !== null && number >= 1900 && number < 2100) return String(number);
  const digits = heardDigits(text, [4]);
  if (digits !== null && /^(?:19|20)/.test(digits)) return digits;
  if (number !== null && number >= 20 && number < 100) return String(number);
  return heardDigits(text, [2]);
}

function isYearWord(word: string | undefined): boolean {
  return word === 'năm' || word === 'nam';
}

function numberIn(words: string, most: number): number | null {
  const text = words.trim();
  if (text === 'tư' || text === 'tu') return 4;
  const number = heardNumber(text);
  if (number !== null) return number >= 1 && number <= most ? number : null;
  const digits = Number(heardDigits(text, [1, 2]) ?? Number.NaN);
  return digits >= 1 && digits <= most ? digits : null;
}
