import { expect, test } from 'vitest';
import { standardPolicy } from '../../../bot/call/policy.ts';
import { greetedCall, type TestCall } from '../../fakes/call.ts';

const closed = () => ({ open: false as const, hours: 'Cán bộ nghe máy từ 7:30 đến 17:00' });

async function silence(call: TestCall): Promise<string> {
  call.line.news();
  await call.pass(standardPolicy.noInputMs);
  await call.quiet();
  return call.line.news().join(' ');
}

async function noWords(call: TestCall): Promise<string> {
  call.line.news();
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'none' });
  await call.quiet();
  return call.line.news().join(' ');
}

test('silence is asked into once, then by keys alone, then a person takes over', async () => {
  const call = await greetedCall();
  expect(await silence(call)).toMatch(/chưa nghe thấy quý vị nói.*cần làm giấy tờ gì/);
  expect(await silence(call)).toMatch(/bàn phím.*bấm một.*bấm hai/);
  expect(await silence(call)).toContain('nối máy với cán bộ');
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  expect(call.left).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, why: 'no-input', transfer: 'no-input' }]);
  expect(call.count('no-input')).toBe(3);
});

test('not a moment before the time is over', async () => {
  const call = await greetedCall();
  await call.pass(standardPolicy.noInputMs - 60);
  expect(call.count('no-input')).toBe(0);
  await call.pass(60);
  expect(call.count('no-input')).toBe(1);
});

test('out of hours silence ends with the hours and a goodbye', async () => {
  const call = await greetedCall({ office: closed });
  await silence(call);
  await silence(call);
  expect(await silence(call)).toContain('bảy giờ ba mươi đến mười bảy giờ');
  expect(call.line.ended).toEqual({ kind: 'hangup' });
  expect(call.left[0]?.why).toBe('no-input');
});

test('what cannot be understood goes the same way', async () => {
  const call = await greetedCall();
  expect(await noWords(call)).toMatch(/chưa nghe rõ.*cần làm giấy tờ gì/);
  expect(await noWords(call)).toMatch(/bàn phím.*bấm một/);
  await noWords(call);
  expect(call.left).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, why: 'no-match', transfer: 'no-match' }]);
});

test('silence and noise together take no longer', async () => {
  const call = await greetedCall();
  await silence(call);
  await noWords(call);
  await silence(call);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('who is understood begins the ladder anew', async () => {
  const call = await greetedCall();
  await silence(call);
  await silence(call);
  call.line.speak('làm giấy khai sinh');
  await call.answered({ pages: ['Quý vị làm cho con mới sinh phải không?'], kind: 'asked' });
  expect(await silence(call)).toContain('Tôi chưa nghe thấy');
  expect(call.line.ended).toBeNull();
});

test('who was answered and says no more is wished well, and nobody is disturbed', async () => {
  const call = await greetedCall();
  call.line.speak('lệ phí khai sinh');
  await call.answered({ pages: ['Miễn phí.'] });
  expect(await silence(call)).toContain('Quý vị cần hỏi gì thêm không?');
  await silence(call);
  expect(await silence(call)).toContain('Cảm ơn quý vị đã gọi');
  expect(call.left).toEqual([{ next: { kind: 'hangup' }, why: 'goodbye', transfer: null }]);
});

test('who says nothing after nobody answered is not put through again', async () => {
  const call = await greetedCall({ turn: 2 });
  await call.told();
  await silence(call);
  await silence(call);
  await silence(call);
  expect(call.line.ended).toEqual({ kind: 'hangup' });
});

test('the question that is open is asked again, by its own keys', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  await call.answered({ pages: ['Quý vị cần gì?'], kind: 'asked', menu: [{ key: '1', label: 'nghe lệ phí', say: 'lệ phí' }] });
  expect(await silence(call)).toContain('Quý vị cần gì?');
  expect(await silence(call)).toContain('Bấm một để nghe lệ phí.');
  call.line.press('1');
  expect(call.asked.at(-1)?.text).toBe('lệ phí');
});

test('how often it is asked again can be set', async () => {
  const call = await greetedCall({ policy: { ...standardPolicy, reprompts: 1 } });
  expect(await silence(call)).toContain('bàn phím');
  await silence(call);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});
