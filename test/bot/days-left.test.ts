import { describe, expect, it } from 'vitest';
import { daysLeft } from '../../bot/calendar/days-left.ts';
import { daysLeftText } from '../../bot/calendar/days-left-text.ts';
import { readCalendar } from '../../scripts/calendar.ts';

const calendar = readCalendar();

function told(due: string, today: string): (string | null)[] {
  const left = daysLeft(due, today, calendar);
  return left === null ? [null] : [daysLeftText(left, 'vi'), daysLeftText(left, 'en')];
}

describe('how far a due date is', () => {
  it('is told in working days', () => {
    expect(told('2026-03-05', '2026-03-02')).toEqual(['còn 3 ngày làm việc', '3 working days left']);
    expect(told('2026-03-03', '2026-03-02')).toEqual(['còn 1 ngày làm việc', '1 working day left']);
    expect(told('2026-03-05', '2026-03-05')).toEqual(['hôm nay', 'today']);
    expect(told('2026-03-05', '2026-03-09')).toEqual(['quá hạn 2 ngày làm việc', '2 working days overdue']);
    expect(told('2026-03-05', '2026-03-06')).toEqual(['quá hạn 1 ngày làm việc', '1 working day overdue']);
  });

  it('leaves weekends, Tết and swapped days out, and takes a worked Saturday in', () => {
    expect(told('2026-02-23', '2026-02-13')[0]).toBe('còn 1 ngày làm việc');
    expect(told('2026-02-13', '2026-02-24')[0]).toBe('quá hạn 2 ngày làm việc');
    expect(told('2026-08-24', '2026-08-21')[0]).toBe('còn 2 ngày làm việc');
    expect(told('2026-08-28', '2026-09-03')[0]).toBe('quá hạn 1 ngày làm việc');
  });

  it('has passed on the weekend after it, though no working day was lost yet', () => {
    expect(told('2026-03-06', '2026-03-07')).toEqual(['vừa quá hạn', 'just overdue']);
    expect(told('2026-03-06', '2026-03-09')[0]).toBe('quá hạn 1 ngày làm việc');
  });

  it('means the next working day where the source names a day off', () => {
    expect(told('2026-03-07', '2026-03-06')[0]).toBe('còn 1 ngày làm việc');
    expect(told('2026-03-07', '2026-03-08')[0]).toBe('còn 1 ngày làm việc');
    expect(told('2026-03-07', '2026-03-09')[0]).toBe('hôm nay');
  });

  it('is not told where a system writes that there is no date', () => {
    expect(['', '0001-01-01', '9999-12-31'].map((date) => told(date, '2026-03-02'))).toEqual([[null], [null], [null]]);
  });
});
