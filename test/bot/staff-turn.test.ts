import { beforeEach, describe, expect, it } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import { plainReply } from '../../bot/reply.ts';
import { withStaff } from '../../bot/staff-turn.ts';

let held: boolean;
let ended: string[];
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
);
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
