import type { Calendar } from './calendar/calendar.ts';
import { addDays, dayNumber } from './calendar/dates.ts';
import type { Office } from './ports.ts';

/** A moment as a clock in Vietnam shows it. */
export type Moment = { date: string; time: string };

export type SlotOptions = { office: Office; now: Moment; calendar: Calendar; taken: Map<string, number> };

/** The times (`HH:MM`) of one day at which somebody can still come: the office is open, it is not too late to book, and there is room. */
export function slotsOf(day: string, { office, now, calendar, taken }: SlotOptions): string[] {
  const { date } = now;
  if (!calendar.isWorking(day) || office.closed.includes(day) || day < date || day > addDays(date, office.daysAhead)) return [];
  const earliest = minuteOf(date, now.time) + office.noticeMinutes;
  return timesOf(office).filter((time) => minuteOf(day, time) >= earliest && (taken.get(`${day} ${time}`) ?? 0) < office.perSlot);
}

/** Days with room, the next one first. */
export function daysOf(options: SlotOptions): string[] {
  const { office, now } = options;
  return Array.from({ length: office.daysAhead + 1 }, (_, ahead) => addDays(now.date, ahead)).filter(
    (day) => slotsOf(day, options).length > 0,
  );
}

/** A slot begins where there is time for all of it. */
function timesOf({ hours, slotMinutes }: Office): string[] {
  return hours.flatMap(([from, to]) => {
    const first = minutes(from);
    const count = Math.floor((minutes(to) - first) / slotMinutes);
    return Array.from({ length: count }, (_, place) => timeOf(first + place * slotMinutes));
  });
}

function minuteOf(day: string, time: string): number {
  return dayNumber(day) * 1440 + minutes(time);
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
