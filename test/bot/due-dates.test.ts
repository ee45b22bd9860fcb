import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addWorkingDays, createCalendar, workingDaysAfter } from '../../bot/calendar/calendar.ts';
import { addDays, dateOf, dayNumber } from '../../bot/calendar/dates.ts';
import { dueDate, type Suspension, type TimeLimit } from '../../bot/calendar/due-date.ts';
import { usualOffice } from '../../bot/calendar/overrides.ts';
import { readCalendar } from '../../scripts/calendar.ts';
// Reckoned by another program from the announced days off and a printed table of Tết: never from this code.
import table from './due-dates.json' with { type: 'json' };

type Row = { about: string; receivedAt: string; amount: number; unit: TimeLimit['unit']; suspended?: Suspension[]; due: string | null };

const calendar = readCalendar();
const rows = table as Row[];
const seeded = { seed: 4, numRuns: 400 };
const anyDay = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2035-06-30') }).map(dateOf);
const anyTime = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map(two).join(':'));
const anyUnit = fc.constantFrom('working-day', 'day', 'hour', 'month');

function due(receivedAt: string, amount: number, unit: TimeLimit['unit'] = 'working-day', suspended: Suspension[] = []): string | null {
  return dueDate({ receivedAt, amount, unit, suspended, calendar });
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

describe('two hundred due dates reckoned independently', () => {
  it('are two hundred', () => expect(rows.length).toBe(200));

  it.each(rows)('$about: $receivedAt, $amount $unit', ({ receivedAt, amount, unit, suspended = [], due: expected }) => {
    expect(due(receivedAt, amount, unit, suspended)).toBe(expected);
  });
});

describe('on any machine', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('in %s the dates are the same', (zone) => {
    process.env.TZ = zone;
    expect(new Date('2026-03-02T00:00:00Z').getTimezoneOffset()).not.toBe(0);
    const read = rows.map(({ receivedAt, amount, unit, suspended = [] }) =>
      dueDate({ receivedAt, amount, unit, suspended, calendar: readCalendar() }),
    );
    expect(read).toEqual(rows.map((row) => row.due));
  });
});

describe('a due date', () => {
  it('is always a working day, never before the receipt, and never earlier for a longer limit', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyUnit, fc.nat(40), (day, time, unit, amount) => {
        const [one, more] = [due(`${day}T${time}`, amount, unit) ?? '', due(`${day}T${time}`, amount + 1, unit) ?? ''];
        expect(calendar.isWorking(one)).toBe(true);
        expect(one >= day && more >= one).toBe(true);
      }),
      seeded,
    );
  });

  it('is the same after the hour of receipt as in time on the next working day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40), fc.constantFrom('working-day', 'day', 'month'), (day, amount, unit) => {
        const working = addWorkingDays(day, 1, calendar);
        const next = addWorkingDays(working, 1, calendar);
        expect(due(`${working}T15:01`, amount, unit)).toBe(due(`${next}T09:00`, amount, unit));
        expect(due(`${working}T15:00`, amount, unit)).toBe(due(`${working}T08:00`, amount, unit));
      }),
      seeded,
    );
  });

  it('moves by exactly the working days that the clock stood', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), fc.nat(29), fc.nat(40), (day, amount, into, length) => {
        const received = addWorkingDays(day, 1, calendar);
        const plain = due(received, amount) ?? '';
        const from = addDays(received, into);
        const to = addWorkingDays(addDays(from, -1), 1 + length, calendar);
        const stood = from > plain ? 0 : workingDaysAfter(addDays(from, -1), addDays(to, -1), calendar);
        expect(due(received, amount, 'working-day', [{ from, to }])).toBe(addWorkingDays(plain, stood, calendar));
      }),
      seeded,
    );
  });

  it('does not move for the order or the overlap of the stops', () => {
    fc.assert(
      fc.property(anyDay, anyUnit, fc.nat(10), fc.nat(20), fc.nat(20), (day, unit, start, one, other) => {
        const stop = (from: number, days: number) => ({ from: addDays(day, from), to: addDays(day, from + days) });
        const [first, second] = [stop(start, one), stop(start + 1, other)];
        const whole = [stop(start, Math.max(one, other === 0 ? 0 : other + 1))];
        const amount = 12;
        expect(due(day, amount, unit, [first, second])).toBe(due(day, amount, unit, [second, first]));
        if (one > 0) expect(due(day, amount, unit, [first, second])).toBe(due(day, amount, unit, whole));
      }),
      seeded,
    );
  });

  it('is open while the clock stands, and stays where the limit had ended before', () => {
    for (const unit of ['working-day', 'day', 'hour', 'month', 'year'] as const) {
      expect(due('2026-03-02T09:00', 1, unit, [{ from: '2026-03-02', to: null }])).toBeNull();
      expect(due('2026-03-02T09:00', 1, unit, [{ from: '2027-06-01', to: null }])).toBe(due('2026-03-02T09:00', 1, unit));
    }
  });

  it('takes a part of a day as a whole one, and half a month as fifteen days', () => {
    expect(due('2026-03-02T09:00', 7.5)).toBe(due('2026-03-02T09:00', 8));
    expect(due('2026-03-02T09:00', 1.5, 'month')).toBe('2026-04-17');
    expect(due('2026-03-02T09:00', 2.5, 'hour')).toBe('2026-03-02');
  });

  it('is not made up where the record makes no sense', () => {
    for (const amount of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000]) expect(due('2026-03-02T09:00', amount)).toBeNull();
    for (const moment of ['', '0001-01-01T00:00:00', '31/12/2026']) {
      expect(due(moment, 5)).toBeNull();
      expect(due('2026-03-02T09:00', 5, 'working-day', [{ from: moment, to: '2026-03-04' }])).toBeNull();
      expect(due('2026-03-02T09:00', 5, 'working-day', [{ from: '2026-03-03', to: moment }])).toBeNull();
    }
  });

  it('follows the hours of the office', () => {
    const at = (receivedAt: string, receivedUntil: string | null, unit: TimeLimit['unit'], amount: number) =>
      dueDate({ receivedAt, amount, unit, suspended: [], calendar: createCalendar({ office: { ...usualOffice, receivedUntil } }) });
    expect(at('2026-03-02T16:45', null, 'working-day', 3)).toBe('2026-03-05');
    expect(at('2026-03-02T16:45', '16:30', 'working-day', 3)).toBe('2026-03-06');
    expect(at('2026-03-02T16:45', null, 'hour', 1)).toBe('2026-03-03');
    expect(at('2026-03-02', null, 'hour', 8)).toBe('2026-03-03');
  });
});
