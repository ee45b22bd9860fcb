import { weekdayNames } from './appointment-wording.ts';
import { dayNumber } from './calendar/dates.ts';
import type { Booking } from './ports.ts';
import { dayText } from './skills/dossier-dates.ts';
import type { Language } from './types.ts';

/** Of an appointment what is known so far. */
type Put = Partial<Booking> & Pick<Booking, 'office'>;

/** A sentence of the wording with the counter, day, time, code and number put in. */
export function filled(text: string, { office, day = '', time = '', code = '', number = 0 }: Put, language: Language): string {
  return text
    .replace('OFFICE', () => office.name)
    .replace(' (ADDRESS)', () => (office.address === '' ? '' : ` (${office.address})`))
    .replace('TIME', time)
    .replace('DAYS', String(office.daysAhead))
    .replace('DAY', day === '' ? '' : dayLong(day, language))
    .replace('CODE', code)
    .replace('NUMBER', String(number));
}

/** "Thứ Hai 23/11". */
export function dayShort(day: string, language: Language): string {
  return `${weekdayOf(day, language)} ${dayText(day).slice(0, 5)}`;
}

/** "Thứ Hai 23/11/2026". */
export function dayLong(day: string, language: Language): string {
  return `${weekdayOf(day, language)} ${dayText(day)}`;
}

function weekdayOf(day: string, language: Language): string {
  // 1970-01-01 was a Thursday.
  return weekdayNames[language][(dayNumber(day) + 3) % 7] ?? '';
}
