import { describe, expect, test } from 'vitest';
import { createDialog } from '../../bot/dialog.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import { changeNotice } from '../../bot/notices/change.ts';
import type { Attempts, PetitionStatus, Ratings } from '../../bot/ports.ts';
import type { Memory, TurnResult } from '../../bot/types.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { fakePetitions, hitOf } from '../fakes/ports.ts';
import { fakeDialog, noRatings, openAttempts } from '../fakes/respond.ts';

type World = { known?: PetitionStatus[]; ratings?: Partial<Ratings>; dossier?: Dossier | null; locked?: boolean; full?: boolean };

/** One citizen at the real dialogue. What is remembered goes through JSON, as it does in the database. */
function conversation({ known = [], ratings = {}, dossier = null, locked = false, full = false }: World = {}) {
  const wrong: string[] = [];
  const attempts: Attempts = {
    ...openAttempts,
    take: async (visitor, code) => {
      wrong.push(code);
      const { before, after } = await openAttempts.take(visitor, code);
      return { before: locked ? { kind: 'locked', until: '2026-11-22T09:00:00.000Z', by: 'code' } : before, after };
    },
    right: async () => {
      wrong.pop();
    },
  };
  const dialog = fakeDialog({
    search: () => [hitOf('1.001193'), hitOf('2.000635', 0.5)],
    find: () => dossier,
    attempts,
    petitions: { ...fakePetitions(known), maySend: async () => !full },
    ratings: { ...noRatings, ...ratings },
  });
  let memory: Memory = emptyMemory;
  let count = 0;
  return {
    memory: () => memory,
    wrong,
    say: async (text: string): Promise<TurnResult> => {
      count += 1;
      const result = await dialog({ channel: 'test', id: String(count), person: 'p', text }, memory, AbortSignal.timeout(5_000));
      memory = JSON.parse(JSON.stringify(result.memory));
      return result;
    },
  };
}

const textOf = (result: TurnResult) => result.replies.map((reply) => reply.text).join('\n');
/** As the fake seals. */
const sealed = (text: string) => `sealed ${[...text].reverse().join('')}`;
const says = (result: TurnResult) => result.replies.at(-1)?.choices.map((choice) => choice.say) ?? [];

describe('a petition', () => {
  test('is asked for one thing at a time, read back, and handed over with a code once it is confirmed', async () => {
    const { say, memory } = conversation();
    const opened = await say('tôi muốn phản ánh ổ gà trước chợ');
    expect(opened.replies[0]?.kind).toBe('recorded');
    expect(textOf(opened)).toMatch(/đồng ý thì tôi mới gửi[\s\S]*ở đâu/);
    expect(textOf(await say('đường Lê Lợi, trước cổng chợ'))).toContain('khi nào');
    expect(textOf(await say('từ tuần trước'))).toContain('liên hệ');
    const read = await say('0912 345 678');
    expect(textOf(read)).toContain(
      '- Nội dung: tôi muốn phản ánh ổ gà trước chợ\n- Nơi xảy ra: đường Lê Lợi, trước cổng chợ\n- Thời gian: từ tuần trước',
    );
    expect(textOf(read)).toContain('- Liên hệ: •••••••678');
    expect(opened.petition ?? read.petition).toBeUndefined();
    const sent = await say('gửi đi');
    expect(sent.petition).toEqual({
      code: 'PA-261122-0007-K3M7',
      language: 'vi',
      text: 'tôi muốn phản ánh ổ gà trước chợ',
      place: 'đường Lê Lợi, trước cổng chợ',
      happened: 'từ tuần trước',
      contact: 'sealed 8765432190',
      files: false,
    });
    expect(textOf(sent)).toContain('PA-261122-0007-K3M7');
    expect(memory()).toMatchObject({ open: null, petition: null });
    expect(sent.notes).toEqual([]);
  });

  test('keeps the contact sealed from the moment it is given', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    await say('sửa liên hệ');
    await say('0912345678');
    expect(JSON.stringify(memory())).not.toContain('0912345678');
    expect(JSON.stringify(memory())).toContain('sealed 8765432190');
  });

  test('without anything but its text is anonymous', async () => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    for (const skip of ['bỏ qua', 'không nhớ ạ', 'thôi']) await say(skip);
    expect((await say('1')).petition).toMatchObject({ place: '', happened: '', contact: null });
  });

  test.each(['không để lại số', 'khong can goi lai dau', 'tôi không muốn để lại tên', 'thôi khỏi', 'xin giấu tên', 'no contact'])(
    'is anonymous when its writer says "%s"',
    async (text) => {
      const { say, memory } = conversation();
      for (const part of ['tôi muốn phản ánh ổ gà trước chợ', 'đường Lê Lợi', 'hôm qua']) await say(part);
      expect(textOf(await say(text))).toContain('- Liên hệ: không để lại');
      expect(memory().petition).toMatchObject({ asking: 'confirm', contact: null });
    },
  );

  test.each(['gửi đi', 'đúng rồi, gửi luôn nhé'])('is read back, not sent, when "%s" is said before the last question', async (text) => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    const read = await say(text);
    expect([textOf(read).includes('đọc lại'), read.petition]).toEqual([true, undefined]);
    expect((await say(text)).petition).toMatchObject({ place: '' });
  });

  test('takes "không liên hệ được với ai" for what it tells', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('không liên hệ được với ai ở phường');
    expect(memory().petition).toMatchObject({ place: 'không liên hệ được với ai ở phường' });
  });

  test('that only says it is one is asked what about', async () => {
    const { say } = conversation();
    expect(textOf(await say('tôi muốn phản ánh'))).toContain('việc gì');
    expect(textOf(await say('rác'))).toContain('rõ hơn');
    expect(
      textOf(
        await say(
          'hàng xóm karaoke tới nửa đêm, tôi hỏi nộp đơn ở đâu, mất bao lâu mà không ai trả lời, nói chuyện với cán bộ cũng không xong',
        ),
      ),
    ).toContain('ở đâu');
    await say('xem lại và gửi');
    expect((await say('đúng rồi')).petition?.text).toContain('karaoke');
  });

  test.each(['xã Thới Bình', 'đường Trần Dũng', 'đang xây dựng', 'ở chỗ nào cũng có', 'phường Khiếu Nại'])(
    'takes "%s" for the place that it is',
    async (text) => {
      const { say, memory } = conversation();
      await say('tôi muốn phản ánh ổ gà trước chợ');
      await say(text);
      expect(memory().petition).toMatchObject({ place: text, asking: 'happened' });
    },
  );

  test.each([
    ['sửa địa điểm: đường Trần Phú', { place: 'đường Trần Phú' }],
    ['sửa thời gian thành sáng nay', { happened: 'sáng nay' }],
    ['change the place to Tran Phu street', { place: 'Tran Phu street' }],
  ])('is corrected by "%s" and read back again', async (text, changed) => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('đường Lê Lợi');
    await say('hôm qua');
    await say('bỏ qua');
    expect(textOf(await say(text))).toContain('đọc lại');
    expect(memory().petition).toMatchObject({ asking: 'confirm', ...changed });
  });

  test('is corrected part by part when its writer does not say which', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    expect(says(await say('Sửa'))).toEqual(['Nội dung', 'Nơi xảy ra', 'Thời gian', 'Liên hệ']);
    expect(textOf(await say('2'))).toContain('ở đâu');
    expect(textOf(await say('hẻm 12'))).toContain('- Nơi xảy ra: hẻm 12');
    expect(memory().petition).toMatchObject({ asking: 'confirm', correcting: false });
  });

  test('says that no picture can be taken, and notes that there is one', async () => {
    const { say } = conversation();
    expect(textOf(await say('tôi muốn phản ánh ổ gà trước chợ, tôi có chụp hình gửi kèm'))).toContain('chưa nhận được ảnh');
    expect(textOf(await say('xem lại và gửi'))).toContain('Ảnh, tệp: có');
    expect((await say('gửi')).petition?.files).toBe(true);
  });

  test('keeps personal numbers masked', async () => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ông Tư số 0987654321 lấn chiếm vỉa hè');
    await say('nhà có căn cước 001099012345');
    await say('xem lại và gửi');
    expect(JSON.stringify((await say('gửi')).petition)).not.toMatch(/0987654321|001099012345/);
  });

  test('keeps what is masked whole as well, sealed, for the number may be the matter; a secret is in neither', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh số 0987654321 gọi lừa lấy mã OTP 123456');
    await say('ở quán 0912345678');
    expect(memory().petition?.sealed).toEqual({
      text: sealed('tôi muốn phản ánh số 0987654321 gọi lừa lấy mã OTP •••'),
      place: sealed('ở quán 0912345678'),
    });
    await say('sửa địa điểm: quán Minh Họa');
    await say('xem lại và gửi');
    const { petition } = await say('gửi');
    expect(petition).toMatchObject({ text: 'tôi muốn phản ánh số •••••••321 gọi lừa lấy mã OTP •••', place: 'quán Minh Họa' });
    expect(Object.keys(petition?.sealed ?? {})).toEqual(['text']);
  });

  test('asks again for a contact that is none', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('bỏ qua');
    await say('bỏ qua');
    expect(textOf(await say('cứ ra nhà mà gặp'))).toContain('một số điện thoại');
    await say('tên.toi@vidu.vn');
    expect(memory().petition?.contact).toEqual({ sealed: 'sealed nv.udiv@iot.nêt', shown: '•••@•••' });
  });

  test('is led by the numbers of its buttons', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('1');
    expect(memory().petition).toMatchObject({ asking: 'happened', place: '' });
    await say('2');
    expect(memory().petition?.asking).toBe('confirm');
    expect(textOf(await say('3'))).toContain('chưa được gửi');
  });

  test.each(['dừng', 'không gửi nữa', 'đừng gửi', 'dung gui', 'dung gửi nữa', 'dung co gui', 'thoi dung gui nua'])(
    'is dropped by "%s"',
    async (text) => {
      const { say, memory } = conversation();
      await say('tôi muốn phản ánh ổ gà trước chợ');
      await say('xem lại và gửi');
      const ended = await say(text);
      expect(textOf(ended)).toContain('chưa được gửi');
      expect(ended.petition).toBeUndefined();
      expect(memory()).toMatchObject({ open: null, petition: null });
    },
  );

  test('is not sent by an answer that is no yes', async () => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    for (const text of ['khoan', 'hôm nay trời đẹp', 'chưa đúng lắm']) expect((await say(text)).petition).toBeUndefined();
    expect((await say('ok gửi giúp tôi')).petition).toBeDefined();
  });

  test.each(['dung', 'dung a', 'Dung, gui di'])('is neither sent nor dropped by "%s", which may mean either', async (text) => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    const asked = await say(text);
    expect(textOf(asked)).toContain('gửi hay dừng');
    expect(asked.petition).toBeUndefined();
    expect((await say('dung roi')).petition).toBeDefined();
  });

  test('may tell what an office does not send', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh');
    await say('nộp hồ sơ từ tháng trước mà cơ quan không gửi kết quả về nhà cho tôi');
    expect(memory().petition).toMatchObject({ asking: 'place' });
  });

  test('that is corrected on its way goes on with the question that was interrupted', async () => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('đường Lê Lợi');
    await say('hôm qua');
    expect(textOf(await say('sửa nơi'))).toContain('ở đâu');
    expect(textOf(await say('đường Trần Phú'))).toContain('liên hệ lại');
    expect(textOf(await say('sửa thời gian: sáng nay'))).toContain('liên hệ lại');
    expect(textOf(await say('0912345678'))).toContain('- Nơi xảy ra: đường Trần Phú\n- Thời gian: sáng nay\n- Liên hệ: •••••••678');
  });

  test('takes a contact given at the reading back, and says so where it understands nothing', async () => {
    const { say } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    expect(textOf(await say('số của tôi là 0912 345 678'))).toContain('- Liên hệ: •••••••678');
    expect(textOf(await say('ten@vidu.vn'))).toContain('- Liên hệ: •••@•••');
    expect(textOf(await say('hôm nay trời đẹp'))).toContain('chưa hiểu');
    await say('Sửa');
    expect(textOf(await say('hôm nay trời đẹp'))).toContain('chưa hiểu');
  });

  test('gives way to a question, and goes on where it was laid aside', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('đường Lê Lợi');
    const answer = await say('lệ phí đăng ký khai sinh bao nhiêu');
    expect(answer.replies[0]).toMatchObject({ kind: 'answered', aspect: 'fee' });
    expect(memory().open).toBeNull();
    expect(says(answer)).toContain('Tiếp tục phản ánh');
    expect(textOf(await say('Tiếp tục phản ánh'))).toContain('khi nào');
    await say('xem lại và gửi');
    expect((await say('gửi')).petition).toMatchObject({ place: 'đường Lê Lợi' });
  });

  test('gives way to thanks and to danger', async () => {
    for (const [text, kind] of [
      ['cảm ơn bạn', 'greeted'],
      ['cháy nhà rồi', 'emergency'],
    ] as const) {
      const { say, memory } = conversation();
      await say('tôi muốn phản ánh ổ gà trước chợ');
      expect((await say(text)).replies[0]?.kind).toBe(kind);
      expect(memory().open).toBeNull();
    }
  });

  test('may tell of a crime and of what is off topic otherwise', async () => {
    const { say } = conversation();
    expect((await say('tôi muốn tố cáo cán bộ xã nhận hối lộ')).replies[0]?.kind).toBe('recorded');
    expect((await conversation().say('tôi muốn đút lót cho nhanh')).replies[0]?.kind).toBe('refused');
  });

  test('is not opened by who asks where to file a complaint', async () => {
    const { say, memory } = conversation();
    await say('tôi muốn khiếu nại quyết định thu hồi đất, nộp đơn ở đâu');
    expect(memory()).toMatchObject({ petition: null, open: null });
  });

  test('comes already worded from a notice, whatever dossier stands in it', async () => {
    for (const [text, first] of [
      ['Tôi phản ánh việc hồ sơ H40.23.08-250715-0012 quá hạn trả kết quả từ ngày 29/07/2026 (Phòng Kinh tế).', 'Tôi phản ánh việc hồ sơ'],
      ['Gửi phản ánh: hồ sơ H40.23.08-250715-0012 quá hạn', 'hồ sơ H40'],
    ] as const) {
      const { say, memory } = conversation();
      expect((await say(text)).replies[0]?.kind).toBe('recorded');
      expect(memory().petition?.text.startsWith(first)).toBe(true);
      await say('xem lại và gửi');
      expect((await say('gửi')).petition?.text).toContain('H40.23.08-250715-0012');
    }
  });

  test('whose form an older release saved is laid aside, not stuck', async () => {
    const petitions = fakePetitions();
    const dialog = createDialog(async (_, memory) => ({ replies: [], memory, notes: [], candidates: [] }), petitions);
    const memory: Memory = {
      ...emptyMemory,
      petition: { asking: 'place', text: 'ổ gà', place: '', happened: '', contact: null, files: false, correcting: false },
      open: { release: '0', state: { dialogState: { dialogStack: [{ id: 'gone', state: {} }] } } },
    };
    const result = await dialog({ channel: 'test', id: '1', person: 'p', text: 'xin chào' }, memory, AbortSignal.timeout(5_000));
    expect(result.memory).toMatchObject({ open: null, petition: { asking: null, text: 'ổ gà' } });
  });

  test('is kept for another day where too many were sent today', async () => {
    const { say, memory } = conversation({ full: true });
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    const refused = await say('gửi');
    expect(textOf(refused)).toContain('quá nhiều phản ánh');
    expect(refused.petition).toBeUndefined();
    expect(memory()).toMatchObject({ open: null, petition: { asking: null, text: 'tôi muốn phản ánh ổ gà trước chợ' } });
    expect(says(refused)).toContain('Tiếp tục phản ánh');
  });

  test('is taken in English', async () => {
    const { say } = conversation();
    expect(textOf(await say('I want to make a complaint about the noise next door'))).toContain('Where is it');
    await say('skip');
    await say('I do not know');
    await say('no');
    expect((await say('yes, send it')).petition).toMatchObject({ language: 'en', place: '', contact: null });
  });
});

describe('the code of a petition', () => {
  const known: PetitionStatus = {
    code: 'PA-261122-0007-K3M7',
    status: 'answered',
    on: '2026-11-22',
    replies: [{ text: 'Phường sẽ vá trong tuần.', on: '2026-11-23' }],
  };

  test.each([
    'PA-261122-0007-K3M7 tới đâu rồi',
    'pa 261122 0007 k3m7',
    'pê a gạch hai sáu mười một hai hai gạch không không không bảy gạch ca ba mờ bảy',
  ])('"%s" shows its status and the reply of staff', async (text) => {
    const { say, wrong } = conversation({ known: [known] });
    const result = await say(text);
    expect(result.replies[0]).toMatchObject({ kind: 'status', dossier: null });
    expect(textOf(result)).toContain('Cán bộ đã trả lời');
    expect(textOf(result)).toContain('- Trả lời (23/11/2026): Phường sẽ vá trong tuần.');
    expect(wrong).toEqual([]);
  });

  test('that is wrong is counted under its number, and locked like a PIN', async () => {
    const { say, wrong } = conversation({ known: [known] });
    expect(textOf(await say('PA-261122-0007-K3M8'))).toContain('không thấy phản ánh');
    expect(wrong).toEqual(['PA-261122-0007']);
    expect(textOf(await conversation({ known: [known], locked: true }).say('PA-261122-0007-K3M7'))).toContain('tạm khóa');
  });

  test('is asked for when it is missing or cut short', async () => {
    for (const text of ['phản ánh của tôi tới đâu rồi', 'PA-261122-0007', 'PA-261122-0007-K3', 'tra cứu phản ánh'])
      expect(textOf(await conversation().say(text))).toContain('mã phản ánh, ví dụ');
  });

  test('need not be known where it was written', async () => {
    const one = textOf(await conversation({ known: [known] }).say('phản ánh của tôi tới đâu rồi'));
    expect(one).toContain(known.code);
    expect(one).toContain('- Trả lời (23/11/2026): Phường sẽ vá trong tuần.');
    const older: PetitionStatus = { code: 'PA-261101-0002-ABCD', status: 'closed', on: '2026-11-01', replies: [] };
    const { say } = conversation({ known: [known, older] });
    const both = await say('has anyone answered my complaint?');
    expect(textOf(both)).toMatch(/PA-261122-0007-K3M7\*\* \(.*2026\): Answered\n- \*\*PA-261101-0002-ABCD\*\* \(01\/11\/2026\): Closed/);
    expect(says(both)).toEqual([known.code, older.code]);
  });
});

describe('the rating of a service', () => {
  const done: Dossier = {
    ...demonstration,
    code: 'H40.1-250801-00012',
    agency: 'UBND phường Thử',
    status: 9,
    finishedOn: '2026-11-20',
    factor: { pin: '482913', phone: '', idNumber: '' },
  };
  /** One who has looked the dossier up and given the PIN. */
  const proven = async (ratings: Partial<Ratings> = {}) => {
    const asked: string[] = [];
    const world = conversation({
      dossier: done,
      ratings: {
        ask: async (_, dossier, agency) => {
          asked.push(`${dossier} ${agency}`);
          return asked.length === 1;
        },
        waiting: async () => 'token',
        ...ratings,
      },
    });
    await world.say(done.code);
    expect(asked).toEqual([]);
    const told = await world.say('482913');
    return { ...world, asked, told };
  };

  test('is asked for below the result, after the factor, once', async () => {
    const { say, told, asked } = await proven();
    expect(told.replies.map((reply) => reply.kind)).toEqual(['status', 'asked']);
    expect(asked).toEqual(['H40.1-250801-00012 UBND phường Thử']);
    expect((await say('xem chi tiết hồ sơ')).replies).toHaveLength(1);
  });

  test.each([
    ['5', 5, ''],
    ['4 nhanh gọn', 4, 'nhanh gọn'],
    ['chấm 3 điểm, hơi chậm', 3, 'hơi chậm'],
    ['2 sao', 2, ''],
    ['năm', 5, ''],
    ['1, gọi tôi số 0912345678', 1, 'gọi tôi số •••••••678'],
  ])('"%s" is %i and a word', async (text, score, word) => {
    const { say, memory } = await proven();
    const rated = await say(text);
    expect(rated.rating).toEqual({ token: 'token', score, word });
    expect(textOf(rated)).toContain('Cảm ơn');
    expect(memory().awaiting).toBeNull();
  });

  test.each([
    'ba tôi mất, cần làm giấy tờ gì',
    'năm ngoái tôi nộp rồi',
    'hai vợ chồng muốn ly hôn',
    '2 vợ chồng tôi ở quê',
    '1 bản sao khai sinh',
    '3, tôi cần làm hộ chiếu',
    '4 điểm thì lệ phí bao nhiêu',
  ])('is not read in "%s", and waits no longer', async (text) => {
    const { say, memory } = await proven();
    expect((await say(text)).rating).toBeUndefined();
    expect(memory().awaiting).not.toBe('rating');
  });

  test.each([
    ['5 phục vụ tốt', 5, 'phục vụ tốt'],
    ['bốn sao, cán bộ nhiệt tình', 4, 'cán bộ nhiệt tình'],
    ['2, mã pin 482913', 2, 'mã pin •••'],
  ])('"%s" is %i, and what is secret in its word is hidden', async (text, score, word) => {
    const { say } = await proven();
    expect((await say(text)).rating).toEqual({ token: 'token', score, word });
  });

  test('may be left out, and gives way to whatever is asked', async () => {
    const skipped = await (await proven()).say('không chấm');
    expect(skipped.rating).toBeUndefined();
    expect(textOf(skipped)).toContain('không hỏi lại');
    const other = await (await proven()).say('lệ phí đăng ký khai sinh bao nhiêu');
    expect(other.replies[0]).toMatchObject({ kind: 'answered', aspect: 'fee' });
  });

  test('answers a notice that asked, and is nothing where nobody asked', async () => {
    const asked = conversation({ ratings: { waiting: async () => 'token' } });
    expect((await asked.say('4 điểm')).rating).toEqual({ token: 'token', score: 4, word: '' });
    expect((await conversation().say('4 điểm')).rating).toBeUndefined();
  });

  test('is offered by the notice of a result, and asked of who was told by one, once', async () => {
    const offered = changeNotice(done, 'vi').choices.find((choice) => choice.label === 'Đánh giá phục vụ');
    expect(changeNotice({ ...done, status: 4 }, 'vi').choices.map((choice) => choice.label)).not.toContain('Đánh giá phục vụ');
    let due = true;
    const told = conversation({ dossier: done, ratings: { told: async () => true, ask: async () => due, waiting: async () => 'token' } });
    expect(textOf(await told.say(offered?.say ?? ''))).toContain('mấy điểm');
    expect((await told.say('3')).rating).toEqual({ token: 'token', score: 3, word: '' });
    due = false;
    expect(textOf(await told.say(offered?.say ?? ''))).toContain('chỉ hỏi một lần');
    const stranger = conversation({ dossier: done, ratings: { ask: async () => true } });
    expect(textOf(await stranger.say(offered?.say ?? ''))).toContain('mã PIN');
  });
});
