import type { Question } from '../form.ts';
import { valueWording } from '../value-wording.ts';
import { failedCheck } from './checks.ts';
import { datesIn, isLunar, type Said } from './date-shapes.ts';
import { spokenDate } from './date-words.ts';
import { plain, withoutPoliteness } from './plain.ts';
import { ask, bad, good } from './reading.ts';
import type { Reading, World } from './world.ts';

/** One real day of the solar calendar as `YYYY-MM-DD`; shown as `dd/mm/yyyy`, days first always. */
export function readDate(text: string, question: Question, world: World, partial = ''): Reading {
  const said = withoutPoliteness(text);
  if (isLunar(said)) return bad(valueWording.dateLunar);
  const found = datesIn(said, world.today);
  if (found.length > 1) return bad(valueWording.dateSeveral);
  const whole = found[0] ?? spokenDate(said);
  if (whole !== null && vague.test(plain(said))) return bad(valueWording.dateVague);
  if (whole !== null) return dateOf(whole, question, world);
  const year = /^\D*(\d{4})\D*$/.exec(said)?.[1];
  if (partial !== '' && year !== undefined) return readDate(`${partial}/${year}`, question, world);
  return bad(vague.test(plain(said)) ? valueWording.dateVague : valueWording.date);
}

/** The day that was said, its year made out where only one is possible. */
export function dateOf({ day, month, year }: Said, question: Question, world: World): Reading {
  const short = `${two(day)}/${two(month)}`;
  if (month < 1 || month > 12 || day < 1 || day > (month === 2 ? 29 : 31)) {
    return bad(valueWording.dateUnreal, { DATE: year === '' ? short : `${short}/${year}` });
  }
  const years = year === '' ? nearYears(world.today) : year.length === 4 ? [year] : wholeYears(year, world.today);
  const real = years.map((each) => `${each}-${two(month)}-${two(day)}`).filter(isReal);
  if (real.length === 0) return bad(valueWording.dateUnreal, { DATE: year === '' ? short : `${short}/${year}` });
  const possible = real.filter((value) => failedCheck(question, value, world) === null);
  const [only = ''] = possible.length > 0 ? possible : real;
  if (year === '') return ask(valueWording.dateNoYear, choicesOf(possible), short, { DATE: short });
  if (possible.length > 1) return ask(valueWording.dateWhichYear, choicesOf(possible), short, { YEARS: joined(possible) });
  return good(only, shownDate(only));
}

/** `dd/mm/yyyy`, `mm/yyyy` or `yyyy`. */
export function shownDate(value: string): string {
  return value.split('-').reverse().join('/');
}

export function isReal(value: string): boolean {
  const moment = new Date(`${value}T00:00:00Z`);
  const year = Number(value.slice(0, 4));
  return year >= 1850 && year <= 2150 && !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === value;
}

/** The whole years that two figures may mean: of somebody alive, or of the years to come that a form may speak of. */
export function wholeYears(short: string, today: string): string[] {
  const now = Number(today.slice(0, 4));
  return ['19', '20'].map((century) => `${century}${short}`).filter((year) => Number(year) > now - 115 && Number(year) <= now + 30);
}

function nearYears(today: string): string[] {
  const year = Number(today.slice(0, 4));
  return [String(year), String(year - 1)];
}

function choicesOf(values: string[]) {
  return values.map((value) => ({ label: shownDate(value), say: shownDate(value) }));
}

function joined(values: string[]) {
  const years = values.map((value) => value.slice(0, 4));
  return { vi: years.join(valueWording.or.vi), en: years.join(valueWording.or.en) };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const vague =
  /\b(?:khoang|chung|truoc|gan|hinh nhu|khong nho(?! so\b)|khong phai|hoac|dau thang|cuoi thang|giua thang|about|around|before|maybe)\b/;
