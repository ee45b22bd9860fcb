import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { withoutCountedDays } from '../../bot/notices/counted-days.ts';
import { newsOf } from '../../bot/notices/news.ts';
import { demonstration } from '../fakes/demonstration.ts';

describe('a status text that counts days', () => {
  it.each([
    ['Đang xử lý, còn 3 ngày', 'Đang xử lý, còn 2 ngày'],
    ['Còn lại: 10 ngày làm việc', 'Còn lại: 9 ngày làm việc'],
    ['Đang thẩm định (còn 1 ngày 4 giờ)', 'Đang thẩm định (còn 3 giờ)'],
    ['Đang giải quyết - quá hạn 2 ngày', 'Đang giải quyết - quá hạn 3 ngày'],
    ['Đang giải quyết', 'Đang giải quyết (trễ hẹn 01 ngày)'],
    ['Số ngày còn lại: 5', 'Số ngày còn lại: 4'],
    ['Being processed, 3 days left', 'Being processed, 2 days left'],
    ['Being processed, overdue by 2 working days', 'Being processed, overdue by 3 working days'],
  ])('"%s" and "%s" say the same', (before, after) => {
    expect(withoutCountedDays(after, true)).toBe(withoutCountedDays(before, true));
  });

  it.each([
    ['Gia hạn thêm 5 ngày', 'Gia hạn thêm 10 ngày'],
    ['Chờ bổ sung trong 15 ngày', 'Chờ bổ sung trong 5 ngày'],
    ['Đang xử lý, còn 3 ngày', 'Chờ ký, còn 3 ngày'],
    ['Còn thiếu 2 giấy tờ', 'Còn thiếu 1 giấy tờ'],
    ['Hẹn trả trước 25/11/2026', 'Hẹn trả trước 26/11/2026'],
    ['Phòng 3 thụ lý', 'Phòng 4 thụ lý'],
  ])('"%s" and "%s" do not', (before, after) => {
    expect(withoutCountedDays(after, true)).not.toBe(withoutCountedDays(before, true));
  });

  const look = (before: string, dossier: Partial<Dossier>) => {
    const now = new Date('2026-11-20T03:00:00Z');
    const whole = { ...demonstration, status: 4, ...dossier };
    const watched = { code: whole.code, version: 1, seen: { status: 4, statusText: before }, overdueFor: null };
    return newsOf(watched, whole, { now, today: '2026-11-20', calendar: createCalendar() }).map(({ once }) => once.split(' ')[2]);
  };

  it('is no news each day; what has happened beside it is', () => {
    const dueOn = '2026-12-25';
    expect(look('Đang thẩm định, còn 26 ngày', { dueOn, statusText: 'Đang thẩm định, còn 25 ngày' })).toEqual([]);
    expect(look('Đang thẩm định, còn 26 ngày', { dueOn, statusText: 'Chờ lãnh đạo ký, còn 25 ngày' })).toEqual(['change']);
    expect(look('Đang thẩm định, còn 26 ngày', { dueOn, status: 9, statusText: 'Đang thẩm định, còn 26 ngày' })).toEqual(['change']);
  });

  it('is told once for being late: by the overdue watch, or where no due date is known by the text', () => {
    expect(look('Đang thẩm định, còn 1 ngày', { dueOn: '2026-11-18', statusText: 'Đang thẩm định, quá hạn 2 ngày' })).toEqual(['overdue']);
    expect(look('Đang thẩm định, còn 1 ngày', { dueOn: null, statusText: 'Đang thẩm định, quá hạn 1 ngày' })).toEqual(['change']);
    expect(look('Đang thẩm định, quá hạn 1 ngày', { dueOn: null, statusText: 'Đang thẩm định, quá hạn 2 ngày' })).toEqual([]);
  });
});
