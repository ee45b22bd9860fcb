import { expect, test } from 'vitest';
import { type CallLeaderOptions, createCallLeader, type Stretch } from '../../../bot/call/lead.ts';
import type { Next } from '../../../bot/call/line.ts';
import { standardPolicy } from '../../../bot/call/policy.ts';
import type { CallSummary } from '../../../bot/call/record.ts';
import { plainReply } from '../../../bot/reply.ts';
import type { Message, Reply } from '../../../bot/types.ts';
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
      ended: async (_call, _turn, summary) => void ended.push(summary),
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
    notice: null,
    meter: { count: () => {} },
    clock,
    failed: (what) => void failures.push(what),
    ...change,
  });
  const led = leader.lead({ system: 'asterisk', start, line, clock, firstAudioMs: () => 40, recorder: null, ...stretch });
  line.listener = led.heard;
  let answers = 0;
  /** Each answer is another one. */
  const answer = (person: string, reply: Reply, id?: number) => {
    answers += 1;
    return leader.answer({ person, reply, id: id ?? answers });
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 100) {
      clock.pass(Math.min(100, left));
      await settled();
    }
  };
  return { leader, led, answer, line, received, kept, ended, failures, settled, pass };
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
    language: 'vi',
  });
  expect(JSON.stringify(received)).not.toContain('0912345678');
});

test('an answer is said in the call of its person, and nowhere else', async () => {
  const { answer, line, pass } = world();
  await pass(30_000);
  line.speak('lệ phí bao nhiêu');
  await pass(100);
  line.news();
  const reply = plainReply('answered', 'Không mất lệ phí.');
  expect(answer('somebody-else', reply)).toBe(false);
  expect(answer('token-of-the-call', reply)).toBe(true);
  await pass(100);
  expect(line.news().join(' ')).toContain('Không mất lệ phí');
});

test('a call that is put through keeps where to and what it is about, then is let go', async () => {
  const { leader, answer, line, kept, ended, pass } = world();
  await pass(30_000);
  line.speak('làm lại căn cước');
  await pass(100);
  const source = { code: '1.000001', title: 'Cấp lại thẻ căn cước', section: 'fee' as const, url: 'https://x', date: '2026-07-18' };
  answer('token-of-the-call', { ...plainReply('answered', 'Bảy mươi nghìn đồng.'), aspect: 'fee', sources: [source] });
  await pass(8_000);
  line.press('0');
  await pass(10_000);
  expect(kept).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, whisper: expect.stringContaining('cấp lại thẻ căn cước') }]);
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'transfer', transferred: 'asked', contained: false, turns: 1, firstAudioMs: 40 }]);
  expect(leader.people()).toEqual([]);
});

test('who hangs up is gone once, and an answer that comes later finds nobody', async () => {
  const { answer, line, ended, pass } = world();
  await pass(3_000);
  line.close();
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'caller-hung-up', seconds: 3 }]);
  expect(answer('token-of-the-call', plainReply('answered', 'x'))).toBe(false);
});

test('who hangs up before the call is known is ended once it is known', async () => {
  const known = Promise.withResolvers<{ person: string; network: null; caller: 'known' }>();
  const ended: CallSummary[] = [];
  const calls = {
    begin: () => known.promise,
    keepNext: async () => {},
    ended: async (_: string, _turn: number, one: CallSummary) => void ended.push(one),
  };
  const { leader, line, pass } = world({ calls });
  await pass(100);
  line.close();
  known.resolve({ person: 'token', network: null, caller: 'known' });
  await pass(100);
  expect(ended).toHaveLength(1);
  expect(leader.people()).toEqual([]);
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
  const { answer, line, pass } = world({}, { recorder });
  await pass(100);
  expect(line.given[0]?.text).toContain('ghi âm');
  line.press('1');
  await pass(100);
  answer('token-of-the-call', { ...plainReply('asked', 'Mời quý vị nhập mã PIN.'), expects: 'secret' });
  line.close();
  await pass(100);
  expect(seen).toEqual(['start', 'told secret', 'stop']);
});

test('a call that something of ours breaks is put through, and told of; it breaks nothing else', async () => {
  const office = () => {
    throw new Error('no calendar');
  };
  const { line, failures, ended, pass } = world({ office });
  await pass(3_000);
  line.press('0');
  await pass(20_000);
  expect(failures).toEqual(['call broken']);
  expect(line.said.at(-1)).toContain('Xin lỗi quý vị');
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'assistant-failed', transferred: 'asked', contained: false }]);
});

test('an answer that cannot be put in words is no reason to wait in vain', async () => {
  const { answer, line, failures, pass } = world();
  await pass(30_000);
  line.speak('lệ phí bao nhiêu');
  await pass(100);
  const broken = { ...plainReply('answered', ''), choices: null } as unknown as Reply; // what no type lets through
  expect(answer('token-of-the-call', broken)).toBe(true);
  await pass(10_000);
  expect(failures).toEqual(['answer not spoken']);
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('an answer that is delivered again is no answer to what was asked since', async () => {
  const { answer, led, line, pass } = world();
  await pass(30_000);
  line.speak('lệ phí bao nhiêu');
  await pass(100);
  answer('token-of-the-call', plainReply('answered', 'Không mất lệ phí.'), 7);
  await pass(20_000);
  line.speak('nộp ở đâu');
  await pass(100);
  line.news();
  expect(answer('token-of-the-call', plainReply('answered', 'Không mất lệ phí.'), 7)).toBe(true);
  await pass(1_000);
  expect(line.news()).toEqual([]);
  expect(led.waits()).toBe(true);
});

test('a stretch that is told late to be over leaves the one that follows it', async () => {
  const { leader, answer, line, pass } = world();
  await pass(3_000);
  const clock = handClock();
  const next = fakeLine(clock);
  next.listener = leader.lead({
    system: 'asterisk',
    start: { ...start, turn: 2 },
    line: next,
    clock,
    firstAudioMs: () => null,
    recorder: null,
  }).heard;
  await pass(100);
  line.close();
  await pass(100);
  expect(leader.people()).toEqual(['token-of-the-call']);
  expect(answer('token-of-the-call', plainReply('answered', 'Không mất lệ phí.'))).toBe(true);
});

test('a call that comes back goes on in the language it was in', async () => {
  const calls = {
    begin: async () => ({ person: 'token', network: null, caller: 'known' as const, language: 'en' as const }),
    keepNext: async () => {},
    ended: async () => {},
  };
  const { line, pass } = world({ calls }, { start: { ...start, turn: 2 } });
  await pass(100);
  expect(line.given[0]).toMatchObject({ text: expect.stringMatching(/^[ -~]+$/), manner: { language: 'en' } });
});

test('a call that becomes known after it was given up is ended when it is over', async () => {
  const known = Promise.withResolvers<{ person: string; network: null; caller: 'known' }>();
  const ended: CallSummary[] = [];
  const calls = {
    begin: () => known.promise,
    keepNext: async () => {},
    ended: async (_: string, _turn: number, one: CallSummary) => void ended.push(one),
  };
  const { leader, line, pass } = world({ calls });
  await pass(5_000);
  known.resolve({ person: 'token', network: null, caller: 'known' });
  await pass(100);
  expect(ended).toEqual([]);
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'assistant-failed', transferred: 'asked' }]);
  expect(leader.people()).toEqual([]);
});

test('where nothing can be spoken the caller is put through, not left in silence', async () => {
  const { led, line, ended, pass } = world();
  await pass(100);
  for (let piece = 1; piece <= 2; piece += 1) {
    led.lost();
    line.listener({ kind: 'said', piece });
  }
  await pass(10_000);
  expect(line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  line.close();
  await pass(100);
  expect(ended).toMatchObject([{ reason: 'voice-down' }]);
});

test('a piece that was lost here and there ends nothing', async () => {
  const { led, line, pass } = world();
  await pass(100);
  led.lost();
  for (const piece of [1, 2]) line.listener({ kind: 'said', piece });
  led.lost();
  await pass(1_000);
  expect(line.ended).toBeNull();
});

test('the recogniser is told what is spoken of and what was offered, and nothing of a dossier', async () => {
  const { answer, line, pass } = world({ hints: ['khai sinh'] });
  await pass(30_000);
  expect(line.listening?.hints).toEqual(['khai sinh']);
  const source = { code: '1.000001', title: 'Cấp lại thẻ căn cước', section: 'fee' as const, url: 'https://x', date: '2026-07-18' };
  const choices = [
    { label: 'Nơi nộp', say: 'nộp ở đâu' },
    { label: 'Ngày 24/11', say: 'ngày 24' },
  ];
  answer('token-of-the-call', { ...plainReply('answered', 'Bảy mươi nghìn đồng.', choices), sources: [source] });
  await pass(100);
  expect(line.listening?.hints).toEqual(['Cấp lại thẻ căn cước', 'Nơi nộp', 'khai sinh']);
  answer('token-of-the-call', { ...plainReply('status', 'Đang xử lý.', choices), dossier: 'H40.23.08-250715-0012' });
  await pass(30_000);
  expect(line.listening?.hints).toEqual(['khai sinh']);
});
