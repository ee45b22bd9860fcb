import { expect, test } from 'vitest';
import { idFacts } from '../../../bot/forms/values/id-facts.ts';
import { readValue } from '../../../bot/forms/values/read-value.ts';
import { questionOf, readAs, world } from './question-of.ts';

test.each([
  ['Nguyễn Minh An', 'Nguyễn Minh An'],
  ['nguyễn minh an', 'Nguyễn Minh An'],
  ['NGUYỄN THỊ ÁNH', 'Nguyễn Thị Ánh'],
  ['  Nguyễn   Văn  A ', 'Nguyễn Văn A'],
  ['Nguye\u0302\u0303n Minh An', 'Nguyễn Minh An'],
  ['con tôi tên là Nguyễn Minh An ạ', 'Nguyễn Minh An'],
  ['họ và tên: Trần Thị Bình', 'Trần Thị Bình'],
  ['cháu tên Lê Bảo Châu nhé', 'Lê Bảo Châu'],
  ['mẹ là Trần Thị Bình', 'Trần Thị Bình'],
  ['ông Lê Văn Cường', 'Lê Văn Cường'],
  ['bé Nguyễn Minh An', 'Nguyễn Minh An'],
  ['Ông Cao Thắng', 'Ông Cao Thắng'],
  ["h'hen niê", "H'Hen Niê"],
  ['Y Bhăm Êban', 'Y Bhăm Êban'],
  ["o'connor liam", "O'Connor Liam"],
  ['Anna-Marie Müller', 'Anna-Marie Müller'],
  ['McDonald James', 'McDonald James'],
  ['Mai Lan Anh', 'Mai Lan Anh'],
  ['Nguyễn Văn Được', 'Nguyễn Văn Được'],
  ['Trần Thị Mỹ Lệ', 'Trần Thị Mỹ Lệ'],
  ['my name is John Smith', 'John Smith'],
  ['Nguyen Van An', 'ask'],
  ['phan thi hong', 'ask'],
  ['An', 'ask'],
  ['12/5/2026', 'bad'],
  ['không biết', 'bad'],
  ['chưa đặt tên', 'bad'],
  ['Nguyễn Văn An 2', 'bad'],
  ['lệ phí bao nhiêu', 'bad'],
  ['có', 'bad'],
  ['王小明', 'bad'],
  ['...', 'bad'],
])('the name "%s" is %s', (text, value) => {
  expect(readAs({ type: 'name' }, text)).toBe(value);
});

test('a name of one word, or without its marks, is taken when it is said to be so', () => {
  const question = questionOf({ type: 'name' });
  const short = readValue(question, 'Sương', world);
  expect(short).toMatchObject({ kind: 'ask', partial: 'Sương', choices: [{ say: 'Tên chỉ có một chữ' }] });
  expect(readValue(question, 'tên chỉ có một chữ', world, 'Sương')).toMatchObject({ answer: { value: 'Sương' } });
  expect(readValue(question, 'giữ nguyên', world, 'Nguyen Van An')).toMatchObject({ answer: { shown: 'Nguyen Van An' } });
  expect(readValue(question, 'Nguyễn Văn Ân', world, 'Nguyen Van An')).toMatchObject({ answer: { value: 'Nguyễn Văn Ân' } });
});

test.each([
  ['079195001234', '079195001234'],
  ['079 195 001 234', '079195001234'],
  ['079.195.001.234', '079195001234'],
  ['số căn cước của tôi là 079195001234', '079195001234'],
  ['không bảy chín một chín lăm không không một hai ba bốn', '079195001234'],
  ['khong bay chin mot chin nam khong khong mot hai ba bon', '079195001234'],
  ['my id number is 079195001234', '079195001234'],
  ['123456789', 'bad'],
  ['07919500123', 'bad'],
  ['0791950012345', 'bad'],
  ['003195001234', 'bad'],
  ['079399001234', 'bad'],
  ['không nhớ số', 'bad'],
])('the personal number "%s" is %s', (text, value) => {
  expect(readAs({ type: 'id-number' }, text)).toBe(value);
});

test.each([
  ['123456789', /chứng minh nhân dân cũ/],
  ['07919500123', /đếm được 11 chữ số/],
  ['003195001234', /không có mã "003"/],
  ['079399001234', /năm sinh 2099/],
])('the refusal of "%s" says why and what to do', (text, why) => {
  expect(readValue(questionOf({ type: 'id-number' }), text, world)).toMatchObject({ kind: 'bad', why: { vi: expect.stringMatching(why) } });
});

test('a personal number tells province, sex and year of birth', () => {
  expect(idFacts('079195001234')).toEqual({ province: '079', sex: 'female', birthYear: 1995 });
  expect(idFacts('001026001234')).toEqual({ province: '001', sex: 'male', birthYear: 1926 });
  expect(idFacts('001326001234')).toEqual({ province: '001', sex: 'female', birthYear: 2026 });
  expect([idFacts('079'), idFacts(''), idFacts('003195001234')]).toEqual([null, null, null]);
});

test.each([
  ['0912345678', '0912345678'],
  ['0912 345 678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['(024) 3825 1234', '02438251234'],
  ['0236 3812 345', '02363812345'],
  ['số của tôi là 0388.123.456', '0388123456'],
  ['không chín một hai ba bốn năm sáu bảy tám', '0912345678'],
  ['01234567890', 'bad'],
  ['0123456', 'bad'],
  ['+1 212 555 0100', 'bad'],
  ['0212345678', 'bad'],
  ['0912345678 và 0987654321', 'bad'],
  ['chưa có', 'bad'],
])('the phone number "%s" is %s', (text, value) => {
  expect(readAs({ type: 'phone' }, text)).toBe(value);
});

test.each([
  ['An.Nguyen@Gmail.com', 'An.Nguyen@gmail.com'],
  ['email của tôi là an@vnpt.com.vn nhé', 'an@vnpt.com.vn'],
  ['an a còng gmail chấm com', 'an@gmail.com'],
  ['an@gmail.con', 'bad'],
  ['an@gmai.com', 'bad'],
  ['an@', 'bad'],
  ['a@b.vn c@d.vn', 'bad'],
])('the e-mail address "%s" is %s', (text, value) => {
  expect(readAs({ type: 'email' }, text)).toBe(value);
});
