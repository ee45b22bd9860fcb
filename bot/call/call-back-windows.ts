import type { Calendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/dates.ts';
import type { CallBackWindow, DayPart, OfferedWindow } from './record.ts';

type Moment = { date: string; time: string };

/** The next morning, afternoon and day at which the office works and has an hour left: no closed day is promised. In that order; what there is not is left out. */
export function callBackWindows(now: Moment, calendar: Calendar): OfferedWindow[] {
  const parts = ['morning', 'afternoon', 'any'] as const;
  return parts.flatMap((part) => {
    const window = nextWindow(part, now, calendar);
    return window === null ? [] : [{ ...window, part }];
  });
}

/** Staff need this long before the first call, and a window is at least so long. Minutes. */
const noticeMinutes = 30;
const leastMinutes = 60;
/** Longer than any office is closed. */
const daysAhead = 60;

function nextWindow(part: DayPart, now: Moment, calendar: Calendar): CallBackWindow | null {
  const span = spanOf(part, calendar.office.opening);
  if (span === null) return null;
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = addDays(now.date, ahead);
    if (!calendar.isWorking(day)) continue;
    const from = ahead > 0 ? span.from : Math.max(span.from, quarterAfter(minuteOf(now.time) + noticeMinutes));
    if (span.to - from >= Math.min(leastMinutes, span.to - span.from)) return { day, from: timeOf(from), to: timeOf(span.to) };
  }
  return null;
}

/** From the first to the last working minute of that part of a day. */
function spanOf(part: DayPart, opening: [string, string][]): { from: number; to: number } | null {
  const [start, end] = { morning: [0, noon], afternoon: [noon, 2 * noon], any: [0, 2 * noon] }[part];
  const open = opening
    .map(([from, to]) => ({ from: Math.max(minuteOf(from), start ?? 0), to: Math.min(minuteOf(to), end ?? 0) }))
    .filter(({ from, to }) => from < to);
  const [first, last] = [open[0], open.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

const noon = 720;

function quarterAfter(minute: number): number {
  return Math.ceil(minute / 15) * 15;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
