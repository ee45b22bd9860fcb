import { describe, expect, it } from 'vitest';
import { daysOf, slotsOf } from '../../bot/appointment-slots.ts';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import { anOffice } from '../fakes/office.ts';

const calendar = createCalendar({ overrides: [{ off: ['2026-11-26'], working: ['2026-11-28'] }] });
const office = anOffice({
  hours: [
    ['07:30', '09:00'],
    ['13:30', '14:45'],
  ],
  perSlot: 2,
  daysAhead: 7,
  noticeMinutes: 60,
  closed: ['2026-11-27'],
});
const at = (date: string, time: string, taken = new Map<string, number>()) => ({ office, now: { date, time }, calendar, taken });

describe('the times at a counter', () => {
  it('are those of its hours that leave room for a whole appointment', () => {
    expect(slotsOf('2026-11-24', at('2026-11-23', '10:00'))).toEqual(['07:30', '08:00', '08:30', '13:30', '14:00']);
  });

  it('are not offered once they are over, or too near', () => {
    expect(slotsOf('2026-11-23', at('2026-11-23', '07:00'))).toEqual(['08:00', '08:30', '13:30', '14:00']);
    expect(slotsOf('2026-11-23', at('2026-11-23', '07:01'))).toEqual(['08:30', '13:30', '14:00']);
    expect(slotsOf('2026-11-23', at('2026-11-23', '18:00'))).toEqual([]);
    expect(slotsOf('2026-11-22', at('2026-11-23', '07:00'))).toEqual([]);
  });

  it('are not offered where as many come as may', () => {
    const taken = new Map([
      ['2026-11-24 07:30', 2],
      ['2026-11-24 08:00', 1],
    ]);
    expect(slotsOf('2026-11-24', at('2026-11-23', '10:00', taken))[0]).toBe('08:00');
  });

  it('are on working days of the calendar alone, not on days the counter is closed, and not further ahead than it says', () => {
    expect(daysOf(at('2026-11-23', '18:00'))).toEqual(['2026-11-24', '2026-11-25', '2026-11-28', '2026-11-30']);
  });
});
