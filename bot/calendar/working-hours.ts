import { type Calendar, workingDayFrom } from './calendar.ts';
import { addDays, dayNumber, type VietnamTime } from './dates.ts';

type Span = [from: number, to: number];

export type HourLimit = {
  receipt: VietnamTime;
  hours: number;
  stops: { from: VietnamTime; to: VietnamTime | null }[];
  calendar: Calendar;
};

/** The day on which so many working hours of the office have run. Null: the clock still stands. */
export function dueInHours({ receipt, hours, stops, calendar }: HourLimit): string | null {
  const { opening, receivedUntil } = calendar.office;
  // A source that tells no time leaves the latest open: nobody is called late for what is not known.
  const latest = receivedUntil ?? opening.at(-1)?.[1] ?? '00:00';
  const start = minute({ date: receipt.date, time: receipt.time ?? latest });
  const blocked: Span[] = [
    [Number.NEGATIVE_INFINITY, start],
    ...stops.map(({ from, to }): Span => [minute(from), to === null ? Number.POSITIVE_INFINITY : minute(to)]),
  ];
  let left = hours * 60;
  for (let day = receipt.date; ; day = workingDayFrom(addDays(day, 1), calendar)) {
    const open = opening.map(([from, to]): Span => [minute({ date: day, time: from }), minute({ date: day, time: to })]);
    left -= open.flatMap((span) => without(span, blocked)).reduce((sum, [from, to]) => sum + to - from, 0);
    if (left <= 0) return day;
    if (stops.some(({ from, to }) => to === null && from.date <= day)) return null;
  }
}

/** What is left of a span of time without the blocked ones. */
function without(span: Span, blocked: Span[]): Span[] {
  return blocked
    .filter(([from, to]) => from < to)
    .reduce(
      (left: Span[], [from, to]) =>
        left
          .flatMap(([start, end]): Span[] => [
            [start, Math.min(end, from)],
            [Math.max(start, to), end],
          ])
          .filter(([start, end]) => start < end),
      [span],
    );
}

function minute({ date, time }: VietnamTime): number {
  const [hours = 0, minutes = 0] = (time ?? '00:00').split(':').map(Number);
  return dayNumber(date) * 1440 + hours * 60 + minutes;
}
