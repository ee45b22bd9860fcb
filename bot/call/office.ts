import type { Calendar } from '../calendar/calendar.ts';
import { vietnamTime } from '../calendar/dates.ts';
import type { Language } from '../types.ts';
import type { Office } from './leaving.ts';

/** When officers answer the telephone: in the hours of the calendar, at any time, or never. */
export type PersonHours = 'office' | 'always' | 'never';

/** Whether somebody can take a call now. The hours are those of the calendar, which an agency sets. */
export function officeAt(now: Date, hours: PersonHours, calendar: Calendar, language: Language): Office {
  if (hours === 'always') return { open: true };
  const moment = vietnamTime(now.toISOString());
  const time = moment?.time ?? '';
  const isWorking = moment !== null && calendar.isWorking(moment.date);
  const isOpen = isWorking && calendar.office.opening.some(([from, to]) => from <= time && time < to);
  if (hours === 'office' && isOpen) return { open: true };
  return { open: false, hours: hours === 'never' ? officeWording.never[language] : sentence(calendar.office.opening, language) };
}

function sentence(opening: [string, string][], language: Language): string {
  const spans = opening.map(([from, to]) => officeWording.span[language].replace('FROM', from).replace('TO', to));
  return officeWording.hours[language].replace('SPANS', spans.join(officeWording.and[language]));
}

const officeWording = {
  hours: { vi: 'Cán bộ nghe máy SPANS các ngày làm việc', en: 'Our staff answer SPANS on working days' },
  span: { vi: 'từ FROM đến TO', en: 'from FROM to TO' },
  and: { vi: ' và ', en: ' and ' },
  never: { vi: 'Tổng đài này chỉ có trợ lý tự động', en: 'This line has the automatic assistant alone' },
} as const;
