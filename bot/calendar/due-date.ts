import { type Calendar, workingDayFrom } from './calendar.ts';
import { addDays, addMonths, dayNumber, type VietnamTime, vietnamTime } from './dates.ts';
import { dueInHours } from './working-hours.ts';

/** A stop of the clock, for papers to be supplemented: ISO 8601, a day or a moment. `to` is null while it still stands. */
export type Suspension = { from: string; to: string | null };

export type TimeLimit = {
  /** ISO 8601. A day without a time is taken as within the hours of receipt. */
  receivedAt: string;
  amount: number;
  unit: 'working-day' | 'day' | 'hour' | 'month' | 'year';
  suspended: Suspension[];
  calendar: Calendar;
};

/** A stop as dates: the clock stands from `from` to the day before `to`. */
type Stop = { from: VietnamTime; to: VietnamTime | null };

/** Above these a record is mistaken, and no date is better than a far one. */
const most: Record<TimeLimit['unit'], number> = { hour: 10_000, 'working-day': 5_000, day: 10_000, month: 1_200, year: 100 };

/**
 * The last day of a time limit, `YYYY-MM-DD`. Received late or on a day off is dated the next working day; the day of receipt is not counted;
 * a last day that is off moves to the next working day (Civil Code, Articles 147 and 148); a stop moves the end by as long as it stood.
 * Null: the clock still stands, or the moments or the amount make no sense.
 */
export function dueDate({ receivedAt, amount, unit, suspended, calendar }: TimeLimit): string | null {
  const receipt = dated(receivedAt, calendar);
  const stops = suspended.map((stop) => readStop(stop, calendar));
  if (receipt === null || !(amount >= 0 && amount <= most[unit]) || stops.includes(null)) return null;
  const stood = stops.filter((stop) => stop !== null);
  if (unit === 'hour') return dueInHours({ receipt, hours: amount, stops: stood, calendar });
  if (unit === 'working-day') return running(receipt.date, Math.ceil(amount), calendar.isWorking, stood);
  const days = unit === 'day' ? Math.ceil(amount) : daysOfMonths(receipt.date, unit === 'year' ? amount * 12 : amount);
  const last = running(receipt.date, days, () => true, stood);
  return last === null ? null : running(last, 0, calendar.isWorking, stood);
}

/** The day and time that a paper counts as received: late or on a day off, the start of the next working day. Null: no such moment. */
export function dated(moment: string, calendar: Calendar): VietnamTime | null {
  const read = vietnamTime(moment);
  if (read === null) return null;
  const { receivedUntil } = calendar.office;
  const isLate = receivedUntil !== null && read.time !== null && read.time > receivedUntil;
  if (!isLate && calendar.isWorking(read.date)) return read;
  return { date: workingDayFrom(isLate ? addDays(read.date, 1) : read.date, calendar), time: '00:00' };
}

/** Supplements come in by the same rule as the dossier did. */
function readStop({ from, to }: Suspension, calendar: Calendar): Stop | null {
  const start = vietnamTime(from);
  const end = to === null ? null : dated(to, calendar);
  return start === null || (to !== null && end === null) ? null : { from: start, to: end };
}

/** The day that is `count` after the first from `date`, of the days that count and on which the clock runs. Null: it still stands. */
function running(date: string, count: number, counts: (day: string) => boolean, stops: Stop[]): string | null {
  let left = count;
  for (let day = date; ; day = addDays(day, 1)) {
    if (stops.some(({ from, to }) => to === null && from.date <= day)) return null;
    const stands = stops.some(({ from, to }) => to !== null && from.date <= day && day < to.date);
    if (stands || !counts(day)) continue;
    if (left === 0) return day;
    left -= 1;
  }
}

/** A part of a month is taken of thirty days. */
function daysOfMonths(date: string, months: number): number {
  const whole = Math.floor(months);
  return dayNumber(addMonths(date, whole)) - dayNumber(date) + Math.ceil((months - whole) * 30);
}
