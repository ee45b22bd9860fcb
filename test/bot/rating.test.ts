import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { changeNotice } from '../../bot/notices/change.ts';
import type { Ratings } from '../../bot/ports.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { petitionTalk, textOf } from '../support/petition-talk.ts';

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
    const world = petitionTalk({
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
    const asked = petitionTalk({ ratings: { waiting: async () => 'token' } });
    expect((await asked.say('4 điểm')).rating).toEqual({ token: 'token', score: 4, word: '' });
    expect((await petitionTalk().say('4 điểm')).rating).toBeUndefined();
  });

  test('is offered by the notice of a result, and asked of who was told by one, once', async () => {
    const offered = changeNotice(done, 'vi').choices.find((choice) => choice.label === 'Đánh giá phục vụ');
    expect(changeNotice({ ...done, status: 4 }, 'vi').choices.map((choice) => choice.label)).not.toContain('Đánh giá phục vụ');
    let due = true;
    const told = petitionTalk({ dossier: done, ratings: { told: async () => true, ask: async () => due, waiting: async () => 'token' } });
    expect(textOf(await told.say(offered?.say ?? ''))).toContain('mấy điểm');
    expect((await told.say('3')).rating).toEqual({ token: 'token', score: 3, word: '' });
    due = false;
    expect(textOf(await told.say(offered?.say ?? ''))).toContain('chỉ hỏi một lần');
    const stranger = petitionTalk({ dossier: done, ratings: { ask: async () => true } });
    expect(textOf(await stranger.say(offered?.say ?? ''))).toContain('mã PIN');
  });
});
