import { expect, test } from 'vitest';
import { type CallLeaderOptions, createCallLeader, type Stretch } from '../../../bot/call/lead.ts';
import type { Next } from '../../../bot/call/line.ts';
import { standardPolicy } from '../../../bot/call/policy.ts';
import type { CallSummary } from '../../../bot/call/record.ts';
import { plainReply } from '../../../bot/reply.ts';
import type { Message } from '../../../bot/types.ts';
import { handClock } from '../../fakes/hand-clock.ts';
import { fakeLine } from '../../fakes/line.ts';

const start = { call: 'c-1', from: '0912345678', to: '19001234', turn: 1 };

/** A leader with a call on a line of a test. What its ports are told is kept. */
function world(change: Partial<CallLeaderOptions> = {}, stretch: Partial<Stretch> = {}) {
  const clock = handClock();
  const line = fakeLine(clock);
  const received: Message[] = [];
  const kept: { next: Next; whisper: string | null | undefined }[] = [];
  const ended: CallSummary[] = [];
  const failures: string[] = [];
  const leader = createCallLeader({
    calls: {
      begin: async () => ({ person: 'token-of-the-call', network: 'token-of-the-number', caller: 'known' }),
      keepNext: async (_call, next, whisper) => void kept.push({ next, whisper }),
      ended: async (_call, summary) => void ended.push(summary),
    },
    receive: async (message) => {
      received.push(message);
      return { kind: 'accepted', conversation: 'x' };
    },
    policy: standardPolicy,
    person: 'canbo',
    office: () => ({ open: true }),
    hints: [],
    region: 'north',
    meter: { count: () => {} },
    clock,
    failed: (what) => void failures.push(what),
    ...change,
  });
  const led = leader.lead({ system: 'asterisk', start, line, clock, firstAudioMs: () => 40, recorder: null, ...stretch });
  line.listener = led.heard;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 100) {
      clock.pass(Math.min(100, left));
      await settled();
    }
  };
  return { leader, line, received, kept, ended, failures, settled, pass };
}

test('what is said becomes a message of this call, under its token, with how it came', async () => {
  const { line, received, pass } = world();
  await pass(30_000);
  line.speak('làm lại căn cước');
  await pass(100);
  line.press('1');
  await pass(100);
  expect(received[0]).toEqual({
    channel: 'phone',
    id: 'c-1:1:1',
    person: 'token-of-the-call',
    network: 'token-of-the-number',
    text: 'làm lại căn cước',
    by: 'speech',
  });
  expect(JSON.stringify(received)).not.toContain('0912345678');
});

test('an answer is said in the call of its person, and nowhere else', async () => {
  const { leader, line, pass } = world();
  await pass(30_000);
  line.speak('lệ phí bao nhiêu');
  await pass(100);
  line.news();
  const reply = plainReply('answered', 'Không mất lệ phí.');
  expect(leader.answer('somebody-else', reply)).toBe(false);
  expect(leader.answer('token-of-the-call', reply)).toBe(true);
  await pass(100);
  expect(line.news().join(' ')).toContain('Không mất lệ phí');
});

test('a call that is put through keeps where to and what it is about, then is let go', async () => {
  const { leader, line, kept, ended, pass } = world();
  await pass(30_000);
  line.speak('làm lại căn cước');
  await pass(100);
  const source = { code: '1.000001', title: 'Cấp lại thẻ căn cước', section: 'fee' as const, url: 'https://x', date: '2026-07-18' };
  leader.answer('token-of-the-call', { ...plainReply('answered', 'Bảy mươi nghìn đồng.'), aspect: 'fee', sources: [source] });
  await pass(8_000);
  line.press('0');
  await pass(10_000);
  expect(kept).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, whisper: expect.stringContaining('cấp lại thẻ căn cước') }]);
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'transfer', transferred: 'asked', contained: false, turns: 1, firstAudioMs: 40 }]);
  expect(leader.size()).toBe(0);
});

test('who hangs up is gone once, and an answer that comes later finds nobody', async () => {
  const { leader, line, ended, pass } = world();
  await pass(3_000);
  line.close();
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'caller-hung-up', seconds: 3 }]);
  expect(leader.answer('token-of-the-call', plainReply('answered', 'x'))).toBe(false);
});

test('who hangs up before the call is known is ended once it is known', async () => {
  const known = Promise.withResolvers<{ person: string; network: null; caller: 'known' }>();
  const ended: CallSummary[] = [];
  const calls = {
    begin: () => known.promise,
    keepNext: async () => {},
    ended: async (_: string, one: CallSummary) => void ended.push(one),
  };
  const { leader, line, pass } = world({ calls });
  await pass(100);
  line.close();
  known.resolve({ person: 'token', network: null, caller: 'known' });
  await pass(100);
  expect(ended).toHaveLength(1);
  expect(leader.size()).toBe(0);
});

test('a database that is away costs an apology, and whoever leads the call puts it through', async () => {
  const away = { begin: async () => Promise.reject(new Error('away')), keepNext: async () => {}, ended: async () => {} };
  const { line, failures, pass } = world({ calls: away });
  await pass(100);
  expect(failures).toEqual(['call not begun']);
  expect(line.given.map(({ text }) => text)).toEqual(['Xin lỗi quý vị, hệ thống đang gặp sự cố.']);
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('a database that hangs costs no more than two seconds', async () => {
  const hanging = { begin: () => new Promise<never>(() => {}), keepNext: async () => {}, ended: async () => {} };
  const { line, pass } = world({ calls: hanging });
  await pass(1_900);
  expect(line.ended).toBeNull();
  await pass(200);
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('where calls are recorded the caller is asked first, and what was answered is told to the recorder', async () => {
  const seen: string[] = [];
  const recorder = {
    start: () => void seen.push('start'),
    told: ({ expects }: { expects?: string }) => void seen.push(`told ${expects ?? 'anything'}`),
    stop: async () => void seen.push('stop'),
  };
  const { leader, line, pass } = world({}, { recorder });
  await pass(100);
  expect(line.given[0]?.text).toContain('ghi âm');
  line.press('1');
  await pass(100);
  leader.answer('token-of-the-call', { ...plainReply('asked', 'Mời quý vị nhập mã PIN.'), expects: 'secret' });
  line.close();
  await pass(100);
  expect(seen).toEqual(['start', 'told secret', 'stop']);
});
