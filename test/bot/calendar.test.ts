import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, createCalendar, workingDayFrom, workingDaysAfter } from '../../bot/calendar/calendar.ts';
import { addDays, addMonths, dateOf, dayNumber, isWeekend, vietnamDate, vietnamTime } from '../../bot/calendar/dates.ts';
import { type Holiday, publicHolidays } from '../../bot/calendar/holidays.ts';
import { lunarMonths, solarDate } from '../../bot/calendar/lunar.ts';
import { readCalendar } from '../../scripts/calendar.ts';

const seeded = { seed: 4, numRuns: 500 };
const anyDay = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2035-12-31') }).map(dateOf);

describe('the lunar calendar of Vietnam', () => {
  it.each([
    [2020, '2020-01-25', '2020-04-02'],
    [2021, '2021-02-12', '2021-04-21'],
    [2022, '2022-02-01', '2022-04-10'],
    [2023, '2023-01-22', '2023-04-29'],
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'],
    [2031, '2031-01-23', '2031-04-01'],
    [2032, '2032-02-11', '2032-04-19'],
    [2033, '2033-01-31', '2033-04-09'],
    [2034, '2034-02-19', '2034-04-28'],
    [2035, '2035-02-08', '2035-04-17'],
  ])('has Tết and Giỗ tổ of %i on %s and %s', (year, tet, hungKings) => {
    expect([solarDate(year, 1, 1), solarDate(year, 3, 10)]).toEqual([tet, hungKings]);
  });

  it('parts from the Chinese one where the new moon falls in the last hour of the day', () => {
    // Beijing kept 1985-02-20, 2007-02-18 and will keep 2030-02-03.
    expect([1985, 2007, 2030].map((year) => solarDate(year, 1, 1))).toEqual(['1985-01-21', '2007-02-17', '2030-02-02']);
  });

  it('has its leap months', () => {
    const leaps = Array.from({ length: 16 }, (_, index) => [2020 + index, lunarMonths(2020 + index).find(({ leap }) => leap)?.month]);
    expect(leaps.filter(([, month]) => month !== undefined)).toEqual([
      [2020, 4],
      [2023, 2],
      [2025, 6],
      [2028, 5],
      [2031, 3],
      [2033, 11],
    ]);
  });

  it('has months of 29 or 30 days that follow one another, twelve or thirteen to a year', () => {
    for (let year = 2000; year < 2060; year += 1) {
      const months = lunarMonths(year);
      const starts = [...months.map(({ start }) => dayNumber(start)), dayNumber(solarDate(year + 1, 1, 1))];
      const lengths = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
      expect(lengths.every((length) => length === 29 || length === 30)).toBe(true);
      expect(months.filter(({ leap }) => !leap).map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(months.filter(({ leap }) => leap).length).toBeLessThan(2);
    }
  });
});

describe('the days off of a year', () => {
  it.each([
    [2020, '01-01 01-23..01-29 04-02 04-30..05-03 09-02'],
    [2021, '01-01..01-03 02-10..02-16 04-21 04-30..05-03 09-02..09-05'],
    [2022, '01-01..01-03 01-29..02-06 04-09..04-11 04-30..05-03 09-01..09-04'],
    [2023, '01-01..01-02 01-20..01-26 04-29..05-03 09-01..09-04'],
    [2024, '01-01 02-08..02-14 04-18 04-27..05-01 08-31..09-03'],
    [2025, '01-01 01-25..02-02 04-05..04-07 04-30..05-04 08-30..09-02'],
    [2026, '01-01..01-04 02-14..02-22 04-25..04-27 04-30..05-03 08-29..09-02'],
  ])('of %i are those that the Government announced', (year, announced) => {
    const calendar = readCalendar();
    const rests = announced.split(' ').flatMap((span) => {
      const [first = '', last = first] = span.split('..').map((day) => `${year}-${day}`);
      return Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, index) => addDays(first, index));
    });
    const swapped = { 2024: ['2024-05-04'], 2025: ['2025-04-26'], 2026: ['2026-01-10', '2026-08-22'] }[year] ?? [];
    const days = Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index));
    const wrong = days.filter((day) => calendar.isWorking(day) !== (swapped.includes(day) || !(isWeekend(day) || rests.includes(day))));
    expect(wrong).toEqual([]);
  });

  it('hold eleven holidays, and one working day in lieu of each that falls on a weekend', () => {
    for (let year = 2021; year <= 2035; year += 1) {
      const days = publicHolidays(year);
      const holidays = days.filter(({ inLieu }) => !inLieu);
      const inLieu = days.filter(({ inLieu }) => inLieu);
      const count = (name: Holiday) => holidays.filter(({ holiday }) => holiday === name).length;
      expect([count('new-year'), count('tet'), count('hung-kings'), count('reunification'), count('labour'), count('national')]).toEqual([
        1, 5, 1, 1, 1, 2,
      ]);
      expect(inLieu.length).toBe(holidays.filter(({ date }) => isWeekend(date)).length);
      expect(inLieu.filter(({ date }) => isWeekend(date))).toEqual([]);
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    }
  });

  it('give way to what an agency changes, the last change first', () => {
    const government = { off: ['2026-11-24'], working: ['2026-11-28'] };
    const agency = { off: [], working: ['2026-11-24'] };
    const days = ['2026-11-24', '2026-11-28', '2026-11-25', '2026-11-29'];
    expect(days.map(createCalendar({ overrides: [government] }).isWorking)).toEqual([false, true, true, false]);
    expect(days.map(createCalendar({ overrides: [government, agency] }).isWorking)).toEqual([true, true, true, false]);
  });
});

describe('counting working days', () => {
  const calendar = readCalendar();

  it('comes back to the number that it went', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), (day, count) => {
        const last = addWorkingDays(day, count, calendar);
        expect(workingDaysAfter(day, last, calendar)).toBe(count);
        if (count > 0) expect(calendar.isWorking(last)).toBe(true);
      }),
      seeded,
    );
  });

  it('goes as far in two stages as in one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), fc.nat(30), (day, one, other) => {
        expect(addWorkingDays(addWorkingDays(day, one, calendar), other, calendar)).toBe(addWorkingDays(day, one + other, calendar));
      }),
      seeded,
    );
  });

  it('finds the nearest working day, with nothing but days off before it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = workingDayFrom(day, calendar);
        expect([calendar.isWorking(next), workingDaysAfter(addDays(day, -1), next, calendar)]).toEqual([true, 1]);
      }),
      seeded,
    );
  });
});

describe('a moment', () => {
  it('is read as a clock in Vietnam shows it', () => {
    expect(vietnamTime('2026-03-02T18:30:00Z')).toEqual({ date: '2026-03-03', time: '01:30' });
    expect(vietnamTime('2026-03-02T09:05:59.999+0700')).toEqual({ date: '2026-03-02', time: '09:05' });
    expect(vietnamTime('2026-03-02 09:05')).toEqual({ date: '2026-03-02', time: '09:05' });
    expect(vietnamTime('2026-03-02T01:00:00-05:00')).toEqual({ date: '2026-03-02', time: '13:00' });
    expect(vietnamTime('2026-03-02')).toEqual({ date: '2026-03-02', time: null });
    expect(vietnamDate(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
  });

  it('is nothing where a system writes that there is none', () => {
    const nothing = [
      '',
      '02/03/2026',
      '2026-02-30',
      '2026-13-01',
      '2026-03-02T24:00',
      '0001-01-01T00:00:00',
      '9999-12-31',
      '20260302090000',
    ];
    expect(nothing.map(vietnamTime)).toEqual(nothing.map(() => null));
  });

  it('moves by months to the same day, or to the last one of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15');
  });
});
