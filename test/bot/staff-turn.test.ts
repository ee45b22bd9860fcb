import { beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../bot/errors.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Heard } from '../../bot/ports.ts';
import { plainReply } from '../../bot/reply.ts';
import { withStaff } from '../../bot/staff-turn.ts';

let held: boolean;
let ended: string[];
let hear: () => Heard;
const holds = {
  wrote: async () => {},
  isHeld: async () => held,
  end: async (channel: string, person: string) => {
    ended.push(`${channel} ${person}`);
  },
};
const dialog = withStaff(
  async (_, memory) => ({ replies: [plainReply('answered', 'the assistant')], memory, notes: [], candidates: [] }),
  holds,
  {
    attachments: { takes: () => true, fetch: async () => Buffer.from('note') },
    ears: { hear: async () => hear() },
  },
);
const speak = () =>
  dialog({ channel: 'zalo', id: '1', person: 'p', text: '', voice: { ref: 'r' } }, emptyMemory, AbortSignal.timeout(1_000));
const say = async (text: string, memory = emptyMemory) =>
  dialog({ channel: 'zalo', id: '1', person: 'p', text }, memory, AbortSignal.timeout(1_000));

beforeEach(() => {
  held = true;
  ended = [];
});

describe('while staff talk to a citizen', () => {
  it.each([
    'lệ phí bao nhiêu',
    'dạ vâng ạ',
    '2',
    '',
    'trợ lý hôm qua nói với tôi là phải nộp bản chính',
    'anh là bot hay là người thật vậy',
  ])('nothing is said to %j, and nothing forgotten', async (text) => {
    const memory = { ...emptyMemory, matter: 'khai sinh' };
    expect(await say(text, memory)).toEqual({ replies: [], memory, notes: [], candidates: [] });
    expect(ended).toEqual([]);
  });

  it.each([
    'trợ lý',
    'Trợ lý ơi',
    'tro ly',
    'gặp trợ lý',
    'cho tôi hỏi trợ lý ảo',
    'tôi muốn gặp lại trợ lý tự động',
    'bot',
    'quay lại trợ lý',
    'back to the assistant',
  ])('"%s" brings the assistant back', async (text) => {
    const { replies } = await say(text);
    expect(replies[0]?.text).toContain('Trợ lý tự động nghe bạn đây');
    expect(replies[0]?.choices).not.toEqual([]);
    expect(ended).toEqual(['zalo p']);
  });

  it('who is in danger is told whom to call when they say so in a voice note', async () => {
    hear = () => ({ kind: 'heard', text: 'Cứu tôi với!', sure: false });
    expect(await speak()).toMatchObject({ replies: [{ kind: 'emergency' }], heard: { text: 'Cứu tôi với!' } });
    expect(ended).toEqual([]);
  });

  it('a voice note brings the assistant back', async () => {
    hear = () => ({ kind: 'heard', text: 'Trợ lý ơi.', sure: true });
    expect((await speak()).replies[0]?.text).toContain('Trợ lý tự động nghe bạn đây');
    expect(ended).toEqual(['zalo p']);
  });

  it.each<[string, () => Heard]>([
    ['says something else', () => ({ kind: 'heard', text: 'Lệ phí bao nhiêu?', sure: true })],
    ['has no words', () => ({ kind: 'none' })],
    [
      'cannot be heard now',
      () => {
        throw new Unavailable('speech');
      },
    ],
  ])('nothing is said to a voice note that %s', async (_, heard) => {
    hear = heard;
    expect((await speak()).replies).toEqual([]);
    expect(ended).toEqual([]);
  });

  it('who is in danger is told whom to call, all the same', async () => {
    const { replies } = await say('cứu tôi với');
    expect(replies).toMatchObject([{ kind: 'emergency' }]);
    expect(ended).toEqual([]);
  });
});

it('the assistant answers where staff do not', async () => {
  held = false;
  expect((await say('trợ lý')).replies).toMatchObject([{ text: 'the assistant' }]);
});
