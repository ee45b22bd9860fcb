import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../bot/calendar/calendar.ts';
import type { Dossier, LookUp } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Memory, Reply } from '../../bot/types.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { starter } from '../fakes/ports.ts';
import { fakeDialog, type Given } from '../fakes/respond.ts';

const code = 'H40.23.08-261102-0012';
/** Tuesday, 10 November 2026, 10:00 in Vietnam. */
const now = () => new Date('2026-11-10T03:00:00Z');

const dossier: Dossier = {
  ...demonstration,
  code,
  procedure: { code: '1.004194', name: 'Đăng ký tạm trú' },
  agency: 'Công an phường Thử',
  status: 4,
  statusText: 'Đang thẩm định',
  receivedOn: '2026-11-02',
  receivedAt: '2026-11-02T09:00:00+07:00',
  dueOn: '2026-11-13',
  applicant: { name: 'Nguyễn Văn An', phone: '0912345678', idNumber: '001099012345' },
  holder: { office: 'Tổ tiếp nhận', person: 'Trần Thị Cán Bộ' },
  factor: { pin: '4321', phone: '0912345678', idNumber: '001099012345' },
  demonstration: false,
};

async function told(found: LookUp | Dossier, given: Given = {}, text = code): Promise<Reply> {
  const look: LookUp = 'kind' in found ? found : { kind: 'found', dossier: found };
  const dialog = fakeDialog({ dossiers: { lookUp: async () => look }, now, calendar: createCalendar(), ...given });
  const { replies } = await dialog({ channel: 'test', id: '1', person: 'p', text }, emptyMemory, AbortSignal.timeout(5_000));
  if (replies[0] === undefined) throw new Error('no reply');
  return replies[0];
}

describe('the status line', () => {
  test('has code, status beside the source’s own words, agency, due date and the working days left', async () => {
    const { text, kind, dossier: about } = await told(dossier);
    expect({ kind, about }).toEqual({ kind: 'status', about: code });
    expect(text).toContain(`Hồ sơ **${code}** · **Đang xử lý** tại Công an phường Thử, hẹn trả 13/11/2026 (còn 3 ngày làm việc).`);
    expect(text).toContain('Hệ thống ghi: Đang thẩm định');
  });

  test('says since when the agency has it no longer in its list, and counts no days then', async () => {
    const { text } = await told({ ...dossier, dueOn: '2026-11-02', absentSince: '2026-11-05' });
    expect(text).toContain('Không còn trong danh sách của cơ quan từ 05/11/2026');
    expect(text).toContain('hẹn trả 02/11/2026.');
    expect(text).not.toContain('quá hạn');
    expect((await told({ ...dossier, status: 10, absentSince: '2026-11-05' })).text).not.toContain('Không còn');
  });

  test('tells nothing of whose it is or what it is about', async () => {
    const reply = JSON.stringify(
      await told({ ...dossier, statusText: 'Chờ ông NGUYEN VAN AN, 0912345678, và bà Trần Thị Cán Bộ', note: 'riêng' }),
    );
    expect(reply).not.toMatch(/Nguyễn|NGUYEN|N•|5678|2345|tạm trú|1\.004194|Cán Bộ|Tổ tiếp nhận|riêng|4321/);
  });

  test.each([
    ['2026-11-06', 'quá hạn 2 ngày làm việc'],
    ['2026-11-10', 'hôm nay'],
    ['2026-11-11', 'còn 1 ngày làm việc'],
    ['2026-11-16', 'còn 4 ngày làm việc'],
  ])('says how a due date of %s stands: %s', async (dueOn, said) => {
    expect((await told({ ...dossier, dueOn })).text).toContain(`(${said})`);
  });

  test('shows the date by the procedure’s own limit beside the given one, each with what is left', async () => {
    const limited = starter.get('1.004194');
    expect(limited?.procedure.ways[0]?.duration).toMatchObject({ amount: 3, unit: 'working-day' });
    const { text } = await told(dossier);
    expect(text).toContain('Tính theo thời hạn của thủ tục (3 ngày làm việc): 05/11/2026 (quá hạn 3 ngày làm việc)');
    const late = await told({ ...dossier, receivedAt: '2026-11-02T15:30:00+07:00' });
    expect(late.text).toContain('(3 ngày làm việc): 06/11/2026');
  });

  test('says that the clock stands instead of days, and computes none', async () => {
    const { text } = await told({ ...dossier, status: 5, suspended: [{ from: '2026-11-03', to: null }] });
    expect(text).toContain('13/11/2026 (đang chờ bạn bổ sung giấy tờ)');
    expect(text).not.toContain('Tính theo thời hạn');
  });

  test.each([
    [5, '(đang chờ bạn bổ sung giấy tờ)'],
    [6, '(đang chờ bạn nộp tiền)'],
  ])('of a dossier with status %i tells what is waited for, not that it is overdue', async (status, said) => {
    const { text } = await told({ ...dossier, status, dueOn: '2026-11-05' });
    expect(text).toContain(`hẹn trả 05/11/2026 ${said}`);
    expect(text).not.toContain('quá hạn');
  });

  test('says that the clock stands where the status does not tell why', async () => {
    const { text } = await told({ ...dossier, suspended: [{ from: '2026-11-03', to: null }] });
    expect(text).toContain('13/11/2026 (đang tạm dừng tính hạn)');
  });

  test('of a finished dossier counts no days', async () => {
    const { text } = await told({ ...dossier, status: 9, finishedOn: '2026-11-09' });
    expect(text).toContain('xong ngày 09/11/2026');
    expect(text).not.toMatch(/ngày làm việc|hẹn trả/);
  });

  test('keeps the source’s own words where they could not be mapped', async () => {
    expect((await told({ ...dossier, status: null, statusText: 'Luân chuyển nội bộ' })).text).toContain('· **Luân chuyển nội bộ**');
  });

  test('asks for what the source gave and the agency accepts, with a button for it and one for news', async () => {
    const all = await told(dossier);
    expect(all.text).toContain('Để xem chi tiết, nhập mã PIN in trên phiếu hẹn, 4 số cuối điện thoại đã đăng ký hoặc 4 số cuối căn cước.');
    expect(all.choices.map(({ label }) => label)).toEqual(['Nhập PIN', 'Báo tôi khi có kết quả', 'Gặp cán bộ']);
    const phone = await told(
      { ...dossier, factor: { ...dossier.factor, pin: '' } },
      { policy: { factors: ['pin', 'phone'], officials: false } },
    );
    expect(phone.text).toContain('nhập 4 số cuối điện thoại đã đăng ký.');
    expect(phone.choices[0]?.label).toBe('Nhập 4 số cuối');
  });

  test('of a dossier that nobody can prove to be theirs says so and offers no PIN', async () => {
    const { text, choices } = await told({ ...dossier, factor: { pin: '', phone: '', idNumber: '' } });
    expect(text).toContain('chỉ xem được trạng thái');
    expect(choices.map(({ label }) => label)).toEqual(['Gặp cán bộ']);
  });

  test('is told in English too', async () => {
    const { text } = await told(dossier, {}, `where is my dossier ${code}`);
    expect(text).toContain('Being processed');
    expect(text).toContain('3 working days left');
  });
});

describe('a source that is away', () => {
  test('is said to be, with the last known status and its time', async () => {
    const last = { status: 4, statusText: 'Đang thẩm định', agency: 'Phòng Kinh tế', dueOn: '2026-11-13', at: '2026-11-10T02:05:00Z' };
    const { text, choices } = await told({ kind: 'away', last });
    expect(text).toContain('không trả lời');
    expect(text).toContain('Lần cuối tôi biết (09:05 hôm nay): **Đang xử lý** tại Phòng Kinh tế');
    expect(choices[0]).toEqual({ label: 'Xem lại', say: code });
  });

  test('with nothing known before is said to be away, and no more', async () => {
    expect((await told({ kind: 'away', last: null })).text).toContain('không trả lời');
  });
});

test('who comes back to "where is my dossier" is told about the one spoken of', async () => {
  const memory: Memory = { ...emptyMemory, dossier: { code, provenUntil: null } };
  const dialog = fakeDialog({ find: () => dossier, now });
  const { replies } = await dialog(
    { channel: 'test', id: '1', person: 'p', text: 'hồ sơ của tôi tới đâu rồi' },
    memory,
    AbortSignal.timeout(5_000),
  );
  expect(replies[0]).toMatchObject({ kind: 'status', dossier: code });
});
