import { beforeEach, describe, expect, it } from 'vitest';
import type { Dialog } from '../../bot/dialog.ts';
import { Unavailable } from '../../bot/errors.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Attachments, Heard } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import type { Choice, Memory, Message, Reply, TurnResult } from '../../bot/types.ts';
import { type VoicePorts, withVoice } from '../../bot/voice.ts';
import { voiceWording } from '../../bot/voice-wording.ts';
import { only } from '../fakes/ports.ts';

const seal = {
  seal: (text: string) => `sealed ${[...text].reverse().join('')}`,
  open: (sealed: string) => [...sealed.slice(7)].reverse().join(''),
};
const offered: Choice[] = [{ label: 'Lệ phí', say: 'lệ phí' }];
const counted: string[] = [];
const taken: Message[] = [];
let answer: (message: Message, memory: Memory) => Partial<TurnResult> & { reply?: Reply };
let heard: Heard | Error;
let hints: { language: string; words: string[] }[] = [];
let day: string;
let note: Uint8Array | null;

const inner: Dialog = async (message, memory) => {
  taken.push(message);
  const { reply = plainReply('answered', `Bạn nói: ${message.text}.`), ...more } = answer(message, memory);
  return { replies: [reply], memory: { ...memory, offered: reply.choices }, notes: [], candidates: [], ...more };
};
const ports = (change: Partial<VoicePorts> = {}): VoicePorts => ({
  attachments: { takes: (channel) => channel === 'telegram', fetch: async () => note } satisfies Attachments,
  ears: {
    hear: async (_, given) => {
      hints.push(given);
      if (heard instanceof Error) throw heard;
      return heard;
    },
  },
  speaks: true,
  seal,
  meter: { count: (_, labels = {}) => counted.push(labels.result ?? '') },
  now: () => new Date(`${day}T03:00:00Z`),
  ...change,
});
const turn = (message: Partial<Message>, memory: Partial<Memory> = {}, change: Partial<VoicePorts> = {}) =>
  withVoice(inner, ports(change))(
    { channel: 'telegram', id: 'm', person: 'p', text: '', ...message },
    { ...emptyMemory, offered, ...memory },
    AbortSignal.timeout(5_000),
  );
const voice = { ref: 'f' };
const text = ({ replies: [reply] }: TurnResult) => reply?.text ?? '';

beforeEach(() => {
  answer = () => ({});
  heard = { kind: 'heard', text: 'Làm lại căn cước.', sure: true };
  hints = [];
  day = '2026-11-22';
  note = new Uint8Array(9);
  for (const list of [taken, counted]) list.length = 0;
});

describe('a voice note', () => {
  it('is taken as if it had been typed, and answered by voice, too', async () => {
    const result = await turn({ voice });
    expect(taken).toEqual([{ channel: 'telegram', id: 'm', person: 'p', text: 'Làm lại căn cước' }]);
    expect(result).toMatchObject({
      replies: [{ text: 'Bạn nói: Làm lại căn cước.', say: 'Bạn nói: Làm lại căn cước.' }],
      heard: { text: 'Làm lại căn cước', shown: 'Làm lại căn cước', personal: false },
    });
    expect(counted).toEqual(['heard']);
  });

  it('is heard with what is likely to be said, but nothing of a filing', async () => {
    const focus = { id: '1', code: '1.001', name: 'Cấp lại thẻ căn cước' };
    await turn({ voice }, { focus });
    expect(hints[0]?.words.slice(0, 2)).toEqual(['Cấp lại thẻ căn cước', 'Lệ phí']);
    await turn({ voice }, { focus, filing: { case: 'c', open: true } });
    expect(hints[1]?.words).not.toContain('Lệ phí');
    await turn({ voice }, { language: 'en' });
    expect(hints.map(({ language }) => language)).toEqual(['vi', 'vi', 'en']);
  });

  it('leaves what is typed alone, and a note whose words are written beside it', async () => {
    expect((await turn({ text: 'lệ phí' })).replies[0]?.say).toBeUndefined();
    const beside = await turn({ text: 'lệ phí', voice });
    expect(beside.heard).toBeUndefined();
    expect(hints).toEqual([]);
  });

  it('is kept by the rules for what is typed', async () => {
    heard = { kind: 'heard', text: 'số của tôi 0912345678', sure: true };
    expect((await turn({ voice })).heard).toMatchObject({ shown: 'số của tôi •••••••678', personal: false });
    heard = { kind: 'heard', text: 'bốn tám hai sáu', sure: true };
    expect((await turn({ voice }, { awaiting: 'factor' })).heard?.shown).toBe('••••');
    expect((await turn({ voice }, { filing: { case: 'c', open: true } })).heard).toMatchObject({ personal: true });
    answer = () => ({ personal: true });
    expect((await turn({ voice })).heard).toMatchObject({ personal: true });
  });

  it('is not answered by voice where the answer is personal', async () => {
    answer = () => ({ personal: true });
    expect((await turn({ voice })).replies[0]?.say).toBeUndefined();
    answer = () => ({ reply: { ...plainReply('status', 'Hồ sơ đang xử lý.'), dossier: 'H40' } });
    expect((await turn({ voice })).replies[0]?.say).toBeUndefined();
    answer = () => ({ reply: plainReply('answered', 'Số của bạn là 0912345678.') });
    expect((await turn({ voice })).replies[0]?.say).toBeUndefined();
    answer = () => ({});
    expect((await turn({ voice }, {}, { speaks: false })).replies[0]?.say).toBeUndefined();
  });

  it('waits for another try where the service is away', async () => {
    heard = new Unavailable('speech');
    await expect(turn({ voice })).rejects.toThrow(Unavailable);
    await expect(
      turn(
        { voice },
        {},
        {
          attachments: { takes: () => true, fetch: async () => Promise.reject(new Unavailable('telegram')) },
        },
      ),
    ).rejects.toThrow(Unavailable);
  });

  it.each([
    ['there are no words in it', { kind: 'none' } as Heard, voiceWording.none.vi, 'none'],
    ['only silence was put into words', { kind: 'heard', text: '...', sure: true } as Heard, voiceWording.none.vi, 'none'],
    ['it is no sound', { kind: 'unfit', why: 'no-sound' } as Heard, voiceWording['no-sound'].vi, 'unfit'],
    ['it is too long', { kind: 'unfit', why: 'too-long' } as Heard, voiceWording['too-long'].vi, 'unfit'],
  ])('is told kindly where %s, and what waits goes on waiting', async (_, comes, said, count) => {
    heard = comes;
    const memory = { filing: { case: 'c', open: true }, open: { release: '3', state: {} }, awaiting: null };
    const result = await turn({ voice }, memory);
    expect(text(result)).toBe(said);
    expect(result.memory).toMatchObject({ ...memory, offered });
    expect(result.replies[0]?.choices).toEqual(offered);
    expect(taken).toEqual([]);
    expect(counted).toEqual([count]);
  });

  it('is not fetched where it is said to be too long, and not heard where it is too large or gone', async () => {
    const attachments = only<Attachments>('attachments', { takes: () => true });
    expect(text(await turn({ voice: { ref: 'f', seconds: 600 } }, {}, { attachments }))).toBe(voiceWording['too-long'].vi);
    note = new Uint8Array(5 * 1024 * 1024 + 1);
    expect(text(await turn({ voice }))).toBe(voiceWording['too-big'].vi);
    note = null;
    expect(text(await turn({ voice }))).toBe(voiceWording.gone.vi);
    expect(hints).toEqual([]);
  });
});

describe('what was perhaps misheard', () => {
  const unsure = (said: string): Heard => ({ kind: 'heard', text: said, sure: false });
  const asked = async (said = 'làm lại căn cước', memory: Partial<Memory> = {}) => {
    heard = unsure(said);
    const result = await turn({ voice }, memory);
    taken.length = 0;
    return result;
  };

  it('is shown and asked, sealed in the memory', async () => {
    const result = await asked();
    expect(text(result)).toBe('Tôi nghe: “làm lại căn cước”. Đúng không?');
    expect(result.replies[0]?.choices.map(({ label }) => label)).toEqual(['Đúng', 'Nói lại hoặc gõ lại']);
    expect(JSON.stringify(result.memory)).not.toContain('căn cước');
    expect(result).toMatchObject({ heard: { text: 'làm lại căn cước' } });
    expect(counted).toEqual(['unsure']);
  });

  it.each(['Đúng', 'đúng rồi', 'ừ', 'vâng ạ', '1', 'dung'])('is taken when it is confirmed: %s', async (said) => {
    const { memory } = await asked();
    const result = await turn({ text: said }, memory);
    expect(taken).toMatchObject([{ text: 'làm lại căn cước' }]);
    expect(result.memory.heard ?? null).toBeNull();
    expect(result.replies[0]?.say).toBe('Bạn nói: làm lại căn cước.');
  });

  it('is confirmed by voice, too', async () => {
    const { memory } = await asked();
    heard = { kind: 'heard', text: 'Đúng rồi.', sure: true };
    await turn({ voice }, memory);
    expect(taken).toMatchObject([{ text: 'làm lại căn cước' }]);
  });

  it.each(['Nói lại hoặc gõ lại', 'không', 'sai rồi', '2', 'để tôi nói lại'])('is dropped when it was wrong: %s', async (said) => {
    const { memory } = await asked();
    const result = await turn({ text: said }, memory);
    expect(text(result)).toBe(voiceWording.sayAgain.vi);
    expect(taken).toEqual([]);
    expect(result.memory).toMatchObject({ offered });
    expect(result.memory.heard ?? null).toBeNull();
  });

  it('gives way to whatever is typed instead, which finds the conversation as it was', async () => {
    const { memory } = await asked();
    let seen: Memory | null = null;
    answer = (_, given) => {
      seen = given;
      return {};
    };
    await turn({ text: 'làm lại hộ chiếu' }, memory);
    expect(taken).toMatchObject([{ text: 'làm lại hộ chiếu' }]);
    expect(seen).toMatchObject({ offered });
    expect(seen).not.toHaveProperty('heard');
  });

  it('is asked again in other words, and can then be typed', async () => {
    const { memory } = await asked();
    const again = await asked('làm lại căn nước', memory);
    expect(text(again)).toBe(voiceWording.isThisNow.vi.replace('TEXT', 'làm lại căn nước'));
    await turn({ text: 'đúng' }, again.memory);
    expect(taken).toMatchObject([{ text: 'làm lại căn nước' }]);
  });

  it('shows a code as it is written', async () => {
    const said = 'hồ sơ hát bốn mươi chấm hai ba chấm không tám gạch hai năm không bảy một năm gạch không không một hai';
    expect(text(await asked(said))).toContain('Mã hồ sơ: H40.23.08-250715-0012');
  });

  it('is personal where it holds a number, or in a filing', async () => {
    expect((await asked('làm lại căn cước')).personal).toBeUndefined();
    expect((await asked('số tôi là 0912345678')).personal).toBe(true);
    expect((await asked('Nguyễn Thị Mẫu', { filing: { case: 'c', open: true } })).personal).toBe(true);
  });

  it('is not said back while a secret is waited for', async () => {
    const result = await asked('bốn tám hai sáu một ba', { awaiting: 'factor' });
    expect(text(result)).toBe(voiceWording.typeSecret.vi);
    expect(JSON.stringify([result.replies, result.memory])).not.toContain('bốn tám');
    expect(result.heard?.shown).not.toContain('bốn tám');
    expect(result.memory.awaiting).toBe('factor');
  });

  it('is not asked first in danger', async () => {
    heard = unsure('cứu tôi với nhà tôi đang cháy');
    await turn({ voice });
    expect(taken).toMatchObject([{ text: 'cứu tôi với nhà tôi đang cháy' }]);
  });

  it('is asked anew where its seal can no longer be opened', async () => {
    const { memory } = await asked();
    expect(text(await turn({ text: 'đúng' }, memory, { seal: { ...seal, open: () => null } }))).toBe(voiceWording.sayAgain.vi);
  });
});

describe('where nobody hears', () => {
  it('is told in full once a day, then in short', async () => {
    const first = await turn({ voice }, {}, { ears: null });
    expect(text(first)).toBe(voiceWording.unheard.vi);
    const second = await turn({ voice }, first.memory, { ears: null });
    expect(text(second)).toBe(voiceWording.unheardShort.vi);
    day = '2026-11-23';
    expect(text(await turn({ voice }, second.memory, { ears: null }))).toBe(voiceWording.unheard.vi);
    expect(counted).toEqual(['unheard', 'unheard', 'unheard']);
    expect(first.memory.offered).toEqual(offered);
    expect(taken).toEqual([]);
  });

  it('is told on a channel that hands nothing over, too, and files beside the note are taken', async () => {
    expect(text(await turn({ voice, channel: 'other' }))).toBe(voiceWording.unheard.vi);
    const files = [{ ref: 'a', name: 'a.pdf', size: 1 }];
    await turn({ voice, files }, {}, { ears: null });
    expect(taken).toMatchObject([{ files }]);
  });
});
