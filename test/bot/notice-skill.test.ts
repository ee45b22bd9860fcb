import { beforeEach, describe, expect, it } from 'vitest';
import type { Dossier } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import { asksElsewhere } from '../../bot/petition-answers.ts';
import type { AddressCodes, Known, SealedAddress, Subscribed, Subscriptions } from '../../bot/ports.ts';
import { createRespond } from '../../bot/respond.ts';
import type { Memory, Reply, TurnResult } from '../../bot/types.ts';
import { demonstration } from '../fakes/demonstration.ts';
import { only } from '../fakes/ports.ts';
import { respondOptions } from '../fakes/respond.ts';

const code = 'H40.23.08-250715-0012';
const other = 'H40.23.08-250715-0013';
const dossier: Dossier = {
  ...demonstration,
  code,
  agency: 'Phòng Kinh tế',
  statusText: 'Đang thẩm định',
  factor: { pin: '4321', phone: '', idNumber: '' },
};

type Follow = { known: Known; address: SealedAddress | null };

describe('notices in a conversation', () => {
  let memory: Memory;
  let follows: Follow[];
  let ended: (string | null)[];
  let outcome: Subscribed;
  let dossiers: Dossier[];
  let ways: Subscriptions['ways'];
  let channel: string;
  beforeEach(() => {
    memory = emptyMemory;
    follows = [];
    ended = [];
    outcome = 'subscribed';
    dossiers = [dossier, { ...dossier, code: other }];
    ways = ['email', 'sms'];
    channel = 'web';
  });

  let messages = 0;
  const turn = async (text: string): Promise<TurnResult> => {
    const subscriptions: Subscriptions = {
      ways,
      seal: (by, address) => ({ by, sealed: `sealed ${address.length}`, shown: 'a•••@v•••.vn' }),
      // Whose address it is was shown before, in these tests.
      codes: only<AddressCodes>('codes', {}),
      follow: async (_, known, __, address) => {
        follows.push({ known, address });
        return outcome;
      },
      unfollow: async (_, which) => {
        ended.push(which);
        return follows.length === 0 ? [] : [...new Set(follows.map(({ known }) => known.code))];
      },
      followed: async () =>
        follows.map(({ known, address }) => ({ code: known.code, here: address === null, by: address === null ? [] : [address.shown] })),
    };
    const respond = createRespond(respondOptions({ find: (asked) => dossiers.find((each) => each.code === asked) ?? null, subscriptions }));
    messages += 1;
    const visitor = { channel, person: 'p', network: null, message: `m${messages}` };
    const result = await respond({ text, visitor }, memory, AbortSignal.timeout(5_000));
    memory = result.memory;
    return result;
  };
  const say = async (text: string): Promise<Reply> => {
    const [reply] = (await turn(text)).replies;
    if (reply === undefined) throw new Error('nothing was said');
    return reply;
  };

  it('asks for the second factor first, and does what was wished right after it', async () => {
    await say(code);
    const asked = await say('Báo tôi khi có kết quả');
    expect([asked.kind, memory.awaiting]).toEqual(['asked', 'factor']);
    expect(asked.text).toContain('mã PIN');
    expect(follows).toEqual([]);
    await say('9999');
    expect(follows).toEqual([]);
    const reply = await say('4321');
    expect(follows).toEqual([{ known: { code, source: 'register', status: 4, statusText: 'Đang thẩm định' }, address: null }]);
    expect(reply.text).toContain(`Tôi sẽ báo bạn tại đây mỗi khi hồ sơ **${code}** có thay đổi`);
    expect(memory.wish).toBeNull();
  });

  it('does it at once where the factor was proven', async () => {
    await say(code);
    await say('4321');
    expect((await say('theo dõi hồ sơ này')).text).toContain('Tôi sẽ báo bạn tại đây');
    expect(follows).toHaveLength(1);
  });

  it('does not take a factor that was proven long ago', async () => {
    memory = { ...emptyMemory, dossier: { code, provenUntil: '2020-01-01T00:00:00.000Z' } };
    expect((await say('báo tôi khi có kết quả')).kind).toBe('asked');
    expect(follows).toEqual([]);
  });

  it('asks which dossier where none was spoken of, and goes on from there', async () => {
    expect((await say('báo tôi khi có kết quả')).text).toContain('mã hồ sơ');
    expect(memory.awaiting).toBe('dossier-code');
    await say(code);
    expect(memory.awaiting).toBe('factor');
    await say('4321');
    expect(follows.map(({ known }) => known.code)).toEqual([code]);
  });

  it('follows the dossier that the message names', async () => {
    await say(`theo dõi hồ sơ ${code}`);
    await say('4321');
    expect(follows.map(({ known }) => known.code)).toEqual([code]);
  });

  it('says kindly which ways there are to who wants to hear of it in an app', async () => {
    const both = await say('báo qua zalo nhé');
    expect(both.text).toMatch(/chưa báo sang Zalo được.*ngay trong cuộc trò chuyện này, hoặc qua email, hoặc qua tin nhắn SMS/);
    expect(both.choices.map((choice) => choice.label)).toEqual(['Báo tôi khi có kết quả']);
    ways = [];
    expect((await say('báo qua telegram')).text).not.toMatch(/email|SMS/);
    expect((await say('notify me on whatsapp')).text).toContain('I cannot reach you on WhatsApp');
    expect(follows).toEqual([]);
  });

  it('follows in the app that is written from', async () => {
    channel = 'zalo';
    await say(code);
    await say('4321');
    expect((await say('báo qua zalo')).text).toContain('Tôi sẽ báo bạn tại đây');
    expect(follows.map(({ address }) => address)).toEqual([null]);
  });

  it('forgets the wish when another dossier is spoken of', async () => {
    await say(`theo dõi hồ sơ ${code}`);
    await say(other);
    await say('4321');
    expect(follows).toEqual([]);
  });

  it('keeps an address only sealed while it waits for the factor', async () => {
    await say(code);
    await say('báo qua email hoa.bi.mat@vidu.vn');
    expect(JSON.stringify(memory)).not.toMatch(/hoa\.bi\.mat|vidu/);
    const reply = await say('4321');
    expect(follows[0]?.address).toEqual({ by: 'email', sealed: 'sealed 18', shown: 'a•••@v•••.vn' });
    expect(reply.text).toContain('qua a•••@v•••.vn');
    expect(reply.text).not.toContain('hoa.bi.mat');
  });

  it('asks for the address where only the way is named, and says which way is not offered', async () => {
    await say(code);
    expect((await say('báo qua email')).text).toContain('ten@vidu.vn');
    ways = [];
    expect((await say('báo qua SMS 0912345678')).text).toContain('chưa gửi được thông báo qua tin nhắn SMS');
    expect(follows).toEqual([]);
  });

  it('takes the address that it asked for, whatever stands around it', async () => {
    await say(code);
    await say('4321');
    await say('báo qua email');
    expect((await say('của em là hoa@vidu.vn ạ')).text).toContain('Tôi sẽ báo bạn qua a•••@v•••.vn');
    await say('theo dõi qua tin nhắn');
    expect((await say('0912 345 678')).text).toContain('Tôi sẽ báo bạn qua');
    expect(follows.map(({ known, address }) => [known.code, address?.by])).toEqual([
      [code, 'email'],
      [code, 'sms'],
    ]);
  });

  it('takes no address for another dossier than the one that was named with it', async () => {
    await say(code);
    await say('4321');
    await say(`báo qua email hồ sơ ${other}`);
    await say('hoa@vidu.vn');
    expect(follows).toEqual([]);
  });

  it('still takes the second factor while an address is asked for', async () => {
    await say(code);
    await say('báo qua email');
    await say('4321');
    expect(memory.dossier?.provenUntil).not.toBeNull();
  });

  it('says so where there is nothing to wait for, nothing to be told of, or no room', async () => {
    const texts: string[] = [];
    for (const each of ['already', 'full', 'nowhere'] as const) {
      outcome = each;
      memory = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };
      texts.push((await say('báo tôi khi có kết quả')).text);
    }
    expect(texts.map((text) => /đang theo dõi|nhiều nhất|trang chat/.exec(text)?.[0])).toEqual([
      'đang theo dõi',
      'nhiều nhất',
      'trang chat',
    ]);
    follows = [];
    dossiers = [{ ...dossier, status: 10 }];
    expect((await say('báo tôi khi có kết quả')).text).toContain('không còn gì để báo');
    dossiers = [];
    expect((await say('báo tôi khi có kết quả')).text).toContain('chưa thấy hồ sơ');
    expect(follows).toEqual([]);
  });

  it('ends everything in one word, or the dossier that is named', async () => {
    expect((await say('hủy theo dõi')).text).toBe('Bạn không theo dõi hồ sơ nào.');
    memory = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };
    await say('báo tôi khi có kết quả');
    expect((await say('thôi báo')).text).toContain(`Đã thôi theo dõi **${code}**`);
    await say(`hủy theo dõi ${other}`);
    await say('hủy theo dõi hồ sơ này');
    await say('unsubscribe');
    expect(ended).toEqual([null, null, other, code, null]);
  });

  it.each(['hủy', 'huy', 'thôi', 'thoi nhe', 'dừng', 'dung', 'stop'])(
    'ends the one that is followed when only "%s" is said',
    async (text) => {
      await say(text);
      expect(ended).toEqual([]);
      memory = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };
      await say('báo tôi khi có kết quả');
      expect((await say(text)).text).toMatch(/^(Đã thôi theo dõi|No longer following) \*\*H40/);
      expect(ended).toEqual([code]);
    },
  );

  it('asks which one where a stop word is said and several are followed, and takes it for no end while something is awaited', async () => {
    memory = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };
    await say('báo tôi khi có kết quả');
    memory = { ...memory, awaiting: 'dossier-code' };
    await say('thôi');
    follows.push({ known: { code: other, source: 'register', status: 4, statusText: '' }, address: null });
    memory = { ...memory, awaiting: null, offered: [] };
    const asked = await say('dừng');
    expect(asked.text).toContain('thôi theo dõi hồ sơ nào');
    expect(ended).toEqual([]);
    await say('2');
    expect(ended).toEqual([other]);
  });

  it('speaks of quiet hours only where something rings', async () => {
    const proven = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };
    memory = proven;
    expect((await say('báo tôi khi có kết quả')).text).not.toContain('21:00');
    memory = proven;
    expect((await say('báo qua email hoa@vidu.vn')).text).toContain('không báo từ 21:00 đến 07:00');
  });

  it('ends it also while a petition is being taken, but takes no answer to its last question for that', () => {
    const draft = { asking: 'place', text: 'Đường hỏng', place: '', happened: '', contact: null, files: false, correcting: false } as const;
    expect(asksElsewhere('hủy theo dõi', draft)).toBe(true);
    expect(asksElsewhere('không cần báo', { ...draft, asking: 'contact' })).toBe(false);
  });

  it('lists what is followed, each with a button that ends it', async () => {
    expect((await say('tôi đang theo dõi hồ sơ nào')).text).toBe('Bạn không theo dõi hồ sơ nào.');
    memory = { ...emptyMemory, dossier: { code, provenUntil: '2999-01-01T00:00:00.000Z' } };
    await say('báo tôi khi có kết quả');
    await say('báo qua email hoa@vidu.vn');
    const { text, choices } = await say('tôi đang theo dõi hồ sơ nào');
    expect(text).toBe(`Bạn đang theo dõi:\n- **${code}** (tại đây)\n- **${code}** (qua a•••@v•••.vn)`);
    expect(choices[0]?.say).toBe(`Hủy theo dõi ${code}`);
  });
});
