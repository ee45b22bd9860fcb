import { durationText, limitsOf } from '../answer/limits.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { vietnamDate, vietnamTime } from '../calendar/dates.ts';
import { daysLeft } from '../calendar/days-left.ts';
import { daysLeftText } from '../calendar/days-left-text.ts';
import { dueDate } from '../calendar/due-date.ts';
import type { Dossier } from '../dossier-types.ts';
import type { Language, StoredProcedure } from '../types.ts';

/** `2026-07-29` → `29/07/2026`. */
export function dayText(date: string): string {
  return date.slice(0, 10).split('-').reverse().join('/');
}

/** "10:05 ngày 22/11/2026", the time alone for today; the text as it is where it is no moment. */
export function momentText(iso: string, now: Date, language: Language): string {
  const read = vietnamTime(iso);
  if (read === null) return iso;
  const isToday = read.date === vietnamDate(now);
  if (read.time === null) return dayText(read.date);
  if (isToday) return language === 'vi' ? `${read.time} hôm nay` : `${read.time} today`;
  return language === 'vi' ? `${read.time} ngày ${dayText(read.date)}` : `${read.time} on ${dayText(read.date)}`;
}

/** "còn 3 ngày làm việc" for a due date, or '' where it is none. */
export function leftText(due: string, now: Date, calendar: Calendar, language: Language): string {
  const left = daysLeft(due, vietnamDate(now), calendar);
  return left === null ? '' : daysLeftText(left, language);
}

/** The due date by the procedure's own limit: the limit in words, and the day; null where the record has no one limit or the clock stands. */
export type Computed = { limit: string; date: string };

/**
 * The records of this code that differ in their limit leave the date open: which of them the dossier is under is not known.
 */
export function computedDue(dossier: Dossier, records: StoredProcedure[], calendar: Calendar, language: Language): Computed | null {
  const receivedAt = dossier.receivedAt ?? dossier.receivedOn;
  const limits = new Map(
    records.flatMap(({ procedure }) => limitsOf(procedure)).map(({ duration }) => [`${duration.amount} ${duration.unit}`, duration]),
  );
  const [duration] = limits.values();
  if (receivedAt === null || limits.size !== 1 || duration === undefined || duration.amount === null || duration.unit === 'other')
    return null;
  const { amount, unit } = duration;
  const date = dueDate({ receivedAt, amount, unit, suspended: dossier.suspended, calendar });
  return date === null ? null : { limit: durationText(duration, language), date };
}
