import { type Calendar, workingDayFrom, workingDaysAfter } from './calendar.ts';

/** Where a due date stands, in working days. `overdue` by 0: the day has passed, and no working day since. */
export type DaysLeft = { kind: 'left'; days: number } | { kind: 'today' } | { kind: 'overdue'; days: number };

/** How far `due` is from `today`, both `YYYY-MM-DD` in Vietnam. A due date on a day off means the next working day. */
export function daysLeft(due: string, today: string, calendar: Calendar): DaysLeft {
  const last = workingDayFrom(due, calendar);
  if (today === last) return { kind: 'today' };
  return today < last
    ? { kind: 'left', days: workingDaysAfter(today, last, calendar) }
    : { kind: 'overdue', days: workingDaysAfter(last, today, calendar) };
}
