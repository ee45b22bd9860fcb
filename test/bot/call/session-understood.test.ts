import { expect, test } from 'vitest';
import { greetedCall, spoken } from '../../fakes/call.ts';

test('what was heard badly is read back; 1 takes it', async () => {
  const call = await greetedCall();
  call.line.speak('làm lại căn cước.', false);
  expect(call.asked).toEqual([]);
  expect(call.line.news()).toEqual(['Quý vị nói: làm lại căn cước.', 'Đúng bấm một, nói lại bấm hai.']);
  call.line.press('1');
  expect(call.asked).toEqual([{ text: 'làm lại căn cước.', how: { spoken: true, sure: true, keys: false } }]);
});

test('2 asks to say it again', async () => {
  const call = await greetedCall();
  call.line.speak('làm lại căn cước', false);
  call.line.press('2');
  await call.quiet();
  expect(call.line.said.join(' ')).toContain('Mời quý vị nói lại.');
  call.line.speak('làm hộ chiếu');
  expect(call.asked.map(({ text }) => text)).toEqual(['làm hộ chiếu']);
});

test('a read-back is answered by words as well, or by saying it anew', async () => {
  const call = await greetedCall();
  call.line.speak('làm lại căn cước', false);
  await call.quiet();
  call.line.speak('đúng rồi');
  expect(call.asked.map(({ text }) => text)).toEqual(['làm lại căn cước']);
  const other = await greetedCall();
  other.line.speak('làm lại căn cước', false);
  await other.quiet();
  other.line.speak('làm lại bằng lái xe');
  expect(other.asked.map(({ text }) => text)).toEqual(['làm lại bằng lái xe']);
});

test('who is misheard again and again comes to the keys, then to a person', async () => {
  const call = await greetedCall();
  for (let time = 0; time < 3; time += 1) {
    call.line.speak('làm lại căn cước', false);
    await call.quiet();
    call.line.speak('không');
    await call.quiet();
  }
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
  expect(call.asked).toEqual([]);
});

test('danger is not asked about twice', async () => {
  const call = await greetedCall();
  call.line.speak('cháy nhà rồi cứu với', false);
  expect(call.asked).toHaveLength(1);
});

test('an uncertain yes is asked for by the keys', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  await call.answered({ pages: ['Quý vị có giấy chứng sinh không?'], expects: 'yes-no', kind: 'asked' });
  call.line.news();
  call.line.speak('có', false);
  expect(call.asked).toHaveLength(1);
  expect(call.line.news()).toEqual(['Xin lỗi, tôi chưa nghe rõ.', 'Có thì bấm một, không thì bấm hai.']);
});

test('the second answer in a row that knows nothing offers a person', async () => {
  const call = await greetedCall();
  call.line.speak('giấy phép bay khinh khí cầu');
  await call.answered({ pages: ['Tôi chưa có thông tin về việc này.'], kind: 'not-found' });
  expect(call.line.said.join(' ')).not.toContain('muốn gặp cán bộ');
  call.line.speak('giấy phép thả khinh khí cầu');
  await call.answered({ pages: ['Tôi chưa có thông tin về việc này.'], kind: 'not-found' });
  expect(call.line.said.join(' ')).toContain('Quý vị có muốn gặp cán bộ không?');
  call.line.press('1');
  await call.pass(0);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('a recogniser that is down: what the keys do is told, and they do it', async () => {
  const call = await greetedCall();
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'down' });
  await call.quiet();
  expect(call.line.said.join(' ')).toMatch(/chưa nghe được giọng nói.*bấm một.*bấm hai.*press 9/);
  call.line.press('1');
  expect(call.asked.at(-1)?.text).toBe('tra cứu hồ sơ');
});

test('a recogniser that stays down ends with a person, and that is why', async () => {
  const call = await greetedCall();
  for (let time = 0; time < 4; time += 1) {
    call.line.voice();
    call.line.quiet();
    call.line.hear({ kind: 'down' });
    await call.quiet();
  }
  expect(call.left).toEqual([{ next: { kind: 'transfer', to: 'canbo' }, why: 'recogniser-down', transfer: 'recogniser-down' }]);
});

test('a recogniser that goes down over an answer lets the answer be heard first', async () => {
  const call = await greetedCall();
  call.line.speak('lệ phí khai sinh');
  call.session.answered(spoken({ pages: ['Đăng ký khai sinh được miễn lệ phí.'] }));
  await call.pass(300);
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'down' });
  await call.quiet();
  expect(call.line.said.join(' ')).toMatch(/miễn lệ phí.*chưa nghe được giọng nói/);
});

test('a recogniser that hears again is heard', async () => {
  const call = await greetedCall();
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'down' });
  await call.quiet();
  call.line.speak('làm hộ chiếu');
  expect(call.asked.at(-1)?.text).toBe('làm hộ chiếu');
});

test('a recogniser that never tells what it heard is asked no longer', async () => {
  const call = await greetedCall();
  call.line.voice();
  call.line.quiet();
  await call.pass(12_000);
  expect(call.count('no-match')).toBe(1);
});
