import type { Office } from '../../bot/ports.ts';

/** A counter in the ward of Hoàn Kiếm. */
export function anOffice(change: Partial<Office> = {}): Office {
  return {
    id: 'hoan-kiem',
    name: 'Trung tâm Phục vụ hành chính công phường Hoàn Kiếm',
    address: '126 Hàng Trống',
    serves: ['00070', '01'],
    hours: [
      ['07:30', '11:30'],
      ['13:30', '17:00'],
    ],
    slotMinutes: 30,
    perSlot: 1,
    daysAhead: 14,
    noticeMinutes: 60,
    closed: [],
    ...change,
  };
}
