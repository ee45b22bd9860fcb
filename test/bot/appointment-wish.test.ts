import { describe, expect, it } from 'vitest';
import { appointmentWishOf, momentIn } from '../../bot/understand/appointment-wish.ts';

/** A Monday. */
const today = '2026-11-23';

describe('what is an appointment at a counter', () => {
  it.each([
    'đặt lịch nộp hồ sơ ở phường',
    'dat lich hen len phuong lam giay khai sinh',
    'tôi muốn đặt lịch hẹn',
    'lấy số thứ tự',
    'lấy số online ở ủy ban',
    'cho tôi đặt giúp lịch hẹn với phường',
    'boc so truoc duoc khong, boc so o phuong Hoan Kiem',
    'book an appointment at the ward',
    'I want to make an appointment',
    'Đặt lịch tại Trung tâm Minh Họa ngày 24/11/2026 lúc 08:30',
  ])('%s', (text) => {
    expect(appointmentWishOf(text, today)?.kind).toBe('book');
  });

  it.each([
    'đặt lịch khám bệnh ở đâu',
    'lấy số nhà ở đâu',
    'xin cấp lại số định danh',
    'lịch hẹn trả kết quả thế nào',
    'lý lịch tư pháp cần giấy gì',
    'lấy số điện thoại của phường',
    'đăng ký khai sinh cần gì',
    'hủy hồ sơ',
    'đổi căn cước',
    'hồ sơ hẹn trả ngày nào',
    'cán bộ hẹn hoài không trả',
  ])('is not: %s', (text) => {
    expect(appointmentWishOf(text, today)).toBeNull();
  });

  it.each<[string, object]>([
    ['hủy lịch hẹn', { kind: 'cancel', code: null }],
    ['hủy lịch hẹn LH-261124-K7QX', { kind: 'cancel', code: 'LH-261124-K7QX' }],
    ['lh-261124-k7qx', { kind: 'list', code: 'LH-261124-K7QX' }],
    ['xem lịch hẹn của tôi', { kind: 'list' }],
    ['đổi lịch hẹn sang 25/11 lúc 14h', { kind: 'move', code: null, day: '2026-11-25', time: '14:00' }],
    ['cancel my appointment', { kind: 'cancel' }],
    ['change my appointment LH-261124-K7QX', { kind: 'move', code: 'LH-261124-K7QX' }],
  ])('%s', (text, wish) => {
    expect(appointmentWishOf(text, today)).toMatchObject(wish);
  });
});

describe('the day and the time in a message', () => {
  it.each<[string, string | null, string | null]>([
    ['24/11/2026 lúc 08:30', '2026-11-24', '08:30'],
    ['sáng mai 8h30', '2026-11-24', '08:30'],
    ['chiều mai 2 giờ rưỡi', '2026-11-24', '14:30'],
    ['thứ tư 9h', '2026-11-25', '09:00'],
    ['thứ hai', '2026-11-30', null],
    ['ngày 24 tháng 11', '2026-11-24', null],
    ['hôm nay 15 giờ', '2026-11-23', '15:00'],
    ['ngày 2/1', '2027-01-02', null],
    ['31/2', null, null],
    ['8h', null, '08:00'],
    ['lúc 25 giờ', null, null],
    ['tomorrow at 9:00', '2026-11-24', '09:00'],
    ['cái nào cũng được', null, null],
  ])('%s', (text, day, time) => {
    expect(momentIn(text, today)).toEqual({ day, time });
  });
});
