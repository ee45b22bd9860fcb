const dayLength = 86_400_000;
/** Vietnam keeps UTC+7 all the year. */
const offset = 7 * 3_600_000;
/** A year outside this century is how some systems write that there is none (0001, 9999). */
const shape = /^(20\d{2}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A moment as a clock in Vietnam shows it: `YYYY-MM-DD` and `HH:MM`. `time` is null where the source tells the day alone. */
export type VietnamTime = { date: string; time: string | null };

/** Reads ISO 8601 of this century, with or without a time. A time without an offset is Vietnam's. Null: no such moment. */
export function vietnamTime(iso: string): VietnamTime | null {
  const [, date = '', time, zone] = shape.exec(iso) ?? [];
  if (date === '' || dateOf(dayNumber(date)) !== date) return null;
  if (time === undefined) return { date, time: null };
  if (zone === undefined) return { date, time };
  return inVietnam(new Date(`${date}T${time}${zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`}`));
}

/** The day in Vietnam at a moment of the clock that the caller holds. */
export function vietnamDate(now: Date): string {
  return inVietnam(now).date;
}

function inVietnam(moment: Date): { date: string; time: string } {
  const there = new Date(moment.getTime() + offset).toISOString();
  return { date: there.slice(0, 10), time: there.slice(11, 16) };
}

/** Days since 1970-01-01: what dates are counted in. NaN for what is no date. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

export function dateOf(day: number): string {
  return Number.isFinite(day) ? new Date(day * dayLength).toISOString().slice(0, 10) : '';
}

export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** The same day of a later month, or that month's last day where it is too short (Civil Code, Article 148). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(first / dayLength + Math.min(day, last) - 1);
}

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function isWeekend(date: string): boolean {
  return ((dayNumber(date) + 3) % 7) + 1 > 5;
}
