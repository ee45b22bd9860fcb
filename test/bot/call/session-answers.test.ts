import { expect, test } from 'vitest';
import { greetedCall, papers, spoken, told } from '../../fakes/call.ts';

test('a long answer stops after its first page and offers to go on', async () => {
  const call = await told();
  expect(call.line.said.slice(-2)).toEqual([papers.pages[0], 'Nghe tiếp, bấm phím thăng.']);
});

test.each(['nghe tiếp', 'tiếp đi', 'vâng', 'dạ có', 'tiếp tục'])('"%s" says the next page, and then the keys', async (word) => {
  const call = await told();
  call.line.speak(word);
  await call.quiet();
  expect(call.line.news()).toEqual([papers.pages[1], 'Bấm một để nghe lệ phí.', 'Bấm hai để nghe nơi nộp.']);
  expect(call.asked).toEqual([]);
});

test.each(['#', '1'] as const)('so does the key %s', async (key) => {
  const call = await told();
  call.line.press(key);
  expect(call.line.news()[0]).toBe(papers.pages[1]);
});

test('who needs no more of it comes to the keys at once', async () => {
  const call = await told();
  call.line.speak('thôi không cần');
  expect(call.line.news()).toEqual(['Bấm một để nghe lệ phí.', 'Bấm hai để nghe nơi nộp.']);
});

test('a menu is chosen from by key, by its number in words, or by words of its own', async () => {
  const byKey = await told();
  byKey.line.press('#', '2');
  expect(byKey.asked.map(({ text }) => text)).toEqual(['nộp ở đâu']);
  const byNumber = await told();
  byNumber.line.press('#');
  byNumber.line.speak('bấm số hai');
  expect(byNumber.asked.map(({ text }) => text)).toEqual(['nộp ở đâu']);
  const byWords = await told();
  byWords.line.press('#');
  byWords.line.speak('thời hạn bao lâu');
  expect(byWords.asked.map(({ text }) => text)).toEqual(['thời hạn bao lâu']);
});

test('an answer without a menu asks what else is needed, once', async () => {
  const plain = await told(spoken({ pages: ['Miễn phí.'] }));
  expect(plain.line.said.at(-1)).toBe('Quý vị cần hỏi gì thêm không?');
  const asks = await told(spoken({ pages: ['Tôi đã ghi lại. Quý vị cần gì thêm không?'], kind: 'recorded' }));
  expect(asks.line.said.at(-1)).toBe('Tôi đã ghi lại. Quý vị cần gì thêm không?');
});

test.each(['nhắc lại', 'nói lại đi', 'nghe lại', 'xin nhắc lại giúp tôi', 'repeat that please'])('"%s" says it again', async (word) => {
  const call = await told();
  call.line.speak(word);
  await call.quiet();
  expect(call.line.news()).toEqual([papers.pages[0], 'Nghe tiếp, bấm phím thăng.']);
  expect(call.asked).toEqual([]);
});

test('the star says the page again that was heard last', async () => {
  const call = await told();
  call.line.press('#');
  await call.quiet();
  call.line.news();
  call.line.press('*');
  expect(call.line.news()[0]).toBe(papers.pages[1]);
});

test.each(['nói chậm lại', 'nói chậm thôi', 'chậm lại giúp tôi', 'slow down please'])(
  '"%s" is slower for the rest of the call',
  async (word) => {
    const call = await told();
    call.line.speak(word);
    await call.quiet();
    expect(call.line.news()).toEqual(['Tôi sẽ nói chậm lại.', papers.pages[0], 'Nghe tiếp, bấm phím thăng.']);
    call.line.speak('nộp ở đâu');
    await call.answered({ pages: ['Ở xã.'] });
    expect(call.line.given.slice(-5).every(({ manner }) => manner.slow)).toBe(true);
  },
);

test('figures and short forms are said in words', async () => {
  const call = await told(spoken({ pages: ['Nộp tại UBND xã, lệ phí 70.000 đồng.'] }));
  expect(call.line.said.at(-2)).toBe('Nộp tại ủy ban nhân dân xã, lệ phí bảy mươi nghìn đồng.');
});

test.each(['gửi tin nhắn', 'nhắn vào máy', 'nhắn vào máy cho tôi'])('"%s" is the wish for a text message', async (word) => {
  const call = await told();
  call.line.speak(word);
  expect(call.asked.map(({ text }) => text)).toEqual(['gửi tin nhắn']);
});

test('a call goes on in the language of its answers', async () => {
  const call = await told(spoken({ pages: ['It is free of charge.'], language: 'en' }));
  expect(call.line.given.slice(-2)).toMatchObject([
    { text: 'It is free of charge.', manner: { language: 'en' } },
    { text: 'Is there anything else you would like to ask?', manner: { language: 'en' } },
  ]);
  expect(call.line.listening?.language).toBe('en');
});

test('only what is of public records may be kept for others: not the words of the caller, nor an answer of their own', async () => {
  const call = await greetedCall();
  call.line.speak('lệ phí làm lại căn cước', false);
  await call.quiet();
  call.line.press('1');
  await call.answered({ kind: 'answered', pages: ['Lệ phí bảy mươi nghìn đồng.'], common: true });
  call.line.speak('hồ sơ của tôi');
  await call.pass(100);
  await call.answered({ kind: 'status', pages: ['Hồ sơ đã có kết quả.'] });
  const common = call.line.given.filter(({ manner }) => manner.common === true).map(({ text }) => text);
  expect(common).toContain('Lệ phí bảy mươi nghìn đồng.');
  expect(common.join(' ')).not.toMatch(/Hồ sơ đã có kết quả|Quý vị nói/);
});
