import { addWorkingDays, type Calendar, workingDayFrom, workingDaysAfter } from './calendar.ts';
import { addDays, vietnamTime } from './dates.ts';
import { dated } from './due-date.ts';

/** The clock ran until the start of `from` (`YYYY-MM-DD`) and goes on with what came in at `at` (ISO 8601). `dueOn`: what was due when it was stopped. */
export type Stop = { dueOn: string | null; from: string; at: string; calendar: Calendar };

/** `to`: the first day on which the clock runs again. `dueOn`: the due date moved by the working days on which it stood. */
export type AfterStop = { to: string; dueOn: string | null };

/**
 * What a stop does to a due date. Supplements are dated by the rule of receipt: late or on a day off is the next working day. What was overdue before
 * the stop stays due when it was. Null: the moments make no sense.
 */
export function dueAfterStop({ dueOn, from, at, calendar }: Stop): AfterStop | null {
  const to = dated(at, calendar)?.date;
  if (to === undefined || vietnamTime(from) === null) return null;
  if (dueOn === null || vietnamTime(dueOn) === null) return { to, dueOn };
  const last = workingDayFrom(dueOn, calendar);
  const stood = workingDaysAfter(addDays(from, -1), addDays(to, -1), calendar);
  return { to, dueOn: from > last || stood === 0 ? dueOn : addWorkingDays(last, stood, calendar) };
}
