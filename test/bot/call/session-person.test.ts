import { expect, test } from 'vitest';
import { greetedCall, spoken, testCall } from '../../fakes/call.ts';

const closed = () => ({ open: false as const, hours: 'Cán bộ nghe máy từ 7:30 đến 17:00' });

test.each(['gặp cán bộ', 'cho tôi nói chuyện với người', 'tôi muốn gặp nhân viên', 'let me talk to a person'])(
  '"%s" puts through to a person',
  async (word) => {
    const call = await greetedCall();
    call.line.speak(word);
    await call.pass(0);
    expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
    expect(call.left).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, why: 'transfer', transfer: 'asked' }]);
  },
);

test('over an answer, too', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  call.session.answered(spoken({ pages: ['Giấy tờ gồm tờ khai và giấy chứng sinh.'] }));
  await call.pass(200);
  call.line.speak('gặp cán bộ');
  await call.pass(0);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('who tells of having met an officer is not put through for it', async () => {
  const call = await greetedCall();
  call.line.speak('hôm qua tôi lên xã gặp cán bộ nộp giấy khai sinh mà họ bảo thiếu giấy chứng sinh thì phải làm sao');
  expect(call.asked).toHaveLength(1);
});

test('out of hours the hours are told, and a call back is offered', async () => {
  const call = await greetedCall({ office: closed });
  call.line.press('0');
  await call.told();
  expect(call.line.news().join(' ')).toMatch(/bảy giờ ba mươi.*gọi lại không.*bấm một.*bấm hai/);
  expect(call.line.ended).toBeNull();
  call.line.speak('có');
  expect(call.asked.map(({ text }) => text)).toEqual(['gọi lại cho tôi']);
});

test('who wants no call back goes on', async () => {
  const call = await greetedCall({ office: closed });
  call.line.speak('gặp cán bộ');
  await call.quiet();
  call.line.speak('không');
  await call.quiet();
  expect(call.line.said.join(' ')).toContain('Quý vị cần làm giấy tờ gì');
  expect(call.asked).toEqual([]);
});

test('an answer that hands over is said, and then the call is put through', async () => {
  const call = await greetedCall();
  call.line.speak('tôi muốn hỏi người');
  call.session.answered(spoken({ pages: ['Việc này cần cán bộ giải quyết.'], kind: 'handed-over' }));
  expect(call.line.ended).toBeNull();
  await call.quiet();
  expect(call.line.said).toContain('Việc này cần cán bộ giải quyết.');
  expect(call.left[0]?.transfer).toBe('handed-over');
});

test('out of hours an answer that hands over leads to a call back', async () => {
  const call = await greetedCall({ office: closed });
  call.line.speak('việc khó');
  await call.answered({ pages: ['Việc này cần cán bộ.'], kind: 'handed-over' });
  await call.quiet();
  expect(call.line.said.join(' ')).toContain('Quý vị có muốn cán bộ gọi lại không?');
  expect(call.line.said).not.toContain('Việc này cần cán bộ.');
  expect(call.line.ended).toBeNull();
});

test('an assistant that takes nothing: an apology, and a person', async () => {
  const call = await greetedCall({ ask: () => Promise.reject(new Error('down')) });
  call.line.speak('khai sinh');
  await call.pass(0);
  expect(call.line.news().join(' ')).toMatch(/Xin lỗi quý vị.*nối máy với cán bộ/);
  expect(call.left).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, why: 'assistant-failed', transfer: 'assistant-failed' }]);
});

test('out of hours an assistant that takes nothing ends the call with the hours', async () => {
  const call = await greetedCall({ ask: () => Promise.reject(new Error('down')), office: closed });
  call.line.speak('khai sinh');
  await call.pass(0);
  expect(call.line.news().join(' ')).toMatch(/Xin lỗi quý vị.*bảy giờ ba mươi/);
  expect(call.line.ended).toEqual({ kind: 'hangup' });
});

test('an assistant that fails later does the same, whatever is being said', async () => {
  const call = testCall();
  call.session.start();
  call.session.failed('assistant-failed');
  await call.pass(0);
  expect(call.line.asked).toContain('flush');
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('an answer that never comes is waited for half a minute, not in silence', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  await call.pass(30_000);
  expect(call.count('filler')).toBe(5);
  expect(call.left[0]?.why).toBe('assistant-failed');
});

test('what becomes of the call is kept before the line is let go', async () => {
  let keep = () => {};
  const call = await greetedCall({ leaving: () => new Promise<void>((resolve) => (keep = resolve)) });
  call.line.press('0');
  await call.pass(100);
  expect(call.line.ended).toBeNull();
  keep();
  await call.pass(0);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test.each([() => new Promise<void>(() => {}), () => Promise.reject(new Error('down'))])(
  'what cannot be kept does not keep the caller',
  async (leaving) => {
    const call = await greetedCall({ leaving });
    call.line.press('0');
    await call.pass(2_000);
    expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  },
);
