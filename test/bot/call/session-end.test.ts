import { expect, test } from 'vitest';
import { standardPolicy } from '../../../bot/call/policy.ts';
import { createTally } from '../../../bot/call/tally.ts';
import { greetedCall, spoken, type TestCall, testCall } from '../../fakes/call.ts';

test('before the ten minutes are over it is said, and then the call ends with a goodbye', async () => {
  const call = await greetedCall();
  while (call.clock.now() < standardPolicy.callMs - standardPolicy.warnMs) {
    call.line.press('*');
    await call.pass(1_000);
  }
  await call.quiet();
  expect(call.line.said).toContain('Cuộc gọi sắp hết giờ. Cần gặp cán bộ, quý vị bấm không.');
  expect(call.line.ended).toBeNull();
  await call.pass(standardPolicy.callMs - call.clock.now());
  expect(call.line.given.at(-1)?.text).toContain('đã hết giờ');
  expect(call.left).toEqual([{ next: { kind: 'hangup' }, why: 'time-cap', transfer: null }]);
});

type Stage = [string, (call: TestCall) => void];
const stages: Stage[] = [
  ['listening', () => {}],
  ['speaking', (call) => call.line.voice()],
  [
    'understanding',
    (call) => {
      call.line.voice();
      call.line.quiet();
    },
  ],
  ['thinking', (call) => call.line.speak('khai sinh')],
  ['a read-back', (call) => call.line.speak('khai sinh', false)],
  [
    'an answer',
    (call) => {
      call.line.speak('khai sinh');
      call.session.answered(spoken({ pages: ['Miễn phí.'] }));
    },
  ],
  [
    'an interruption',
    (call) => {
      call.line.press('*');
      call.line.voice();
    },
  ],
  [
    'digits',
    (call) => {
      call.line.press('1');
      call.session.answered(spoken({ pages: ['Mã?'], expects: 'dossier-code' }));
      call.line.press('2', '2');
    },
  ],
  ['putting through', (call) => call.line.press('0')],
];

test.each(stages)('who hangs up during %s leaves nothing behind', async (_, lead) => {
  const call = await greetedCall({ leaving: () => new Promise<void>(() => {}) });
  lead(call);
  const said = call.line.given.length;
  call.line.close();
  await call.pass(standardPolicy.callMs * 2);
  call.session.answered(spoken({ pages: ['Quá muộn.'] }));
  call.session.failed('assistant-failed');
  call.line.press('0');
  call.line.speak('alo');
  expect(call.line.given).toHaveLength(said);
  expect(call.line.ended).toBeNull();
  expect(call.count('ended')).toBe(1);
});

test('who hangs up during the greeting leaves nothing behind', async () => {
  const call = testCall();
  call.session.start();
  call.line.close();
  await call.pass(standardPolicy.callMs * 2);
  expect(call.line.ended).toBeNull();
  expect(call.events).toEqual([{ kind: 'ended', why: 'caller-hung-up' }]);
});

test('who hangs up is told of as that', async () => {
  const call = await greetedCall();
  call.line.close();
  expect(call.events.at(-1)).toEqual({ kind: 'ended', why: 'caller-hung-up' });
});

test('nothing is taken any more once the call is on its way to a person', async () => {
  const call = await greetedCall();
  call.line.press('0');
  call.line.press('1', '*');
  call.line.speak('khai sinh');
  call.session.answered(spoken({ pages: ['Muộn.'] }));
  await call.pass(60_000);
  expect(call.asked).toEqual([]);
  expect(call.line.said).not.toContain('Muộn.');
  expect(call.left).toHaveLength(1);
});

test('a line that never tells that it has said something does not keep the call silent', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  call.line.listener = () => {};
  call.session.answered(spoken({ pages: ['Miễn phí.'] }));
  await call.pass(60_000);
  expect(call.count('no-input')).toBeGreaterThan(0);
});

test('what is kept of a call is counted from what happened in it', async () => {
  const tally = createTally();
  const call = await greetedCall({ tell: tally.tell });
  call.line.speak('khai sinh');
  call.session.answered(spoken({ pages: ['Đăng ký khai sinh miễn phí.'], menu: [{ key: '1', label: 'nghe nơi nộp', say: 'nơi nộp' }] }));
  await call.pass(100);
  call.line.press('1');
  await call.answered({ pages: ['Ở xã.'] });
  await call.pass(standardPolicy.noInputMs);
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'none' });
  call.line.close();
  expect(tally.summary({ firstAudioMs: 80, seconds: 31 })).toEqual({
    reason: 'caller-hung-up',
    turns: 2,
    bargeIns: 1,
    noInputs: 1,
    noMatches: 0,
    keys: 1,
    fillers: 0,
    transferred: 'no',
    contained: true,
    firstAudioMs: 80,
    seconds: 31,
  });
});

test('a call that is put through is not contained, nor is one in which nothing was answered', async () => {
  const put = createTally();
  const call = await greetedCall({ tell: put.tell });
  call.line.press('0');
  expect(put.summary({ firstAudioMs: null, seconds: 1 })).toMatchObject({ transferred: 'asked', contained: false, reason: 'transfer' });
  const none = createTally();
  const other = await greetedCall({ tell: none.tell });
  other.line.close();
  expect(none.summary({ firstAudioMs: null, seconds: 1 })).toMatchObject({ transferred: 'no', contained: false });
});

test('nor is one in which nothing was found, or a person was wanted and none can be had', async () => {
  const lost = createTally();
  const call = await greetedCall({ tell: lost.tell });
  call.line.speak('một việc lạ');
  await call.answered({ pages: ['Tôi chưa có thông tin.'], kind: 'not-found' });
  call.line.close();
  expect(lost.summary({ firstAudioMs: null, seconds: 1 })).toMatchObject({ reason: 'caller-hung-up', contained: false });
  const closed = createTally();
  const other = await greetedCall({ tell: closed.tell, office: () => ({ open: false, hours: 'Mai' }) });
  other.line.speak('khai sinh');
  await other.answered({ pages: ['Miễn phí.'] });
  other.line.press('0');
  await other.quiet();
  other.line.close();
  expect(closed.summary({ firstAudioMs: null, seconds: 1 })).toMatchObject({ transferred: 'no', contained: false });
});

test('who takes leave is thanked, and the call ends', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  await call.answered({ pages: ['Miễn phí.'], menu: [{ key: '1', label: 'nghe nơi nộp', say: 'nộp ở đâu' }] });
  call.line.news();
  call.line.speak('thế thôi cảm ơn');
  await call.quiet();
  expect(call.line.news()).toEqual(['Cảm ơn quý vị đã gọi. Xin chào.']);
  expect(call.left).toEqual([{ next: { kind: 'hangup' }, why: 'goodbye', transfer: null }]);
});

test('who is in danger is not asked for anything more', async () => {
  const call = await greetedCall();
  call.line.speak('cháy nhà rồi');
  call.line.news();
  await call.answered({ pages: ['Quý vị gác máy và gọi ngay một một bốn.'], kind: 'emergency' });
  expect(call.line.news()).toEqual(['Quý vị gác máy và gọi ngay một một bốn.']);
  await call.pass(standardPolicy.noInputMs);
  expect(call.line.news()).toContain('Quý vị gác máy và gọi ngay một một bốn.');
});
