import { expect, test } from 'vitest';
import { standardPolicy } from '../../../bot/call/policy.ts';
import { askCode, asking, askSecret, greetedCall, spoken, type } from '../../fakes/call.ts';

const byKeys = { spoken: false, sure: true, keys: true };

test('the hash ends the digits; all come, in order', async () => {
  const call = await asking();
  type(call, '4023082507150012#');
  expect(call.asked).toEqual([{ text: '4023082507150012', how: byKeys }]);
});

test('nothing more for three seconds ends them as well', async () => {
  const call = await asking();
  type(call, '229');
  await call.pass(standardPolicy.betweenKeysMs - 1);
  expect(call.asked).toEqual([]);
  await call.pass(1);
  expect(call.asked.map(({ text }) => text)).toEqual(['229']);
});

test('every key has its three seconds', async () => {
  const call = await asking();
  for (const key of ['2', '2', '9']) {
    type(call, key);
    await call.pass(2_500);
  }
  expect(call.asked).toEqual([]);
});

test('eight digits have eight seconds, a longer code as much again', async () => {
  const call = await asking();
  for (let digit = 0; digit < 5; digit += 1) {
    type(call, '1');
    await call.pass(1_900);
  }
  expect(call.asked.map(({ text }) => text)).toEqual(['11111']);
  const long = await asking();
  for (let digit = 0; digit < 16; digit += 1) {
    type(long, '1');
    await long.pass(900);
  }
  expect(long.asked).toEqual([]);
  type(long, '#');
  expect(long.asked.map(({ text }) => text)).toEqual(['1'.repeat(16)]);
});

test('the star starts again', async () => {
  const call = await asking();
  type(call, '123*');
  expect(call.line.news()).toEqual(['Mời quý vị bấm lại từ đầu.']);
  type(call, '456#');
  expect(call.asked.map(({ text }) => text)).toEqual(['456']);
});

test('the star with nothing pressed says the question again', async () => {
  const call = await asking();
  type(call, '*');
  expect(call.line.news().join(' ')).toContain('mã hồ sơ in trên phiếu hẹn');
});

test('the hash with nothing pressed says so', async () => {
  const call = await asking();
  type(call, '#');
  expect(call.line.news().join(' ')).toContain('chưa bấm chữ số nào');
});

test('0 is a digit among digits, and the person where it stands alone', async () => {
  const call = await asking();
  type(call, '0912345678#');
  expect(call.asked.map(({ text }) => text)).toEqual(['0912345678']);
  const alone = await asking();
  type(alone, '0');
  expect(alone.line.ended).toBeNull();
  await alone.pass(standardPolicy.betweenKeysMs);
  expect(alone.left[0]?.transfer).toBe('asked');
});

test('0 puts through to a person at any other time', async () => {
  const call = await greetedCall();
  call.line.press('0');
  await call.pass(0);
  expect(call.line.news()).toEqual(['Xin quý vị giữ máy, tôi nối máy với cán bộ.']);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('0 works while the answer is waited for', async () => {
  const call = await greetedCall();
  call.line.speak('lệ phí hộ chiếu');
  call.line.press('0');
  await call.pass(0);
  expect(call.line.ended).toEqual({ kind: 'transfer', to: 'canbo' });
});

test('a key that does nothing is told, with those that do something', async () => {
  const call = await greetedCall();
  call.line.press('7');
  expect(call.line.news().join(' ')).toMatch(/Phím này không dùng ở đây.*bấm một/);
  expect(call.count('no-match')).toBe(1);
});

test('many keys that do nothing are one mistake, and put nobody through', async () => {
  const call = await greetedCall();
  call.line.press('7', '8', '2', '6', '7', '3');
  expect(call.line.news().join(' ')).toContain('Phím này không dùng ở đây');
  expect(call.count('no-match')).toBe(1);
  expect(call.left).toEqual([]);
  await call.pass(60_000);
  expect(call.count('no-match')).toBe(1);
});

test('a code is listened for longer, a secret not at all', async () => {
  const code = await asking();
  expect(code.line.listening).toMatchObject({ endMs: standardPolicy.endCodeMs });
  const secret = await asking(askSecret);
  expect(secret.line.listening).toMatchObject({ endMs: standardPolicy.endMs, secret: true });
});

test('a code is pressed over the question without waiting for its end', async () => {
  const call = await greetedCall();
  call.line.press('1');
  call.session.answered(askCode);
  await call.pass(200);
  type(call, '2299#');
  expect(call.asked.at(-1)).toEqual({ text: '2299', how: byKeys });
});

test('what is said while digits are being pressed is not taken', async () => {
  const call = await asking();
  type(call, '22');
  call.line.speak('chờ tôi chút');
  type(call, '99#');
  expect(call.asked.map(({ text }) => text)).toEqual(['2299']);
});

test('a code that is said is handed over as it was heard: who takes it reads it back', async () => {
  const call = await asking();
  call.line.speak('hát bốn mươi chấm hai ba', false);
  expect(call.asked).toEqual([{ text: 'hát bốn mươi chấm hai ba', how: { spoken: true, sure: false, keys: false } }]);
});

test('silence where a code is asked for is answered by what to press, then by a person', async () => {
  const call = await asking();
  await call.pass(standardPolicy.noInputMs);
  expect(call.line.news().join(' ')).toContain('Quý vị đọc mã');
  await call.quiet();
  await call.pass(standardPolicy.noInputMs);
  expect(call.line.news().join(' ')).toMatch(/bàn phím.*các chữ số.*phím thăng/);
  await call.quiet();
  await call.pass(standardPolicy.noInputMs);
  expect(call.left[0]?.transfer).toBe('no-input');
});

test('1 and 2 are yes and no where a question says no keys of its own', async () => {
  const call = await asking(spoken({ pages: ['Quý vị có giấy chứng sinh không?'], expects: 'yes-no', kind: 'asked' }));
  expect(call.line.said.at(-1)).toBe('Quý vị có giấy chứng sinh không?');
  await call.told();
  expect(call.line.said.at(-1)).toBe('Có thì bấm một, không thì bấm hai.');
  type(call, '2');
  expect(call.asked).toEqual([{ text: 'không', how: byKeys }]);
});

test('the keys of a yes-no question that tells them itself are not told twice, and work', async () => {
  const call = await asking(spoken({ pages: ['Mã hồ sơ này đúng bấm 1, sai bấm 2.'], expects: 'yes-no', kind: 'asked' }));
  expect(call.line.said.at(-1)).toBe('Mã hồ sơ này đúng bấm một, sai bấm hai.');
  type(call, '1');
  expect(call.asked.map(({ text }) => text)).toEqual(['có']);
});
