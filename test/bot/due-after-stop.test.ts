import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar, workingDayFrom } from '../../bot/calendar/calendar.ts';
import { addDays, dateOf, dayNumber } from '../../bot/calendar/dates.ts';
import { dueAfterStop } from '../../bot/calendar/due-after-stop.ts';
import { dueDate } from '../../bot/calendar/due-date.ts';

/** The year's holidays without the swapped days of the Government: 30 April and 1 May 2026 are a Thursday and a Friday, 26 April a Sunday. */
const calendar = createCalendar();

describe('a due date after the clock has stood', () => {
  it.each([
    // What was due, stopped from, papers in at; runs again from, due now.
    ['2026-11-13', '2026-11-10', '2026-11-12T09:00:00+07:00', '2026-11-12', '2026-11-17', 'two working days, over a weekend'],
    ['2026-11-12', '2026-11-10', '2026-11-10T10:00:00+07:00', '2026-11-10', '2026-11-12', 'brought on the same day'],
    ['2026-11-12', '2026-11-10', '2026-11-10T15:30:00+07:00', '2026-11-11', '2026-11-13', 'brought on the same day after 15:00'],
    ['2026-11-12', '2026-11-10', '2026-11-10T15:00:00+07:00', '2026-11-10', '2026-11-12', 'brought at 15:00 sharp'],
    ['2026-11-13', '2026-11-13', '2026-11-16T08:00:00+07:00', '2026-11-16', '2026-11-16', 'stopped on the very day, over a weekend'],
    ['2026-11-13', '2026-11-12', '2026-11-14T08:00:00+07:00', '2026-11-16', '2026-11-17', 'brought on a Saturday'],
    ['2026-11-13', '2026-11-13', '2026-11-13T16:00:00+07:00', '2026-11-16', '2026-11-16', 'brought late on a Friday'],
    ['2026-11-09', '2026-11-10', '2026-11-20T08:00:00+07:00', '2026-11-20', '2026-11-09', 'overdue before it was stopped'],
    ['2026-04-29', '2026-04-28', '2026-05-05T08:00:00+07:00', '2026-05-05', '2026-05-06', 'over 30 April and 1 May'],
    ['2026-04-24', '2026-04-23', '2026-04-28T08:00:00+07:00', '2026-04-28', '2026-04-29', 'over the day in lieu of Giỗ tổ'],
    ['2026-02-13', '2026-02-12', '2026-02-24T09:00:00+07:00', '2026-02-24', '2026-02-25', 'over Tết'],
    ['2026-11-15', '2026-11-10', '2026-11-11T09:00:00+07:00', '2026-11-11', '2026-11-17', 'due on a Sunday, which means Monday'],
    [null, '2026-11-10', '2026-11-12T09:00:00+07:00', '2026-11-12', null, 'no due date'],
  ])('%s, stopped from %s to %s: runs from %s, due on %s (%s)', (dueOn, from, at, to, due, _) => {
    expect(dueAfterStop({ dueOn, from, at, calendar })).toEqual({ to, dueOn: due });
  });

  it('is what the procedure’s own limit makes of the same stop', () => {
    const day = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2027-12-31') }).map(dateOf);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 40 }),
        (start, amount, after, length) => {
          const receivedAt = workingDayFrom(start, calendar);
          const limit = { receivedAt, amount, unit: 'working-day' as const, calendar };
          const from = addDays(receivedAt, after);
          const at = addDays(from, length);
          const stopped = dueAfterStop({ dueOn: dueDate({ ...limit, suspended: [] }), from, at, calendar });
          expect(stopped?.dueOn).toBe(dueDate({ ...limit, suspended: [{ from, to: at }] }));
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });

  it('is not told of moments that are none', () => {
    expect(dueAfterStop({ dueOn: '2026-11-13', from: '2026-11-10', at: 'hôm qua', calendar })).toBeNull();
    expect(dueAfterStop({ dueOn: '2026-11-13', from: '', at: '2026-11-12', calendar })).toBeNull();
  });
});
