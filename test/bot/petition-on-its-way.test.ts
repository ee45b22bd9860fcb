import { describe, expect, test } from 'vitest';
import { createDialog } from '../../bot/dialog.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Memory } from '../../bot/types.ts';
import { fakePetitions } from '../fakes/ports.ts';
import { petitionTalk, says, textOf } from '../support/petition-talk.ts';

describe('a petition on its way', () => {
  test('is led by the numbers of its buttons', async () => {
    const { say, memory } = petitionTalk();
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
      const { say, memory } = petitionTalk();
      await say('tôi muốn phản ánh ổ gà trước chợ');
      await say('xem lại và gửi');
      const ended = await say(text);
      expect(textOf(ended)).toContain('chưa được gửi');
      expect(ended.petition).toBeUndefined();
      expect(memory()).toMatchObject({ open: null, petition: null });
    },
  );

  test('is not sent by an answer that is no yes', async () => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    for (const text of ['khoan', 'hôm nay trời đẹp', 'chưa đúng lắm']) expect((await say(text)).petition).toBeUndefined();
    expect((await say('ok gửi giúp tôi')).petition).toBeDefined();
  });

  test.each(['dung', 'dung a', 'Dung, gui di'])('is neither sent nor dropped by "%s", which may mean either', async (text) => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    const asked = await say(text);
    expect(textOf(asked)).toContain('gửi hay dừng');
    expect(asked.petition).toBeUndefined();
    expect((await say('dung roi')).petition).toBeDefined();
  });

  test('may tell what an office does not send', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn phản ánh');
    await say('nộp hồ sơ từ tháng trước mà cơ quan không gửi kết quả về nhà cho tôi');
    expect(memory().petition).toMatchObject({ asking: 'place' });
  });

  test('that is corrected on its way goes on with the question that was interrupted', async () => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('đường Lê Lợi');
    await say('hôm qua');
    expect(textOf(await say('sửa nơi'))).toContain('ở đâu');
    expect(textOf(await say('đường Trần Phú'))).toContain('liên hệ lại');
    expect(textOf(await say('sửa thời gian: sáng nay'))).toContain('liên hệ lại');
    expect(textOf(await say('0912345678'))).toContain('- Nơi xảy ra: đường Trần Phú\n- Thời gian: sáng nay\n- Liên hệ: •••••••678');
  });

  test('takes a contact given at the reading back, and says so where it understands nothing', async () => {
    const { say } = petitionTalk();
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    expect(textOf(await say('số của tôi là 0912 345 678'))).toContain('- Liên hệ: •••••••678');
    expect(textOf(await say('ten@vidu.vn'))).toContain('- Liên hệ: •••@•••');
    expect(textOf(await say('hôm nay trời đẹp'))).toContain('chưa hiểu');
    await say('Sửa');
    expect(textOf(await say('hôm nay trời đẹp'))).toContain('chưa hiểu');
  });

  test('gives way to a question, and goes on where it was laid aside', async () => {
    const { say, memory } = petitionTalk();
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
      const { say, memory } = petitionTalk();
      await say('tôi muốn phản ánh ổ gà trước chợ');
      expect((await say(text)).replies[0]?.kind).toBe(kind);
      expect(memory().open).toBeNull();
    }
  });

  test('may tell of a crime and of what is off topic otherwise', async () => {
    const { say } = petitionTalk();
    expect((await say('tôi muốn tố cáo cán bộ xã nhận hối lộ')).replies[0]?.kind).toBe('recorded');
    expect((await petitionTalk().say('tôi muốn đút lót cho nhanh')).replies[0]?.kind).toBe('refused');
  });

  test('is not opened by who asks where to file a complaint', async () => {
    const { say, memory } = petitionTalk();
    await say('tôi muốn khiếu nại quyết định thu hồi đất, nộp đơn ở đâu');
    expect(memory()).toMatchObject({ petition: null, open: null });
  });

  test('comes already worded from a notice, whatever dossier stands in it', async () => {
    for (const [text, first] of [
      ['Tôi phản ánh việc hồ sơ H40.23.08-250715-0012 quá hạn trả kết quả từ ngày 29/07/2026 (Phòng Kinh tế).', 'Tôi phản ánh việc hồ sơ'],
      ['Gửi phản ánh: hồ sơ H40.23.08-250715-0012 quá hạn', 'hồ sơ H40'],
    ] as const) {
      const { say, memory } = petitionTalk();
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
    const { say, memory } = petitionTalk({ full: true });
    await say('tôi muốn phản ánh ổ gà trước chợ');
    await say('xem lại và gửi');
    const refused = await say('gửi');
    expect(textOf(refused)).toContain('quá nhiều phản ánh');
    expect(refused.petition).toBeUndefined();
    expect(memory()).toMatchObject({ open: null, petition: { asking: null, text: 'tôi muốn phản ánh ổ gà trước chợ' } });
    expect(says(refused)).toContain('Tiếp tục phản ánh');
  });

  test('is taken in English', async () => {
    const { say } = petitionTalk();
    expect(textOf(await say('I want to make a complaint about the noise next door'))).toContain('Where is it');
    await say('skip');
    await say('I do not know');
    await say('no');
    expect((await say('yes, send it')).petition).toMatchObject({ language: 'en', place: '', contact: null });
  });
});
