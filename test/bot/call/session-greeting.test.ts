import { expect, test } from 'vitest';
import { greetedCall, spoken, testCall } from '../../fakes/call.ts';

test('the greeting says that an automatic assistant speaks, what can be done, and how to hear English', async () => {
  const call = testCall();
  call.session.start();
  await call.quiet();
  expect(call.line.said[0]).toContain('Đây là trợ lý tự động');
  expect(call.line.said.join(' ')).toContain('bấm không bất cứ lúc nào');
  expect(call.line.given.at(-1)).toMatchObject({ text: 'For English, press 9.', manner: { language: 'en' } });
});

test('what the operator adds to the greeting is said with it', async () => {
  const call = testCall({ notice: 'Cuộc gọi được ghi âm.' });
  call.session.start();
  expect(call.line.news().slice(0, 2)).toEqual([expect.stringContaining('trợ lý tự động'), 'Cuộc gọi được ghi âm.']);
});

test('a line that is new listens for Vietnamese, with likely words', () => {
  const call = testCall();
  call.session.start();
  expect(call.line.listening).toMatchObject({ language: 'vi', endMs: 700 });
  expect(call.line.listening?.hints).toContain('khai sinh');
});

test('speech does not interrupt the notice; what was said over it is taken when it is over', async () => {
  const call = testCall();
  call.session.start();
  await call.pass(500);
  call.line.speak('làm lại căn cước bị mất');
  expect(call.line.asked).toEqual([]);
  expect(call.asked).toEqual([]);
  await call.quiet();
  expect(call.line.said).toEqual([expect.stringContaining('Đây là trợ lý tự động')]);
  expect(call.asked).toEqual([{ text: 'làm lại căn cước bị mất', how: { spoken: true, sure: true, keys: false } }]);
});

test('the notice of the operator is not talked over either', async () => {
  const call = testCall({ notice: 'Cuộc gọi được ghi âm.' });
  call.session.start();
  call.line.speak('làm lại căn cước bị mất');
  await call.quiet();
  expect(call.line.said).toEqual([expect.stringContaining('Đây là trợ lý tự động'), 'Cuộc gọi được ghi âm.']);
  expect(call.asked).toHaveLength(1);
});

test('who answers the question of the greeting need not hear its keys', async () => {
  const call = testCall();
  call.session.start();
  await call.pass(7_000);
  call.line.voice();
  expect(call.line.asked).toEqual(['pause']);
  call.line.quiet();
  call.line.hear({ kind: 'heard', text: 'làm hộ chiếu', sure: true });
  expect(call.asked).toHaveLength(1);
});

test('a key interrupts the greeting', async () => {
  const call = testCall();
  call.session.start();
  await call.pass(500);
  call.line.press('1');
  expect(call.line.asked).toContain('flush');
  expect(call.asked).toEqual([{ text: 'tra cứu hồ sơ', how: { spoken: false, sure: true, keys: true } }]);
});

test('noise during the notice changes nothing', async () => {
  const call = testCall();
  call.session.start();
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'none' });
  await call.quiet();
  expect(call.line.asked).toEqual([]);
  expect(call.count('no-match')).toBe(0);
});

test('9 in the greeting goes on in English, with English ears', async () => {
  const call = testCall();
  call.session.start();
  call.line.press('9');
  await call.quiet();
  expect(call.line.given.at(-3)).toMatchObject({ text: expect.stringContaining('Which paper'), manner: { language: 'en' } });
  expect(call.line.listening?.language).toBe('en');
  call.line.press('1');
  expect(call.asked.at(-1)?.text).toBe('check my dossier');
});

test('who says "tiếng Anh" or "English" is spoken to in English, and back again', async () => {
  const call = await greetedCall();
  call.line.speak('English');
  await call.quiet();
  expect(call.line.listening?.language).toBe('en');
  expect(call.asked).toEqual([]);
  call.line.speak('tiếng Việt');
  expect(call.line.listening?.language).toBe('vi');
});

test('a call that comes back says that nobody answered, and offers to be called back or to go on', async () => {
  const call = await greetedCall({ turn: 2 });
  expect(call.line.said.join(' ')).toMatch(/chưa nghe máy được.*gọi lại/);
  call.line.press('1');
  expect(call.asked.at(-1)?.text).toBe('gọi lại cho tôi');
});

test('who goes on after nobody answered is asked what they need', async () => {
  const call = await greetedCall({ turn: 2 });
  call.line.press('2');
  expect(call.line.news().join(' ')).toContain('Quý vị cần làm giấy tờ gì');
});

test('who asks something after nobody answered is heard, even over the announcement', async () => {
  const call = testCall({ turn: 2 });
  call.session.start();
  await call.pass(300);
  call.line.speak('lệ phí làm hộ chiếu');
  expect(call.asked.at(-1)?.text).toBe('lệ phí làm hộ chiếu');
});

test('nothing is said before the call starts, nor by a second start', () => {
  const call = testCall();
  call.session.answered(spoken({ pages: ['Lệ phí.'] }));
  call.line.press('0');
  expect(call.line.given).toEqual([]);
  call.session.start();
  const said = call.line.news().length;
  call.session.start();
  expect(call.line.news()).toEqual([]);
  expect(said).toBeGreaterThan(1);
});
