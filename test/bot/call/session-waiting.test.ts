import { expect, test } from 'vitest';
import { standardPolicy } from '../../../bot/call/policy.ts';
import { greetedCall, papers, spoken, told } from '../../fakes/call.ts';

test('two answers in a row are both said', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  call.session.answered(spoken({ pages: ['Miễn phí.'] }));
  call.session.answered(spoken({ pages: ['Hôm nay ủy ban xã nghỉ.'] }));
  await call.quiet();
  expect(call.line.said.join(' ')).toMatch(/Miễn phí.*Hôm nay ủy ban xã nghỉ/);
});

test('a notice leaves open what was asked, and reminds of it', async () => {
  const call = await told(spoken({ pages: ['Quý vị ở xã nào?'], kind: 'asked', menu: [{ key: '1', label: 'chọn xã A', say: 'xã A' }] }));
  await call.answered({ pages: ['Hồ sơ của quý vị đã có kết quả.'] });
  expect(call.line.news()).toEqual(['Hồ sơ của quý vị đã có kết quả.', 'Quý vị ở xã nào?']);
  call.line.press('1');
  expect(call.asked.map(({ text }) => text)).toEqual(['xã A']);
});

test('the same answer that comes twice is said once', async () => {
  const call = await told();
  await call.answered(papers);
  expect(call.line.news()).toEqual([]);
});

test('an answer that comes while somebody speaks waits for them', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  call.line.news();
  call.line.voice();
  call.session.answered(spoken({ pages: ['Miễn phí.'] }));
  expect(call.line.news()).toEqual([]);
  call.line.quiet();
  call.line.hear({ kind: 'none' });
  expect(call.line.news()[0]).toBe('Miễn phí.');
});

test('an answer that comes while digits are pressed waits for them', async () => {
  const call = await told(spoken({ pages: ['Mã hồ sơ?'], expects: 'dossier-code', kind: 'asked' }));
  call.line.press('2', '2');
  call.session.answered(spoken({ pages: ['Hôm nay nghỉ.'] }));
  expect(call.line.news()).toEqual([]);
  call.line.press('9', '#');
  expect(call.asked.map(({ text }) => text)).toEqual(['229']);
  expect(call.line.news()[0]).toBe('Hôm nay nghỉ.');
});

test('an answer that is long in coming is announced, and again', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  await call.pass(standardPolicy.fillerMs - 1);
  expect(call.line.news()).toEqual([]);
  await call.pass(1);
  expect(call.line.news()).toEqual(['Xin chờ một chút, tôi đang tra cứu.']);
  await call.pass(standardPolicy.fillerAgainMs);
  expect(call.line.news()).toEqual(['Tôi vẫn đang tra cứu, xin quý vị giữ máy.']);
  expect(call.count('filler')).toBe(2);
});

test('the time in which the words are understood counts as waiting, too', async () => {
  const call = await greetedCall();
  call.line.voice();
  call.line.quiet();
  await call.pass(standardPolicy.fillerMs);
  expect(call.line.news()).toEqual(['Xin chờ một chút, tôi đang tra cứu.']);
  call.line.hear({ kind: 'heard', text: 'khai sinh', sure: true });
  call.session.answered(spoken({ pages: ['Miễn phí.'] }));
  expect(call.events).toContainEqual({ kind: 'answered', afterMs: standardPolicy.fillerMs, serves: true });
});

test('an answer in time is not announced', async () => {
  const call = await told(spoken({ pages: ['Miễn phí.'] }));
  expect(call.count('filler')).toBe(0);
});

test('"alo" while the answer is waited for is answered at once, and in silence by the question', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  call.line.speak('alo');
  expect(call.line.news()).toEqual(['Xin chờ một chút, tôi đang tra cứu.']);
  expect(call.asked).toHaveLength(1);
  await call.answered({ pages: ['Quý vị cần gì?'], kind: 'asked' });
  call.line.news();
  call.line.speak('alo có ai nghe không');
  expect(call.line.news().join(' ')).toContain('Tôi đang nghe. Quý vị cần gì?');
});

test('what is added while the answer is waited for is a turn of its own', async () => {
  const call = await greetedCall();
  call.line.speak('làm lại căn cước');
  call.line.speak('bị mất ở tỉnh khác');
  expect(call.asked.map(({ text }) => text)).toEqual(['làm lại căn cước', 'bị mất ở tỉnh khác']);
  await call.answered({ pages: ['Bảy mươi nghìn đồng.'] });
  await call.answered({ pages: ['Nơi nào cũng được.'] });
  expect(call.line.said.join(' ')).toMatch(/Bảy mươi.*Nơi nào/);
});
