import { beforeEach, describe, expect, it } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { CodeSent, CodeTried, SealedAddress, Subscriptions } from '../../bot/ports.ts';
import { createRespond } from '../../bot/respond.ts';
import type { Memory, Reply, TurnResult } from '../../bot/types.ts';
import { addressCodeIn, wantsCodeAgain } from '../../bot/understand/address-code.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { respondOptions } from '../fakes/respond.ts';

const code = 'H40.23.08-250715-0012';
const proven: Memory = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };

describe('confirming an address in a conversation', () => {
  let memory: Memory;
  let sent: { address: SealedAddress; letter: Reply }[];
  let taken: { shown: string; typed: string }[];
  let follows: (string | null)[];
  let confirmed: Set<string>;
  let outcome: CodeTried;
  let sending: CodeSent;
  beforeEach(() => {
    memory = proven;
    [sent, taken, follows, confirmed] = [[], [], [], new Set()];
    outcome = { kind: 'right' };
    sending = { kind: 'sent' };
  });
  const turn = async (text: string): Promise<TurnResult> => {
    const subscriptions: Subscriptions = {
      ways: ['email', 'sms'],
      seal: (by, address) => ({ by, sealed: [...address].reverse().join(''), shown: `${address.slice(0, 1)}•••` }),
      codes: {
        send: async (_, address, letter) => {
          if (sending.kind === 'sent') sent.push({ address, letter });
          return sending;
        },
        take: async (_, address, typed) => {
          taken.push({ shown: address.shown, typed });
          if (outcome.kind === 'right') confirmed.add(address.sealed);
          return outcome;
        },
      },
      follow: async (_, __, ___, address) => {
        if (address !== null && !confirmed.has(address.sealed)) return 'unconfirmed';
        follows.push(address?.shown ?? null);
        return 'subscribed';
      },
      unfollow: async () => [],
      followed: async () => [],
    };
    const respond = createRespond(
      respondOptions({ find: () => ({ ...demonstration, code, factor: { pin: '4321', phone: '', idNumber: '' } }), subscriptions }),
    );
    const result = await respond(
      { text, visitor: { channel: 'web', person: 'p', network: null, message: text } },
      memory,
      AbortSignal.timeout(5_000),
    );
    memory = result.memory;
    return result;
  };
  const say = async (text: string): Promise<string> => (await turn(text)).replies.map((reply) => reply.text).join('\n');

  it('follows nothing there before the code was typed, and then at once', async () => {
    const asked = await say('báo qua email hoa@vidu.vn');
    expect(asked).toContain('gửi mã 6 chữ số tới h•••');
    expect(sent).toHaveLength(1);
    expect([follows, memory.awaiting, memory.confirming?.code]).toEqual([[], 'address-code', code]);
    const done = await say('mã là 042 137 nhé');
    expect(done).toMatch(/^Đúng mã rồi\. Tôi sẽ báo bạn qua h•••/);
    expect(taken).toEqual([{ shown: 'h•••', typed: '042137' }]);
    expect([follows, memory.confirming, memory.awaiting]).toEqual([['h•••'], null, null]);
  });

  it('asks for the proof that the dossier is theirs before it sends anything', async () => {
    memory = emptyMemory;
    await say('báo qua email hoa@vidu.vn');
    await say(code);
    expect([sent, memory.awaiting]).toEqual([[], 'factor']);
  });

  it('sends no second code for an address that was confirmed', async () => {
    await say('báo qua email hoa@vidu.vn');
    await say('042137');
    await say('báo qua email hoa@vidu.vn');
    expect([sent.length, follows]).toEqual([1, ['h•••', 'h•••']]);
  });

  it.each<[CodeTried, RegExp]>([
    [{ kind: 'wrong', left: 3 }, /Mã chưa đúng\. Bạn còn thử được 3 lần/],
    [{ kind: 'worn' }, /nhập sai 5 lần/],
    [{ kind: 'expired' }, /hết hạn/],
  ])('says what is wrong with a code (%j), follows nothing and goes on waiting', async (tried, said) => {
    await say('báo qua SMS 0912345678');
    outcome = tried;
    expect(await say('111111')).toMatch(said);
    expect([follows, memory.awaiting]).toEqual([[], 'address-code']);
    outcome = { kind: 'right' };
    await say('222222');
    expect(follows).toEqual(['0•••']);
  });

  it('says that five or seven digits are no code, and counts no try', async () => {
    await say('báo qua email hoa@vidu.vn');
    expect(await say('04213')).toContain('đúng 6 chữ số');
    expect(await say('0421377')).toContain('đúng 6 chữ số');
    expect(taken).toEqual([]);
  });

  it('sends it again when asked, also by its button', async () => {
    await say('báo qua email hoa@vidu.vn');
    await say('gửi lại mã');
    await say('1');
    expect(sent.map(({ address }) => address.shown)).toEqual(['h•••', 'h•••', 'h•••']);
  });

  it('says until when no code is sent', async () => {
    sending = { kind: 'limited', until: '2026-11-22T03:05:00.000Z' };
    expect(await say('báo qua email hoa@vidu.vn')).toContain('tạm dừng gửi mã tới 10:05 22/11/2026');
    expect(memory.confirming).toBeNull();
    sending = { kind: 'declined', until: '2026-11-22T03:05:00.000Z' };
    expect(await say('báo qua email hoa@vidu.vn')).toContain('vừa xin thôi nhận');
  });

  it('takes another address instead of the one named before', async () => {
    await say('báo qua email hoa@vidu.vn');
    await say('nhầm, là lan@vidu.vn');
    await say('báo qua SMS 0987654321');
    expect(sent.map(({ address }) => address.shown)).toEqual(['h•••', 'l•••', '0•••']);
    await say('042137');
    expect([taken.map(({ shown }) => shown), follows]).toEqual([['0•••'], ['0•••']]);
  });

  it.each(['thôi', 'dừng', 'hủy theo dõi'])('sends nothing more there when "%s" is said', async (text) => {
    await say('báo qua email hoa@vidu.vn');
    await say(text);
    expect(memory.confirming).toBeNull();
    await say('042137');
    expect([taken, follows]).toEqual([[], []]);
  });

  it('answers anything else between, and still takes the code', async () => {
    await say('báo qua email hoa@vidu.vn');
    expect(await say('cảm ơn bạn')).not.toContain('mã');
    await say('042137');
    expect(follows).toEqual(['h•••']);
  });

  it('is not waited for for ever, but long enough to ask for another', async () => {
    await say('báo qua email hoa@vidu.vn');
    const old = () => {
      if (memory.confirming === null) throw new Error('nothing is waited for');
      memory = { ...memory, confirming: { ...memory.confirming, until: '2026-11-10T02:59:00.000Z' } };
    };
    old();
    outcome = { kind: 'expired' };
    expect(await say('042137')).toContain('gửi lại mã');
    await say('gửi lại mã');
    expect(sent).toHaveLength(2);
    old();
    await say('cảm ơn bạn');
    expect(memory.confirming).toBeNull();
  });

  it('leaves no digit of it in what staff read or the conversation remembers', async () => {
    await say('báo qua email hoa@vidu.vn');
    const { notes, memory: next } = await turn('cho tôi gặp cán bộ, mã tôi nhận là 042137 mà không nhập được');
    expect(notes).toHaveLength(1);
    expect(JSON.stringify([notes, next])).not.toContain('042137');
  });

  it('asks for the proof again when it has run out meanwhile', async () => {
    await say('báo qua email hoa@vidu.vn');
    memory = { ...memory, dossier: { code, provenUntil: '2020-01-01T00:00:00.000Z' } };
    await say('042137');
    expect([follows, memory.awaiting, memory.wish?.code]).toEqual([[], 'factor', code]);
  });
});

describe('the words around a code', () => {
  it.each([
    ['042137', false, '042137'],
    ['Mã xác nhận: 042-137', false, '042137'],
    ['ma la 042 137 a', true, '042137'],
    ['không bốn hai một ba bảy', true, '042137'],
    ['the code is 042137', true, '042137'],
    ['cảm ơn, mã tôi nhận được là 042137', true, '042137'],
    ['cam on, ma toi nhan duoc la 042137', false, null],
    ['cho tôi gặp cán bộ, mã là 042137', true, null],
    ['0421', true, '0421'],
    ['0421', false, null],
    ['phí 042137 đồng là sao', true, null],
    ['0912345678', true, null],
    ['xin chào', true, null],
  ])('"%s" (awaited: %s) types %s', (text, isAwaited, typed) => {
    expect(addressCodeIn(text, isAwaited)).toBe(typed);
  });

  it.each([
    'Gửi lại mã',
    'gui lai ma giup toi',
    'cho tôi xin mã mới',
    'chưa nhận được mã',
    'mã chưa tới',
    'resend the code',
    'Send me a new code',
  ])('"%s" asks for it again', (text) => expect(wantsCodeAgain(text)).toBe(true));

  it.each(['gửi lại hồ sơ', 'mã hồ sơ của tôi', 'gửi mã hồ sơ ở đâu', 'mã ngành là gì'])('"%s" does not', (text) =>
    expect(wantsCodeAgain(text)).toBe(false),
  );
});
