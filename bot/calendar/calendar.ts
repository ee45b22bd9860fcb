import { addDays, isWeekend } from './dates.ts';
import { publicHolidays } from './holidays.ts';
import { type Office, type Overrides, usualOffice } from './overrides.ts';

/** Which days an office works, and its hours. Dates are `YYYY-MM-DD` in Vietnam. */
export type Calendar = { isWorking: (date: string) => boolean; office: Office };

/** Weekends and public holidays are off; then the overrides have the last word, a later one over an earlier. */
export function createCalendar({ overrides = [], office = usualOffice }: { overrides?: Overrides[]; office?: Office } = {}): Calendar {
  const changed = new Map(
    overrides.flatMap(({ off, working }) => [
      ...off.map((date) => [date, false] as const),
      ...working.map((date) => [date, true] as const),
    ]),
  );
  const years = new Map<number, Set<string>>();
  const daysOff = (year: number): Set<string> => {
    const known = years.get(year) ?? new Set(publicHolidays(year).map(({ date }) => date));
    years.set(year, known);
    return known;
  };
  return {
    isWorking: (date) => changed.get(date) ?? (!isWeekend(date) && !daysOff(Number(date.slice(0, 4))).has(date)),
    office,
  };
}

/** The day itself where it is a working day, else the next that is. */
export function workingDayFrom(date: string, calendar: Calendar): string {
  let day = date;
  while (!calendar.isWorking(day)) day = addDays(day, 1);
  return day;
}

/** The working day that comes `count` working days after `date`; `date` itself for 0. */
export function addWorkingDays(date: string, count: number, calendar: Calendar): string {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), calendar);
  return day;
}

/** How many working days come after `date`, up to and with `last`. */
export function workingDaysAfter(date: string, last: string, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(date, 1); day <= last; day = addDays(day, 1)) if (calendar.isWorking(day)) count += 1;
  return count;
}
