import { beforeEach, describe, expect, it } from 'vitest';
import { type PhonePorts, withPhone } from '../../../bot/call/phone.ts';
import type { Dossier, LookUp } from '../../../bot/dossier-types.ts';
import { emptyMemory } from '../../../bot/memory.ts';
import type { Attempts, Door, Subscriptions } from '../../../bot/ports.ts';
import { noSubscriptions } from '../../../bot/skills/notices.ts';
import type { Memory, Message, Reply, TurnResult } from '../../../bot/types.ts';
import { demonstration } from '../../fakes/demonstration.ts';
import { counting } from '../../fakes/meter.ts';
import { hitOf } from '../../fakes/ports.ts';
import { fakeDialog, openAttempts } from '../../fakes/respond.ts';

const code = 'H40.23.08-250715-0012';
const spoken = 'hát bốn mươi chấm hai ba chấm không tám gạch hai năm không bảy một năm gạch không không một hai';
const digits = '4023082507150012';
const own: Dossier = { ...demonstration, code, agency: 'UBND phường Minh Họa', factor: { pin: '482613', phone: '', idNumber: '' } };

let known: Dossier[];
let away: string[];
let lookedUp: string[];
let counted: string[];
let door: Door;
let tried: number;
let locked: boolean;
let ports: Partial<PhonePorts>;
const lookUp = async (asked: string): Promise<LookUp> => {
  lookedUp.push(asked);
  if (away.includes(asked)) return { kind: 'away', last: null };
  const dossier = known.find((each) => each.code === asked);
  return dossier === undefined ? { kind: 'none' } : { kind: 'found', dossier };
};
const attempts: Attempts = {
  ...openAttempts,
  lookedUp: async (_, asked) => {
    counted.push(asked);
    return door;
  },
  take: async () => {
    tried += 1;
    if (locked) return { before: { kind: 'open', left: 1 }, after: { kind: 'locked', until: '2026-11-10T04:00:00Z', by: 'code' } };
    return { before: { kind: 'open', left: 5 }, after: { kind: 'open', left: 4 } };
  },
};
beforeEach(() => {
  known = [own];
  [away, lookedUp, counted, door, tried, locked, ports] = [[], [], [], { kind: 'open', left: 9 }, 0, false, {}];
});

type Call = {
  memory(): Memory;
  result(): TurnResult;
  /** What is spoken, and what is pressed. */
  say(text: string): Promise<Reply>;
  press(text: string): Promise<Reply>;
};

function call(channel = 'phone'): Call {
  const subscriptions: Subscriptions = { ...noSubscriptions, ways: ports.tellsByText ? ['sms'] : [] };
  const inner = fakeDialog({ dossiers: { lookUp }, attempts, subscriptions, search: () => [hitOf('1.001193')] });
  const dialog = withPhone(inner, {
    dossiers: { lookUp },
    attempts,
    forms: [],
    texts: null,
    tellsByText: false,
    meter: counting(),
    now: () => new Date('2026-11-10T03:00:00Z'),
    ...ports,
  });
  let memory: Memory = { ...emptyMemory };
  let result: TurnResult = { replies: [], memory, notes: [], candidates: [] };
  let count = 0;
  const turn = async (text: string, by: Message['by']) => {
    count += 1;
    const message: Message = { channel, id: `m${count}`, person: 'p', text, ...(by !== undefined && { by }) };
    // What is remembered is kept as JSON.
    result = await dialog(message, JSON.parse(JSON.stringify(memory)) as Memory, AbortSignal.timeout(5_000)); // what was just written
    memory = result.memory;
    return result.replies.at(-1) ?? expect.fail('nothing was said');
  };
  return { memory: () => memory, result: () => result, say: (text) => turn(text, 'speech'), press: (text) => turn(text, 'keys') };
}

describe('a dossier code that is spoken', () => {
  it.each([spoken, code, `xem giúp hồ sơ ${spoken} tới đâu rồi`])('is read back before anybody looks it up: %s', async (text) => {
    const { say, press } = call();
    const back = await say(text);
    expect(back).toMatchObject({ expects: 'yes-no', dossier: null });
    expect(back.text).toContain('hát bốn mươi, chấm hai mươi ba, chấm không tám, gạch ngang, hai mươi lăm, không bảy, mười lăm');
    expect(back.text).toContain('Đúng bấm 1, sai bấm 2.');
    expect([lookedUp, counted]).toEqual([[], []]);
    expect(await press('1')).toMatchObject({ kind: 'status', dossier: code });
    expect(lookedUp).toEqual([code]);
  });

  it.each(['đúng rồi', 'vâng ạ', 'có', 'một'])('is right by “%s”', async (yes) => {
    const { say } = call();
    await say(spoken);
    expect(await say(yes)).toMatchObject({ kind: 'status', dossier: code });
  });

  it('that was heard wrong twice is pressed', async () => {
    const { say, press } = call();
    await say(spoken);
    expect((await press('2')).text).toContain('đọc lại mã hồ sơ');
    await say(spoken);
    const keys = await say('sai rồi');
    expect(keys).toMatchObject({ expects: 'dossier-code', text: expect.stringContaining('phím thăng') });
    expect(lookedUp).toEqual([]);
    await press(digits);
    expect(await press('1')).toMatchObject({ kind: 'status', dossier: code });
  });

  it.each(['không phải, là H40.23.08-250801-0007', 'H40.23.08-250801-0007'])(
    'gives way to the one that is said instead: %s',
    async (text) => {
      const { say } = call();
      await say(spoken);
      expect(await say(text)).toMatchObject({ expects: 'yes-no', text: expect.stringContaining('không không không bảy') });
    },
  );

  it.each(['tôi không nhớ mã', 'tôi làm mất phiếu hẹn rồi', 'I lost my slip'])('that nobody has is asked for no more: %s', async (text) => {
    const { say, press } = call();
    await press('tra cứu hồ sơ');
    const told = await say(text);
    expect(told).not.toHaveProperty('expects');
    expect(told.text).toMatch(/hỏi nơi đã nộp|where you filed/);
  });

  it('is left for what is said instead', async () => {
    const { say } = call();
    await say(spoken);
    expect(await say('đăng ký khai sinh lệ phí bao nhiêu')).toMatchObject({ kind: 'answered', procedures: ['1.001193'] });
    expect(await say('đúng')).not.toMatchObject({ kind: 'status' });
    expect(lookedUp).toEqual([]);
  });

  it('is not read back again once it was right', async () => {
    const { say, press } = call();
    await say(spoken);
    await press('1');
    expect(await say(code)).toMatchObject({ kind: 'status', dossier: code });
  });

  it('that is incomplete is asked for by its digits, and so is one whose letter nobody said', async () => {
    const { say, press } = call();
    expect(await say('mã hồ sơ hát bốn mươi chấm hai ba gạch')).toMatchObject({ expects: 'dossier-code' });
    const back = await say('bốn không hai ba không tám hai năm không bảy một năm không không một hai');
    expect(back).toMatchObject({ expects: 'yes-no', text: expect.stringContaining('bốn không, hai ba, không tám') });
    expect(lookedUp).toEqual([]);
    expect(await press('1')).toMatchObject({ kind: 'status', dossier: code });
  });

  it('is read back in the language of the call', async () => {
    const { press, say } = call();
    expect((await press('check my dossier')).text).toContain('press its digits');
    expect((await say(code)).text).toContain('H 4 0, dot 2 3, dot 0 8, dash');
    expect((await press('yes')).text).toContain('Being processed');
  });
});

describe('the digits of a dossier code', () => {
  it('are found by themselves, read back before anything is told, and count as one look-up', async () => {
    const { press } = call();
    const back = await press(digits);
    expect(back).toMatchObject({ expects: 'yes-no', dossier: null, text: expect.stringContaining('hát bốn mươi, chấm hai mươi ba') });
    expect(back.text).not.toMatch(/xử lý|Minh Họa/);
    expect(await press('có')).toMatchObject({ kind: 'status', dossier: code });
    expect(new Set(counted)).toEqual(new Set([code]));
    // The same again is known.
    expect(await press(digits)).toMatchObject({ kind: 'status', dossier: code });
  });

  it('that were of another dossier are pressed again', async () => {
    known = [own, { ...own, code: 'H40.23.08-250715-0013' }];
    const { press } = call();
    await press('4023082507150013');
    expect(await press('không')).toMatchObject({ expects: 'dossier-code' });
    await press(digits);
    expect(await press('có')).toMatchObject({ kind: 'status', dossier: code });
  });

  it('of two dossiers are told apart by the letter, and by nothing of what they are about', async () => {
    known = [own, { ...own, code: code.replace('H', 'G'), agency: 'Bộ Công an' }];
    for (const answer of ['2', 'G40.23.08-250715-0012', 'của bộ ạ', 'chữ gờ']) {
      const { press, say } = call();
      const which = await press(digits);
      expect(which.text).toContain('của tỉnh, có chữ hát, hay của bộ, có chữ gờ');
      expect(which.choices.map(({ label }) => label)).toEqual(['Chọn mã của tỉnh, chữ hát', 'Chọn mã của bộ, chữ gờ']);
      expect(JSON.stringify(which)).not.toContain('Công an');
      expect(await (/^[\dG]/.test(answer) ? press : say)(answer)).toMatchObject({ kind: 'status', dossier: code.replace('H', 'G') });
    }
  });

  it('of several in different places are told apart by their codes', async () => {
    known = [own, { ...own, code: '40.23.H08-250715-0012' }];
    const { press } = call();
    const which = await press(digits);
    expect(which.choices.map(({ label }) => label)).toEqual([
      'Chọn mã hát bốn mươi, chấm hai mươi ba, chấm không tám',
      'Chọn mã bốn mươi, chấm hai mươi ba, chấm hát không tám',
    ]);
    expect(await press('2')).toMatchObject({ dossier: '40.23.H08-250715-0012' });
  });

  it('that are none sound the same whyever there is none', async () => {
    const said = new Set<string>();
    for (const entered of ['4023082507150099', '4023082513150012', '4023082711150012', '9'.repeat(20)]) {
      said.add((await call().press(entered)).text);
    }
    // What cannot be a code, or is of a day to come, is looked for nowhere.
    expect(counted).toEqual(['H40.23.08-250715-0099']);
    const { say, press } = call();
    await say('H40.23.08-250715-0099');
    said.add((await press('1')).text);
    expect([...said]).toHaveLength(1);
    expect([...said][0]).toContain('không thấy hồ sơ nào có mã này');
    expect([...said][0]).not.toMatch(/0099|•/);
  });

  it('lead to a person the second time, and still to the dossier after that', async () => {
    const { press } = call();
    await press('4023082507150099');
    const again = await press('4023082507150098');
    expect(again.text).toContain('bấm số 0 để gặp cán bộ');
    expect(again.choices.map(({ label }) => label)).toContain('Gặp cán bộ');
    await press(digits);
    expect(await press('1')).toMatchObject({ kind: 'status' });
  });

  it.each([
    ['the end first', '0012', '402308250715'],
    ['the beginning first', '402308', '2507150012'],
  ])('come in parts, %s', async (_, one, other) => {
    const { press } = call();
    await press('tra cứu hồ sơ');
    expect(await press(one)).toMatchObject({ expects: 'dossier-code', text: expect.stringContaining(`${one.length} chữ số`) });
    expect(lookedUp).toEqual([]);
    expect((await press(other)).text).toContain('hát bốn mươi, chấm hai mươi ba');
    expect(await press('1')).toMatchObject({ kind: 'status', dossier: code });
  });

  it('are not looked up by who has asked for too many', async () => {
    door = { kind: 'locked', until: '2026-11-10T03:10:00Z', by: 'network' };
    expect(await call().press(digits)).toMatchObject({ kind: 'refused', text: expect.stringContaining('nhiều mã hồ sơ khác nhau') });
    expect(lookedUp).toEqual([]);
  });

  it('are not called unknown while the system is away', async () => {
    known = [];
    away = [code];
    expect((await call().press(digits)).text).toContain('Hệ thống hồ sơ đang không trả lời');
  });

  it('may be pressed one at a time', async () => {
    const { press } = call();
    await press('tra cứu hồ sơ');
    expect(await press('5')).toMatchObject({ expects: 'dossier-code', text: expect.stringContaining('1 chữ số') });
  });

  it.each(['tôi chỉ nhớ số cuối là không không một hai', 'tôi không nhớ', 'chịu tôi không biết đâu'])(
    'that nobody knows: %s',
    async (text) => {
      const { press, say } = call();
      await press('tra cứu hồ sơ');
      expect((await say(text)).text).toContain('Không có mã thì tôi không tra được hồ sơ');
    },
  );

  it('are no code where a PIN is waited for', async () => {
    const { press } = call();
    await press(digits);
    await press('1');
    await press('Nhập PIN');
    await press('001099123456');
    expect(tried).toBe(1);
  });
});

describe('a secret', () => {
  it('is taken by keys', async () => {
    const { press } = call();
    await press(digits);
    expect(await press('1')).not.toHaveProperty('expects');
    const asked = await press('Nhập PIN');
    expect(asked).toMatchObject({ expects: 'secret', text: expect.stringContaining('đừng đọc to') });
    expect(asked.text).not.toContain(code);
    expect(await press('482614')).toMatchObject({ expects: 'secret', text: expect.stringContaining('Chưa đúng') });
    expect(await press('482613')).toMatchObject({ kind: 'status' });
    expect(tried).toBe(2);
  });

  it.each(['bốn tám hai sáu một ba', '482613', 'mã pin của tôi là 482613', 'bốn số cuối là hai sáu một ba', 'à quên, nó là 4826 13 đấy'])(
    'that is spoken is not used and not kept: %s',
    async (text) => {
      const { press, say, result, memory } = call();
      await press(digits);
      await press('1');
      await press('Nhập PIN');
      expect(await say(text)).toMatchObject({ expects: 'secret', text: expect.stringContaining('đừng đọc to') });
      expect(result().heard).toEqual({ text: '', shown: '••••', personal: false });
      expect(JSON.stringify(memory())).not.toMatch(/482613|2613/);
      expect(tried).toBe(0);
      expect(await press('482613')).toMatchObject({ kind: 'status' });
    },
  );

  it.each([`${code} mã pin 482613`, `mã hồ sơ ${spoken} mã pin là bốn tám hai sáu một ba`])(
    'that is spoken beside a code is forgotten, and the code read back: %s',
    async (text) => {
      const { say, press, result, memory } = call();
      expect(await say(text)).toMatchObject({ expects: 'yes-no' });
      expect(result().heard?.shown).toBe('••••');
      expect(JSON.stringify(memory())).not.toMatch(/482613|tám hai sáu/);
      await press('1');
      expect(tried).toBe(0);
    },
  );

  it('is not asked for by what is said in between', async () => {
    const { press, say } = call();
    await press(digits);
    await press('1');
    expect(await say('vâng')).not.toHaveProperty('expects');
  });

  it('is not asked for where the door is locked', async () => {
    const { press } = call();
    await press(digits);
    await press('1');
    await press('Nhập PIN');
    locked = true;
    const shut = await press('482614');
    expect(shut).toMatchObject({ kind: 'refused', text: expect.stringContaining('tạm khóa') });
    expect(shut).not.toHaveProperty('expects');
  });

  it('is not needed to ask again when it is ready', async () => {
    const { press, say } = call();
    await press(digits);
    const status = await press('1');
    expect(await say('khi nào có kết quả')).toMatchObject({ kind: 'status', text: status.text });
  });

  it('is not needed to hear that it is late, or ready', async () => {
    for (const [change, heard] of [
      [{ dueOn: '2026-11-05' }, 'quá hạn 3 ngày làm việc'],
      [{ status: 9, finishedOn: '2026-11-09' }, 'Đã xử lý xong, chờ trả kết quả'],
    ] as const) {
      known = [{ ...own, ...change }];
      const { press } = call();
      await press(digits);
      expect((await press('1')).text).toContain(heard);
    }
  });

  it('leaves what only eyes can read unsaid', async () => {
    known = [{ ...own, applicant: { name: 'Trần Thị Minh Họa', phone: '0900007346', idNumber: '' }, receivedOn: '2026-11-02' }];
    const { press } = call();
    await press(digits);
    await press('1');
    await press('Nhập PIN');
    const details = await press('482613');
    expect(details.text).toContain('Ngày nhận: 02/11/2026');
    expect(details.text).not.toContain('•');
  });
});

describe('a telephone', () => {
  it('is answered in the language of the call, where words could be of either', async () => {
    const dialog = withPhone(async (_, memory) => ({ replies: [], memory, notes: [], candidates: [] }), {
      ...{ dossiers: { lookUp }, attempts, forms: [], texts: null, tellsByText: false, meter: counting(), now: () => new Date() },
    });
    const message: Message = { channel: 'phone', id: 'm', person: 'p', text: 'visa', by: 'speech', language: 'en' };
    expect((await dialog(message, emptyMemory, AbortSignal.timeout(5_000))).memory.language).toBe('en');
  });

  it('tells by text message alone what comes later', async () => {
    const { press, say } = call();
    await press(digits);
    const status = await press('1');
    expect(status.choices.map(({ label }) => label)).not.toContain('Báo tôi khi có kết quả');
    expect((await say('báo tôi khi có kết quả')).text).toContain('không báo lại sau được');
    ports = { tellsByText: true };
    const other = call();
    await other.press(digits);
    await other.press('1');
    expect(await other.say('báo tôi khi có kết quả')).toMatchObject({
      expects: 'digits',
      text: expect.stringContaining('số điện thoại di động'),
    });
  });

  it('puts danger before whatever it has asked', async () => {
    const { say } = call();
    await say(spoken);
    expect(await say('đúng rồi nhưng cháy nhà rồi cứu với')).toMatchObject({ kind: 'emergency', text: expect.stringContaining('114') });
  });

  it('stays with danger where what comes next is not understood', async () => {
    const { say } = call();
    const danger = await say('cháy nhà rồi cứu với');
    expect(danger.kind).toBe('emergency');
    expect(await say('hôm nay trời mưa không')).toMatchObject({ kind: 'emergency', text: danger.text });
    expect((await say('đăng ký khai sinh cần giấy tờ gì')).kind).toBe('answered');
    expect((await say('hôm nay trời mưa không')).kind).toBe('refused');
  });

  it('puts who wants a person through, in few words', async () => {
    const { say, result } = call();
    expect(await say('cho tôi gặp cán bộ')).toMatchObject({ kind: 'handed-over', text: 'Tôi nối máy để quý vị gặp cán bộ.' });
    expect(result().notes).toHaveLength(1);
  });

  it('sends no text messages where there is no gateway', async () => {
    const { say, press } = call();
    const answer = await say('đăng ký khai sinh lệ phí bao nhiêu');
    expect(answer.choices.map(({ say: said }) => said)).not.toContain('gửi tin nhắn');
    const refused = await press('gửi tin nhắn');
    expect(refused.text).toContain('chưa gửi được tin nhắn');
    expect(refused.choices).toEqual(answer.choices);
  });

  it('is the only channel for all this', async () => {
    const { say, press } = call('web');
    expect(await say(code)).toMatchObject({ kind: 'status', dossier: code });
    expect(await press('482613')).toMatchObject({ kind: 'status' });
  });
});
