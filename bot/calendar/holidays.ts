import { addDays, dayNumber, isWeekend } from './dates.ts';
import { solarDate } from './lunar.ts';

export type Holiday = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national';

/** One day off. `inLieu`: the working day given for a holiday that fell on a weekend (nghỉ bù). */
export type DayOff = { date: string; holiday: Holiday; inLieu: boolean };

/**
 * The public holidays of a year by the Labour Code (2019, Articles 111 and 112), and the days in lieu, in the order of the calendar.
 * Where the code leaves a choice to the Government each year (which days of Tết, which neighbour of 2 September), this is what it chose
 * in every year from 2020 to 2026. What it chooses otherwise, and swapped days, are overrides.
 */
export function publicHolidays(year: number): DayOff[] {
  const holidays: DayOff[] = [
    holiday(`${year}-01-01`, 'new-year'),
    ...[-2, -1, 0, 1, 2].map((days) => holiday(addDays(solarDate(year, 1, 1), days), 'tet')),
    holiday(solarDate(year, 3, 10), 'hung-kings'),
    holiday(`${year}-04-30`, 'reunification'),
    holiday(`${year}-05-01`, 'labour'),
    ...nationalDays(year).map((date) => holiday(date, 'national')),
  ];
  return inOrder(withDaysInLieu(inOrder(holidays)));
}

function holiday(date: string, name: Holiday): DayOff {
  return { date, holiday: name, inLieu: false };
}

/** Two days since the Labour Code of 2019 came into force: with the day before, but on a Thursday with the Friday. */
function nationalDays(year: number): string[] {
  const day = `${year}-09-02`;
  if (year < 2021) return [day];
  const isThursday = dayNumber(day) % 7 === 0;
  return [day, addDays(day, isThursday ? 1 : -1)];
}

/** Each holiday on a weekend gives the next working day that is not yet a day off. */
function withDaysInLieu(holidays: DayOff[]): DayOff[] {
  const taken = new Set(holidays.map(({ date }) => date));
  const inLieu = holidays
    .filter(({ date }) => isWeekend(date))
    .map(({ date, holiday }): DayOff => {
      let next = addDays(date, 1);
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
      taken.add(next);
      return { date: next, holiday, inLieu: true };
    });
  return [...holidays, ...inLieu];
}

function inOrder(days: DayOff[]): DayOff[] {
  return days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
}
