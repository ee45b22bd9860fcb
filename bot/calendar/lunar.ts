import { dateOf, dayNumber } from './dates.ts';
import { newMoon, sunLongitude } from './sky.ts';

/** One month of a lunar year. `start` is its first day, `YYYY-MM-DD`; a leap month repeats the number before it. */
export type LunarMonth = { month: number; leap: boolean; start: string };

/** The solar date of a lunar one, in the Vietnamese calendar. A month that a leap one follows means the first of the two. */
export function solarDate(year: number, month: number, day: number): string {
  const found = lunarMonths(year).find((one) => one.month === month && !one.leap);
  if (found === undefined) throw new RangeError(`no lunar month ${month}`);
  return dateOf(dayNumber(found.start) + day - 1);
}

/**
 * The months of the lunar year whose Tết falls in the solar `year`. The rules are those of the Vietnamese calendar, with days in
 * UTC+7: a month begins on the day of the new moon, the eleventh holds the winter solstice, and of thirteen months between two
 * solstices the first without a major solar term is the leap month. China reckons in UTC+8: some Tết differ by a day, as in 2030.
 */
export function lunarMonths(year: number): LunarMonth[] {
  const before = eleventhMonth(year - 1);
  const own = eleventhMonth(year);
  const months = [...monthsBetween(before, own), ...monthsBetween(own, eleventhMonth(year + 1))];
  const isFirst = ({ month, leap }: LunarMonth) => month === 1 && !leap;
  return months.slice(months.findIndex(isFirst), months.findLastIndex(isFirst));
}

function monthsBetween(first: number, end: number): LunarMonth[] {
  const moons = Array.from({ length: end - first }, (_, index) => first + index);
  const leapAt = moons.length === 13 ? moons.findIndex((moon) => termAt(moon) === termAt(moon + 1)) : 13;
  return moons.map((moon, index) => ({
    month: ((10 + index - (index >= leapAt ? 1 : 0)) % 12) + 1,
    leap: index === leapAt,
    start: dateOf(newMoonDay(moon)),
  }));
}

/** The number of the new moon that opens the month of the winter solstice. */
function eleventhMonth(year: number): number {
  let solstice = dayNumber(`${year}-12-19`);
  while (sunLongitude(midnight(solstice + 1)) < 270) solstice += 1;
  let moon = Math.round((solstice - dayNumber('2000-01-06')) / 29.530588861);
  while (newMoonDay(moon) > solstice) moon -= 1;
  return moon;
}

/** Which twelfth of its yearly way the sun is in as the month begins. Two months that begin in the same one have no major term between. */
function termAt(moon: number): number {
  return Math.floor(sunLongitude(midnight(newMoonDay(moon))) / 30);
}

function newMoonDay(moon: number): number {
  return Math.floor(newMoon(moon) + 7 / 24);
}

/** The start of a day in Vietnam, in days of universal time. */
function midnight(day: number): number {
  return day - 7 / 24;
}
