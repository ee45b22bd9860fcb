import { expect, test } from 'vitest';
import { noFilings } from '../../bot/forms/turn.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Appointments, Library } from '../../bot/ports.ts';
import { createRespond } from '../../bot/respond.ts';
import { appointmentWishOf, isBareBooking } from '../../bot/understand/appointment-wish.ts';
import { hitOf, only } from '../fakes/ports.ts';
import { stored } from '../fakes/record.ts';
import { respondOptions } from '../fakes/respond.ts';

const record = stored({ code: '1.014064', name: 'CẤP LẠI THẺ CĂN CƯỚC', receivedAt: 'Công an cấp xã' });
const library = only<Library>('library', { procedure: async () => record });
const none = only<Appointments>('appointments', { offices: async () => [] });
const visitor = { channel: 'web', person: 'p', network: null, message: 'm' };
const asks = async (text: string, focused: boolean, appointments?: Appointments) => {
  const filings = { ...noFilings, library, ...(appointments === undefined ? {} : { appointments }) };
  const respond = createRespond(respondOptions({ filings, search: () => [hitOf('1.005108')] }));
  const focus = focused ? { id: record.procedure.id, code: '1.014064', name: record.procedure.name } : null;
  const { replies } = await respond({ text, visitor }, { ...emptyMemory, focus }, AbortSignal.timeout(5_000));
  return replies[0];
};

test.each([
  ['no appointments', undefined],
  ['no counter', none],
] as const)('where there is %s, one is told where to go', async (_, appointments) => {
  for (const text of ['dat lich', 'lấy số', 'đặt lịch ở phường Láng', 'cho tôi đặt lịch hẹn với']) {
    const plain = await asks(text, false, appointments);
    expect(plain?.text).toContain('chưa đặt lịch hay lấy số giúp bạn được');
    expect(plain?.procedures).toEqual([]);
    const focused = await asks(text, true, appointments);
    expect(focused?.text).toContain('**Cấp lại thẻ căn cước**: Công an cấp xã.');
    expect(focused?.sources.map(({ code }) => code)).toEqual(['1.014064']);
  }
});

test('a matter that is named is answered as any other', () => {
  for (const text of ['đặt lịch làm hộ chiếu', 'dat lich doi bang lai xe', 'đặt lịch đăng kiểm']) expect(isBareBooking(text)).toBe(false);
});

test('a number in a queue is no Wednesday', () => {
  expect(appointmentWishOf('lấy số thứ tự online', '2026-11-23')).toEqual({ kind: 'book', day: null, time: null });
});
