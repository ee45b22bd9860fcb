import { weekdayNames } from '../appointment-wording.ts';
import { addDays, dayNumber } from '../calendar/dates.ts';
import { dayText } from '../skills/dossier-dates.ts';
import type { Language } from '../types.ts';
import { callBackWording as words } from './call-back-wording.ts';
import type { CallBackWindow, DayPart } from './record.ts';

/** "sáng mai, từ 07:30 đến 11:30". `today` is `YYYY-MM-DD`. */
export function windowText(window: CallBackWindow, today: string, language: Language): string {
  return words.window[language]
    .replace('WHEN', dayWords(window.day, partOf(window), today, language))
    .replace('FROM', window.from)
    .replace('TO', window.to);
}

/** "hôm nay", "sáng mai", "chiều Thứ Hai, ngày 24/11". */
export function dayWords(day: string, part: DayPart, today: string, language: Language): string {
  if (day === today) return words.today[part][language];
  if (day === addDays(today, 1)) return words.tomorrow[part][language];
  // 1970-01-01 was a Thursday.
  const weekday = weekdayNames[language][(dayNumber(day) + 3) % 7] ?? '';
  return words.later[part][language].replace('WEEKDAY', weekday).replace('DAY', dayText(day).slice(0, 5));
}

function partOf({ from, to }: CallBackWindow): DayPart {
  if (to <= '12:00') return 'morning';
  return from >= '12:00' ? 'afternoon' : 'any';
}

/** The end of a number, digit by digit, so that no voice makes one number of it. */
export function tailWords(tail: string): string {
  return [...tail].join(' ');
}
