import { expect, test } from 'vitest';
import type { Key } from '../../../bot/call/line.ts';
import { greetedCall, spoken, type TestCall } from '../../fakes/call.ts';

const askCode = spoken({ pages: ['Quý vị đọc mã hồ sơ in trên phiếu hẹn.'], expects: 'dossier-code', kind: 'asked' });
const askSecret = spoken({ pages: ['Để xem chi tiết, cần mã trên phiếu hẹn.'], expects: 'secret', kind: 'asked' });

function type(call: TestCall, keys: string): void {
  call.line.press(...([...keys] as Key[])); // every character of these tests is a key
}

test('who types on while the code is not yet asked for has typed it', async () => {
  const call = await greetedCall();
  type(call, '14023082507150012#');
  expect(call.asked.map(({ text }) => text)).toEqual(['tra cứu hồ sơ']);
  call.session.answered(askCode);
  await call.pass(0);
  expect(call.asked.map(({ text }) => text)).toEqual(['tra cứu hồ sơ', '4023082507150012']);
  expect(call.line.isSpeaking()).toBe(false);
});

test('of keys typed ahead, what follows the hash is for the next question', async () => {
  const call = await greetedCall();
  type(call, '1229910#1234#');
  call.session.answered(askCode);
  await call.pass(0);
  call.session.answered(askSecret);
  await call.pass(0);
  expect(call.asked.map(({ text }) => text)).toEqual(['tra cứu hồ sơ', '229910', '1234']);
});

test('keys that were typed ahead choose nothing in a menu that was not heard', async () => {
  const call = await greetedCall();
  call.line.speak('khai sinh');
  call.line.press('2');
  await call.answered({
    pages: ['Quý vị cần gì?'],
    menu: [
      { key: '1', label: 'nghe lệ phí', say: 'lệ phí' },
      { key: '2', label: 'nghe nơi nộp', say: 'nơi nộp' },
    ],
  });
  expect(call.asked).toHaveLength(1);
});
