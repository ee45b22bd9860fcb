import { describe, expect, test } from 'vitest';
import type { Dossier, LookUp } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Attempts } from '../../bot/ports.ts';
import type { Memory, TurnResult } from '../../bot/types.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { fakeDialog, type Given, openAttempts } from '../fakes/respond.ts';

const code = 'H40.23.08-261102-0012';
const dossier: Dossier = {
  ...demonstration,
  code,
  procedure: { code: '1.004194', name: 'Đăng ký tạm trú' },
  agency: 'Công an phường Thử',
  status: 5,
  statusText: 'Chờ bổ sung',
  receivedOn: '2026-11-02',
  dueOn: '2026-11-13',
  applicant: { name: 'Nguyễn Văn An', phone: '0912345678', idNumber: '001099012345' },
  holder: { office: 'Tổ tiếp nhận', person: 'Trần Thị Cán Bộ' },
  timeline: [1, 2, 3, 4, 5, 6].map((day) => ({
    at: `2026-11-0${day}T08:30:00+07:00`,
    office: 'Tổ tiếp nhận',
    person: 'Trần Thị Cán Bộ',
    text: `Bước ${day}: Trần Thị Cán Bộ chuyển hồ sơ của Nguyễn Văn An`,
    status: null,
    statusText: '',
    dueAt: null,
  })),
  missing: [{ text: 'Đề nghị bổ sung bản sao chứng thực giấy tờ nhà', askedAt: '2026-11-05', papers: ['Hợp đồng thuê nhà'] }],
  fees: [{ name: 'Lệ phí', amount: 15_000, text: '' }],
  factor: { pin: '7316', phone: '0912345678', idNumber: '001099012345' },
};

function conversation(given: Given = {}) {
  const clock = { now: new Date('2026-11-10T03:00:00Z') };
  const counted: string[] = [];
  const dialog = fakeDialog({
    find: () => dossier,
    now: () => clock.now,
    meter: { count: (event, labels) => counted.push([event, ...Object.values(labels ?? {})].join(' ')) },
    ...given,
  });
  let memory: Memory = emptyMemory;
  let count = 0;
  return {
    counted,
    memory: () => memory,
    pass: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    say: async (text: string): Promise<TurnResult & { text: string }> => {
      count += 1;
      const result = await dialog({ channel: 'test', id: String(count), person: 'p', text }, memory, AbortSignal.timeout(5_000));
      memory = JSON.parse(JSON.stringify(result.memory));
      return { ...result, text: result.replies[0]?.text ?? '' };
    },
  };
}

describe('the details', () => {
  test('are told after the PIN, with names and numbers masked to what proves them', async () => {
    const { say, memory } = conversation();
    await say(code);
    expect(memory().awaiting).toBe('factor');
    const { text, replies } = await say('7316');
    expect(replies[0]?.procedures).toEqual(['1.004194']);
    expect(text).toContain('Thủ tục: Đăng ký tạm trú');
    expect(text).toContain('N••••• V•• A•, điện thoại •••••••678, số giấy tờ •••••••••345');
    expect(text).toContain('Đang giữ hồ sơ: Tổ tiếp nhận');
    expect(text).toContain('“Đề nghị bổ sung bản sao chứng thực giấy tờ nhà” (05/11/2026)');
    expect(text).toContain('- Hợp đồng thuê nhà');
    expect(text).toContain('Nói dễ hiểu: Bản sao có chứng thực là bản chụp có dấu');
    expect(text).toContain('Cách bổ sung:');
    expect(text).toContain('15.000 đồng');
    expect(text).toContain('Bước 6');
    expect(JSON.stringify(replies)).not.toMatch(/Nguyễn|0912|001099|Cán Bộ|7316/);
  });

  test('name officials only where the agency says so', async () => {
    const { say } = conversation({ policy: { factors: ['pin'], officials: true } });
    await say(code);
    expect((await say('7316')).text).toContain('Tổ tiếp nhận (Trần Thị Cán Bộ)');
  });

  test('have all their steps when asked for', async () => {
    const { say } = conversation();
    await say(code);
    const first = await say('7316');
    expect(first.text).not.toContain('Bước 1');
    expect((await say(first.replies[0]?.choices[0]?.say ?? '')).text).toContain('Bước 1');
  });

  test('stay open for half an hour, then the PIN is asked for again', async () => {
    const { say, pass, memory } = conversation();
    await say(code);
    await say('7316');
    pass(29);
    expect((await say('hồ sơ của tôi tới đâu rồi')).text).toContain('Đang giữ hồ sơ');
    pass(2);
    expect((await say('xem chi tiết hồ sơ')).text).not.toContain('Đang giữ hồ sơ');
    expect(memory().awaiting).toBe('factor');
  });

  test('of another dossier are not opened by it', async () => {
    const { say } = conversation({ find: (wanted) => ({ ...dossier, code: wanted, factor: { ...dossier.factor, pin: '9999' } }) });
    await say(code);
    await say('9999');
    expect((await say('H40.23.08-261102-0013')).text).not.toContain('Đang giữ hồ sơ');
  });

  test('of a result that is ready say where it is collected, and that it may come by post', async () => {
    const { say } = conversation({
      find: () => ({ ...dossier, status: 9, missing: [], finishedOn: '2026-11-09', results: ['Kết quả: Giấy xác nhận'] }),
    });
    await say(code);
    const { text } = await say('5678');
    expect(text).toContain('Kết quả: Giấy xác nhận');
    expect(text).not.toMatch(/Kết quả: Kết quả/);
    expect(text).toContain('Nhận kết quả: mang phiếu hẹn và giấy tờ tùy thân đến nơi đã nộp. Đã đăng ký nhận qua bưu chính');
    expect(text).not.toContain('Đang giữ hồ sơ');
  });

  test('of a result that is ready name no other place than the record does', async () => {
    const note = 'Nhận kết quả tại quầy số 2, Trung tâm Thử.';
    const { say } = conversation({ find: () => ({ ...dossier, status: 9, missing: [], agency: 'Phòng Kinh tế Thử', note }) });
    await say(code);
    const { text } = await say('5678');
    expect(text).toContain('đến nơi ghi ở phần Ghi chú');
    expect(text).toContain(`Ghi chú: ${note}`);
    expect(text).not.toMatch(/đến (Phòng Kinh tế|nơi đã nộp)/);
  });
});

describe('a try', () => {
  test('beside the code in the same message counts as one', async () => {
    const { say } = conversation();
    expect((await say(`${code} pin 7316`)).text).toContain('Đang giữ hồ sơ');
  });

  test('that is wrong says how many are left', async () => {
    const { say, counted } = conversation();
    await say(code);
    const { replies, text } = await say('1111');
    expect(replies[0]?.kind).toBe('asked');
    expect(text).toContain('Chưa đúng.');
    expect(text).toContain('còn thử được 4 lần');
    expect(counted).toEqual(['look-up found', 'look-up found', 'factor wrong']);
  });

  test('behind a locked door reaches neither the source nor the secret, and the citizen hears until when', async () => {
    const door = { kind: 'locked', until: '2026-11-10T03:14:20.000Z', by: 'code' } as const;
    const attempts: Attempts = { ...openAttempts, door: async () => door, take: async () => ({ before: door, after: door }) };
    let asked = 0;
    const lookUp = async (): Promise<LookUp> => {
      asked += 1;
      return { kind: 'found', dossier };
    };
    const { say, counted, memory } = conversation({ attempts, dossiers: { lookUp } });
    await say(code);
    const { replies, text } = await say('7316');
    expect(replies[0]?.kind).toBe('refused');
    expect(text).toContain('**10:15 hôm nay**');
    expect(text).not.toContain('Tổ tiếp nhận');
    expect(asked).toBe(1);
    expect(counted.at(-1)).toBe('factor locked');
    expect(memory().awaiting).toBe('factor');
  });

  test('leaves no digit in what goes to staff or stays in the memory', async () => {
    const { say, memory } = conversation({ search: () => [] });
    await say(code);
    const { notes } = await say('cho tôi gặp cán bộ, số 7316 bị sai hoài, bảy ba một sáu');
    expect(notes).toHaveLength(1);
    expect(JSON.stringify([notes, memory()])).not.toMatch(/7316|bảy ba/);
  });
});

describe('a look-up', () => {
  test('of one code too many does not reach the source, and the citizen hears from when it does', async () => {
    const attempts: Attempts = {
      ...openAttempts,
      lookedUp: async () => ({ kind: 'locked', until: '2026-11-10T03:09:00.000Z', by: 'person' }),
    };
    const { say, counted } = conversation({ attempts });
    const { replies, text } = await say(code);
    expect(replies[0]).toMatchObject({ kind: 'refused', dossier: code });
    expect(text).toContain('**10:09 hôm nay**');
    expect(counted).toEqual(['slowed person']);
  });
});
