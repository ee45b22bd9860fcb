import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../bot/calendar/calendar.ts';
import { createCallBack } from '../../../bot/call/call-back.ts';
import { wantsCallBack } from '../../../bot/call/call-back-answers.ts';
import { callBackWindows } from '../../../bot/call/call-back-windows.ts';
import { withCallBack } from '../../../bot/call/with-call-back.ts';
import type { Dialog } from '../../../bot/dialog.ts';
import { emptyMemory } from '../../../bot/memory.ts';
import type { CallBacks, CallBackWish } from '../../../bot/ports.ts';
import { plainReply } from '../../../bot/reply.ts';
import type { Memory, Reply } from '../../../bot/types.ts';

const calendar = createCalendar();
const windowsAt = (date: string, time: string, days = calendar) => callBackWindows({ date, time }, days);

describe('the times at which a caller can be called back', () => {
  test('are what is left of today, where an hour of it is', () => {
    expect(windowsAt('2026-11-24', '08:05')).toEqual([
      { part: 'morning', day: '2026-11-24', from: '08:45', to: '11:30' },
      { part: 'afternoon', day: '2026-11-24', from: '13:30', to: '17:30' },
      { part: 'any', day: '2026-11-24', from: '08:45', to: '17:30' },
    ]);
    expect(windowsAt('2026-11-24', '10:31')).toMatchObject([
      { part: 'morning', day: '2026-11-25', from: '07:30' },
      { part: 'afternoon', day: '2026-11-24', from: '13:30' },
      { part: 'any', day: '2026-11-24', from: '11:15' },
    ]);
  });

  test('are on the next working day otherwise: no weekend and no holiday is promised', () => {
    // A Friday evening; the Thursday before New Year's Day, a Friday.
    expect(windowsAt('2026-11-27', '17:00').map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30']);
    expect(windowsAt('2026-12-31', '17:00').map(({ day }) => day)).toEqual(['2027-01-04', '2027-01-04', '2027-01-04']);
    const turnedOff = createCalendar({ overrides: [{ off: ['2026-11-30'], working: ['2026-11-28'] }] });
    expect(windowsAt('2026-11-27', '17:00', turnedOff).map(({ day }) => day)).toEqual(['2026-11-28', '2026-11-28', '2026-11-28']);
  });

  test('are of the hours of the office: one that never opens in the afternoon offers none', () => {
    const mornings = createCalendar({ office: { receivedUntil: null, opening: [['08:00', '11:00']] } });
    expect(windowsAt('2026-11-24', '06:00', mornings)).toEqual([
      { part: 'morning', day: '2026-11-24', from: '08:00', to: '11:00' },
      { part: 'any', day: '2026-11-24', from: '08:00', to: '11:00' },
    ]);
    const through = createCalendar({ office: { receivedUntil: null, opening: [['08:00', '16:00']] } });
    expect(windowsAt('2026-11-24', '06:00', through).map(({ from, to }) => [from, to])).toEqual([
      ['08:00', '12:00'],
      ['12:00', '16:00'],
      ['08:00', '16:00'],
    ]);
    expect(windowsAt('2026-11-24', '06:00', { ...calendar, isWorking: () => false })).toEqual([]);
  });
});

test.each([
  'gọi lại cho tôi',
  'cho cán bộ gọi lại cho tôi nhé',
  'nhờ nhân viên gọi lại giúp',
  'tôi muốn hẹn gọi lại',
  'call me back please',
  'I want a callback',
])('"%s" asks for a call back', (text) => expect(wantsCallBack(text)).toBe(true));

test.each([
  'tôi sẽ gọi lại sau',
  'để chiều em gọi lại',
  'gọi lại cho tôi khi có kết quả',
  'không cần gọi lại cho tôi',
  'làm lại căn cước',
  'hôm qua có người gọi lại cho tôi nói là công an bảo phải nộp tiền ngay không thì bị bắt vậy có đúng không',
])('"%s" does not', (text) => expect(wantsCallBack(text)).toBe(false));

/** A caller from this number (null: withheld) on a Tuesday evening, and what was asked for in the end. */
function caller(number: string | null, language: 'vi' | 'en' = 'vi') {
  const wishes: CallBackWish[] = [];
  let known = number;
  const callBacks: CallBacks = {
    calling: async () => known?.slice(-3) ?? null,
    seal: (given) => `sealed ${[...given].reverse().join('')}`,
    ask: async (_, wish) => {
      if (wish.number === null && known === null) return false;
      wishes.push(wish);
      return true;
    },
  };
  const dialog: Dialog = async (_, memory) => ({ replies: [plainReply('answered', 'ELSEWHERE')], memory, notes: [], candidates: [] });
  const now = () => new Date('2026-11-24T19:00:00+07:00');
  const phone = withCallBack(dialog, createCallBack({ callBacks, calendar, now }));
  let memory: Memory = { ...emptyMemory, language, focus: { id: '1', code: '1.003700', name: 'Cấp lại thẻ căn cước' } };
  let count = 0;
  const say = async (text: string, channel = 'phone'): Promise<Reply> => {
    count += 1;
    const result = await phone({ channel, id: `call:${count}`, person: 'p', text }, memory, AbortSignal.timeout(1_000));
    memory = result.memory;
    const [reply] = result.replies;
    if (reply === undefined) throw new Error('nothing was said');
    return reply;
  };
  return { say, wishes, memory: () => memory, forgetNumber: () => (known = null) };
}

describe('a caller who wants to be called back', () => {
  test('chooses a time, agrees to the number by its end, and is told both', async () => {
    const { say, wishes, memory } = caller('0912345678');
    const when = await say('gọi lại cho tôi');
    expect(when.text).toBe('Quý vị muốn được gọi lại lúc nào?');
    expect(when.choices).toEqual([
      { label: 'chọn sáng mai, từ 07:30 đến 11:30', say: 'gọi lại buổi sáng' },
      { label: 'chọn chiều mai, từ 13:30 đến 17:30', say: 'gọi lại buổi chiều' },
      { label: 'chọn bất cứ lúc nào trong giờ làm việc ngày mai', say: 'gọi lại lúc nào cũng được' },
    ]);
    const number = await say(when.choices[1]?.say ?? '');
    expect(number).toMatchObject({ expects: 'yes-no', text: expect.stringContaining('có đuôi 6 7 8') });
    const done = await say('1');
    expect(done.kind).toBe('recorded');
    expect(done.text).toContain('chiều mai, từ 13:30 đến 17:30, vào số máy có đuôi 6 7 8');
    expect(wishes).toEqual([
      {
        window: { day: '2026-11-25', from: '13:30', to: '17:30' },
        number: null,
        matter: 'Người gọi hỏi về cấp lại thẻ căn cước.',
        language: 'vi',
      },
    ]);
    expect(memory().callBack).toBeUndefined();
    expect((await say('1')).text).toBe('ELSEWHERE');
  });

  test.each([
    ['1', '2026-11-25', '07:30'],
    ['buổi sáng', '2026-11-25', '07:30'],
    ['hai', '2026-11-25', '13:30'],
    ['lúc nào cũng được', '2026-11-25', '07:30'],
  ])('may choose by "%s"', async (answer, day, from) => {
    const { say, wishes } = caller('0912345678');
    await say('gọi lại cho tôi');
    await say(answer);
    await say('đúng');
    expect(wishes).toMatchObject([{ window: { day, from } }]);
  });

  test('whose number is withheld presses one, and it is read back by its end alone', async () => {
    const { say, wishes, memory } = caller(null);
    await say('gọi lại cho tôi');
    expect(await say('3')).toMatchObject({ expects: 'digits' });
    expect((await say('09123')).text).toContain('chưa nhận đủ');
    const heard = await say('0987654321#');
    expect(heard.text).toContain('có đuôi 3 2 1');
    expect(heard.text).not.toContain('0987');
    expect(JSON.stringify(memory())).not.toContain('0987654321');
    expect((await say('2')).expects).toBe('digits');
    await say('không chín tám bảy sáu năm bốn ba hai hai');
    expect((await say('vâng')).text).toContain('3 2 2');
    expect(wishes).toMatchObject([{ number: 'sealed 2234567890' }]);
  });

  test('may want another number than the one that calls', async () => {
    const { say, wishes } = caller('0912345678');
    await say('gọi lại cho tôi');
    await say('1');
    expect((await say('2')).expects).toBe('digits');
    await say('02838221234');
    await say('1');
    expect(wishes).toMatchObject([{ number: 'sealed 43212283820' }]);
  });

  test('whose number was forgotten meanwhile is asked for one: nothing is promised that cannot be kept', async () => {
    const { say, wishes, forgetNumber } = caller('0912345678');
    await say('gọi lại cho tôi');
    await say('1');
    forgetNumber();
    expect((await say('1')).expects).toBe('digits');
    expect(wishes).toEqual([]);
  });

  test('is asked again twice, and no more', async () => {
    const { say, memory } = caller('0912345678');
    await say('gọi lại cho tôi');
    for (const answer of ['ờ ờ', '7']) expect((await say(answer)).text).toContain('lúc nào');
    expect((await say('à')).text).toContain('trong giờ làm việc');
    expect(memory().callBack).toBeUndefined();
  });

  test('may leave it, say something else, or be in danger', async () => {
    const { say, memory, wishes } = caller('0912345678');
    await say('gọi lại cho tôi');
    expect((await say('thôi không cần')).text).toContain('không hẹn gọi lại nữa');
    await say('gọi lại cho tôi');
    expect((await say('thế lệ phí làm lại căn cước là bao nhiêu tiền')).text).toBe('ELSEWHERE');
    expect(memory().callBack).toBeUndefined();
    await say('gọi lại cho tôi');
    expect((await say('cháy nhà rồi')).text).toBe('ELSEWHERE');
    expect(wishes).toEqual([]);
  });

  test('hears it in English, too', async () => {
    const { say } = caller('0912345678', 'en');
    const when = await say('please call me back');
    expect(when.choices[0]?.label).toBe('choose tomorrow morning, between 07:30 and 11:30');
    await say(when.choices[0]?.say ?? '');
    expect((await say('yes')).text).toContain('tomorrow morning, between 07:30 and 11:30 at the number that ends in 6 7 8');
  });

  test('is on the telephone: elsewhere nobody is called', async () => {
    const { say } = caller('0912345678');
    expect((await say('gọi lại cho tôi', 'web')).text).toBe('ELSEWHERE');
  });
});
