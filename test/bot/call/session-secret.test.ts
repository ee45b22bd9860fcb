import { expect, test } from 'vitest';
import { asking, askSecret, greetedCall, type } from '../../fakes/call.ts';

const byKeys = { spoken: false, sure: true, keys: true };

test('the keys for a secret are told, and that it must not be said aloud', async () => {
  const call = await greetedCall();
  call.line.press('1');
  await call.answered(askSecret);
  expect(call.line.said.at(-1)).toMatch(/bấm trên bàn phím.*đừng đọc thành tiếng/);
});

test('a secret that is said aloud goes nowhere', async () => {
  const call = await asking(askSecret);
  call.line.speak('một hai ba bốn');
  await call.quiet();
  call.line.speak('mã là 1234', false);
  expect(call.asked).toEqual([]);
  expect(call.line.news().join(' ')).toContain('dùng bàn phím');
  expect(call.line.given.map(({ text }) => text).join(' ')).not.toMatch(/1234|một hai ba bốn/);
});

test('what the line keeps to itself while a secret is asked for is answered by the keys', async () => {
  const call = await asking(askSecret);
  call.line.voice();
  call.line.quiet();
  call.line.hear({ kind: 'none' });
  expect(call.line.news().join(' ')).toContain('dùng bàn phím');
});

test('a secret is handed over, said by nobody, and stays one until something else is asked', async () => {
  const call = await asking(askSecret);
  type(call, '4711#');
  expect(call.asked).toEqual([{ text: '4711', how: byKeys }]);
  call.line.speak('bốn bảy một một');
  expect(call.asked).toHaveLength(1);
  expect(call.line.listening?.secret).toBe(true);
  await call.answered({ pages: ['Hồ sơ đang được xử lý.'], kind: 'status' });
  expect(call.line.listening?.secret).toBeUndefined();
  expect(JSON.stringify(call.events)).not.toContain('4711');
});

test('a person can be asked for instead of a secret', async () => {
  const call = await asking(askSecret);
  call.line.speak('cho tôi gặp cán bộ');
  await call.pass(0);
  expect(call.left[0]?.transfer).toBe('asked');
});

test('keys that the answer tells itself are not told twice', async () => {
  const call = await greetedCall();
  call.line.press('1');
  await call.answered({ pages: ['Quý vị bấm số này, rồi bấm phím thăng.'], expects: 'secret' });
  expect(call.line.said.at(-1)).toBe('Quý vị bấm số này, rồi bấm phím thăng.');
});
