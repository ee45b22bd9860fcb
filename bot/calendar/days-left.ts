import { type Calendar, workingDayFrom, workingDaysAfter } from './calendar.ts';
import { vietnamTime } from './dates.ts';

/** Where a due date stands, in working days. `overdue` by 0: the day has passed, and no working day since. */
export type DaysLeft = { kind: 'left'; days: number } | { kind: 'today' } | { kind: 'overdue'; days: number };

/** How far `due` is from `today`, both `YYYY-MM-DD` in Vietnam. A due date on a day off means the next working day. Null: no such date. */
export function daysLeft(due: string, today: string, calendar: Calendar): DaysLeft | null {
  if (vietnamTime(due) === null || vietnamTime(today) === null) return null;
  const last = workingDayFrom(due, calendar);
  if (today === last) return { kind: 'today' };
  return today < last
    ? { kind: 'left', days: workingDaysAfter(today, last, calendar) }
    : { kind: 'overdue', days: workingDaysAfter(last, today, calendar) };
}
