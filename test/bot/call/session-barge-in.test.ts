import { expect, test } from 'vitest';
import { standardPolicy } from '../../../bot/call/policy.ts';
import { greetedCall, spoken, type TestCall } from '../../fakes/call.ts';

const fee = spoken({ pages: ['Lệ phí cấp lại thẻ căn cước là bảy mươi nghìn đồng, nộp khi nhận thẻ ở cơ quan công an.'] });

/** Somebody has asked, and hears the answer. */
async function hearing(answer = fee): Promise<TestCall> {
  const call = await greetedCall();
  call.line.speak('lệ phí làm lại căn cước');
  call.session.answered(answer);
  await call.pass(500);
  call.line.asked.length = 0;
  call.asked.length = 0;
  return call;
}

test('voice over an answer pauses it at once, and throws nothing away yet', async () => {
  const call = await hearing();
  call.line.voice();
  expect(call.line.asked).toEqual(['pause']);
});

test('words over an answer throw the rest away and are the next turn', async () => {
  const call = await hearing();
  call.line.speak('nộp ở đâu');
  expect(call.line.asked).toEqual(['pause', 'flush', 'resume']);
  expect(call.asked).toEqual([{ text: 'nộp ở đâu', how: { spoken: true, sure: true, keys: false } }]);
  expect(call.events).toContainEqual({ kind: 'barge-in', by: 'speech' });
});

test('a noise without words lets the answer go on at once where it was', async () => {
  const call = await hearing();
  call.line.voice();
  call.line.quiet();
  await call.pass(300);
  expect(call.line.isSpeaking()).toBe(false);
  call.line.hear({ kind: 'none' });
  expect(call.line.asked).toEqual(['pause', 'resume']);
  await call.quiet();
  expect(call.line.said.join(' ')).toContain('bảy mươi nghìn');
  expect(call.count('false-barge-in')).toBe(1);
  expect(call.count('no-match')).toBe(0);
});

test('while the words are long in coming the answer goes on after a while', async () => {
  const call = await hearing();
  call.line.voice();
  call.line.quiet();
  await call.pass(standardPolicy.resumeMs - 1);
  expect(call.line.asked).toEqual(['pause']);
  await call.pass(1);
  expect(call.line.asked).toEqual(['pause', 'resume']);
});

test('words that come after the answer went on interrupt it still', async () => {
  const call = await hearing();
  call.line.voice();
  call.line.quiet();
  await call.pass(standardPolicy.resumeMs);
  call.line.hear({ kind: 'heard', text: 'bao lâu thì xong', sure: true });
  expect(call.line.asked).toEqual(['pause', 'resume', 'flush']);
  expect(call.asked[0]?.text).toBe('bao lâu thì xong');
});

test('a long sentence is not talked into', async () => {
  const call = await hearing();
  call.line.voice();
  await call.pass(5_000);
  expect(call.line.isSpeaking()).toBe(false);
  call.line.quiet();
  call.line.hear({ kind: 'heard', text: 'tôi muốn hỏi giấy tờ cần có khi mất căn cước ở xa', sure: true });
  expect(call.asked).toHaveLength(1);
});

test('a room that is never quiet does not keep an answer from being said', async () => {
  const call = await hearing();
  call.line.voice();
  await call.pass(standardPolicy.noInputMs);
  expect(call.line.isSpeaking()).toBe(true);
});

test.each(['dạ', 'Vâng ạ', 'ừ', 'ờ', 'dạ vâng', 'alo', 'ok'])('"%s" of somebody who listens is no turn', async (word) => {
  const call = await hearing();
  call.line.speak(word);
  expect(call.line.asked).toEqual(['pause', 'resume']);
  expect(call.asked).toEqual([]);
});

test.each(['vâng', 'dạ', 'đúng rồi'])('"%s" is the answer where a yes or no is asked for', async (word) => {
  const call = await hearing(spoken({ pages: ['Hồ sơ này của quý vị phải không?'], expects: 'yes-no', kind: 'asked' }));
  await call.quiet();
  call.line.speak(word);
  expect(call.asked.map(({ text }) => text)).toEqual([word]);
});

test('"vâng" is no answer before the last sentence, in which it is asked', async () => {
  const page = 'Tôi đọc lại mã hồ sơ: hát bốn mươi, chấm hai mươi ba. Đúng bấm 1, sai bấm 2.';
  const call = await hearing(spoken({ pages: [page], expects: 'yes-no', kind: 'asked' }));
  call.line.speak('vâng');
  expect(call.asked).toEqual([]);
  await call.pass(3_500);
  expect(call.line.isSpeaking()).toBe(true);
  call.line.speak('vâng');
  expect(call.asked.map(({ text }) => text)).toEqual(['vâng']);
});

test('the keys of a question wait a little, so that a short word can answer it; who speaks puts them off', async () => {
  const call = await hearing(spoken({ pages: ['Quý vị có giấy chứng sinh không?'], expects: 'yes-no', kind: 'asked' }));
  await call.quiet();
  await call.pass(1_100);
  call.line.voice();
  await call.pass(1_000);
  expect(call.line.said.at(-1)).toBe('Quý vị có giấy chứng sinh không?');
  call.line.quiet();
  call.line.hear({ kind: 'heard', text: 'có rồi', sure: true });
  await call.pass(1_200);
  expect(call.line.said.at(-1)).toBe('Quý vị có giấy chứng sinh không?');
  expect(call.asked.map(({ text }) => text)).toEqual(['có rồi']);
});

test('"không" over a question is the answer', async () => {
  const call = await hearing(spoken({ pages: ['Quý vị có giấy chứng sinh không?'], expects: 'yes-no', kind: 'asked' }));
  call.line.speak('không');
  expect(call.asked.map(({ text }) => text)).toEqual(['không']);
});

test('a key throws away what is being said, and is counted as an interruption', async () => {
  const call = await hearing(
    spoken({ pages: ['Lệ phí bảy mươi nghìn đồng.'], menu: [{ key: '1', label: 'nghe nơi nộp', say: 'nộp ở đâu' }] }),
  );
  call.line.press('1');
  expect(call.line.asked).toContain('flush');
  expect(call.asked).toEqual([{ text: 'nộp ở đâu', how: { spoken: false, sure: true, keys: true } }]);
  expect(call.events).toContainEqual({ kind: 'barge-in', by: 'keys' });
});

test('what is said while a key is pressed is not taken beside the key', async () => {
  const call = await hearing(spoken({ pages: ['Lệ phí.'], menu: [{ key: '1', label: 'nghe nơi nộp', say: 'nộp ở đâu' }] }));
  call.line.voice();
  call.line.press('1');
  call.line.quiet();
  call.line.hear({ kind: 'heard', text: 'một', sure: true });
  expect(call.asked.map(({ text }) => text)).toEqual(['nộp ở đâu']);
});

test('the voice is not held any more once it was interrupted: the next answer is heard', async () => {
  const call = await hearing();
  call.line.speak('nộp ở đâu');
  call.session.answered(spoken({ pages: ['Nộp tại công an xã.'] }));
  await call.quiet();
  expect(call.line.said).toContain('Nộp tại công an xã.');
});

test('a short word without a voice before it is heard', async () => {
  const call = await hearing(spoken({ pages: ['Quý vị có giấy chứng sinh không?'], expects: 'yes-no', kind: 'asked' }));
  await call.quiet();
  call.line.listener({ kind: 'quiet', utterance: 9 });
  call.line.listener({ kind: 'heard', utterance: 9, heard: { kind: 'heard', text: 'có', sure: true } });
  expect(call.asked.map(({ text }) => text)).toEqual(['có']);
});

test('clicks on the line are no words that were missed, and put off nothing', async () => {
  const call = await hearing();
  await call.quiet();
  for (let click = 1; click <= 4; click += 1) {
    await call.pass(standardPolicy.noInputMs / 4);
    call.line.listener({ kind: 'quiet', utterance: 10 + click });
    call.line.listener({ kind: 'heard', utterance: 10 + click, heard: { kind: 'none' } });
  }
  expect(call.count('no-match')).toBe(0);
  expect(call.count('no-input')).toBe(1);
});
