import { expect, test } from 'vitest';
import { createCalendar } from '../../../bot/calendar/calendar.ts';
import { officeAt } from '../../../bot/call/office.ts';

const calendar = createCalendar();
const at = (iso: string, hours: 'office' | 'always' | 'never' = 'office', language: 'vi' | 'en' = 'vi') =>
  officeAt(new Date(iso), hours, calendar, language);

test.each([
  ['2026-11-23T08:00:00+07:00', true],
  ['2026-11-23T07:29:59+07:00', false],
  ['2026-11-23T11:30:00+07:00', false],
  ['2026-11-23T12:00:00+07:00', false],
  ['2026-11-23T13:30:00+07:00', true],
  ['2026-11-23T17:30:00+07:00', false],
  ['2026-11-22T09:00:00+07:00', false],
])('people answer in the hours of the office on working days: %s', (iso, open) => {
  expect(at(iso).open).toBe(open);
});

test('outside of them the hours of the calendar are told', () => {
  expect(at('2026-11-22T09:00:00+07:00')).toEqual({
    open: false,
    hours: 'Cán bộ nghe máy từ 07:30 đến 11:30 và từ 13:30 đến 17:30 các ngày làm việc',
  });
  expect(at('2026-11-22T09:00:00+07:00', 'office', 'en')).toMatchObject({ hours: expect.stringContaining('from 07:30 to 11:30 and from') });
});

test('an operator may say always, or never', () => {
  expect(at('2026-11-22T03:00:00+07:00', 'always')).toEqual({ open: true });
  expect(at('2026-11-23T08:00:00+07:00', 'never')).toMatchObject({ open: false, hours: expect.not.stringMatching(/\d/) });
});
