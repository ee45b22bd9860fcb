import { expect, test } from 'vitest';
import { ethnicities } from '../../../bot/forms/values/ethnicity.ts';
import { readValue } from '../../../bot/forms/values/read-value.ts';
import { fold } from '../../../bot/text.ts';
import { option, questionOf, readAs, world } from './question-of.ts';

test.each([
  ['có', 'yes'],
  ['dạ có ạ', 'yes'],
  ['đúng rồi', 'yes'],
  ['ừ', 'yes'],
  ['vâng', 'yes'],
  ['co', 'yes'],
  ['yes', 'yes'],
  ['tôi có', 'yes'],
  ['không', 'no'],
  ['ko', 'no'],
  ['k', 'no'],
  ['dạ chưa', 'no'],
  ['chưa có', 'no'],
  ['vâng, không ạ', 'no'],
  ['no', 'no'],
  ['không biết', 'bad'],
  ['có không', 'bad'],
  ['có lẽ', 'bad'],
  ['12/5', 'bad'],
])('yes or no: "%s" is %s', (text, value) => {
  expect(readAs({ type: 'yes-no' }, text)).toBe(value);
});

const options = [
  option('married', 'Đã đăng ký kết hôn', 'Married', 'da ket hon', 'vo chong'),
  option('mother-only', 'Chưa kết hôn, chỉ khai mẹ', 'Not married', 'chua ket hon', 'me don than'),
  option('found', 'Trẻ bị bỏ rơi', 'The child was found', 'bi bo roi'),
];

test.each([
  ['Đã đăng ký kết hôn', 'married'],
  ['da dang ky', 'married'],
  ['married', 'married'],
  ['chúng tôi chưa kết hôn', 'mother-only'],
  ['not married', 'mother-only'],
  ['mẹ đơn thân ạ', 'mother-only'],
  ['2', 'mother-only'],
  ['câu 3', 'found'],
  ['cái thứ hai', 'mother-only'],
  ['cuối cùng', 'found'],
  ['b', 'mother-only'],
  ['tre bi', 'found'],
  ['4', 'bad'],
  ['khác', 'bad'],
  ['đã kết hôn nhưng bị bỏ rơi', 'bad'],
  ['không phải vợ chồng', 'bad'],
])('of the options "%s" is %s', (text, value) => {
  expect(readAs({ type: 'choice', options }, text)).toBe(value);
});

test.each([
  ['Việt Nam', 'VN'],
  ['viet nam', 'VN'],
  ['quốc tịch Mỹ', 'US'],
  ['người Hàn Quốc', 'KR'],
  ['han quoc', 'KR'],
  ['Japanese', 'JP'],
  ['Đài Loan', 'TW'],
  ['cam pu chia', 'KH'],
  ['Lào', 'LA'],
  ['France', 'FR'],
  ['Sao Hỏa', 'bad'],
])('the nationality "%s" is %s', (text, value) => {
  expect(readAs({ type: 'nationality' }, text)).toBe(value);
});

test.each([
  ['kinh', 'Kinh'],
  ['dân tộc Kinh', 'Kinh'],
  ["h'mông", 'Mông'],
  ['hmong', 'Mông'],
  ['ê đê', 'Ê Đê'],
  ['ede', 'Ê Đê'],
  ["K'ho", 'Cơ Ho'],
  ['Vân Kiều', 'Bru Vân Kiều'],
  ['khơ me', 'Khmer'],
  ['người Tày', 'Tày'],
  ['cao lan', 'Sán Chay'],
  ['Klingon', 'bad'],
])('the ethnic group "%s" is %s', (text, value) => {
  expect(readAs({ type: 'ethnicity' }, text)).toBe(value);
});

test('there are 54 groups and each is read back from its name, with marks or without', () => {
  expect(ethnicities).toHaveLength(54);
  for (const name of ethnicities)
    expect([readAs({ type: 'ethnicity' }, name), readAs({ type: 'ethnicity' }, fold(name))]).toEqual([name, name]);
});

test.each([
  ['2', '2'],
  ['hai', '2'],
  ['2 người', '2'],
  ['72,5 m2', '72.5'],
  ['khoảng 1.200 mét vuông', '1200'],
  ['ba tầng', '3'],
  ['2 hoặc 3', 'bad'],
  ['nhiều', 'bad'],
])('the number "%s" is %s', (text, value) => {
  expect(readAs({ type: 'number' }, text)).toBe(value);
});

test.each([
  ['5 triệu', '5000000'],
  ['5tr', '5000000'],
  ['5tr5', '5500000'],
  ['500k', '500000'],
  ['1,5 tỷ', '1500000000'],
  ['1 tỷ 200 triệu', '1200000000'],
  ['5.000.000 đ', '5000000'],
  ['năm triệu rưỡi', '5500000'],
  ['5 triệu rưỡi', '5500000'],
  ['hai trăm nghìn đồng', '200000'],
  ['5', 'bad'],
  ['$500', 'bad'],
  ['10 triệu/tháng', '10000000'],
  ['3 triệu một tháng', '3000000'],
  ['ít thôi', 'bad'],
])('the amount "%s" is %s', (text, value) => {
  expect(readAs({ type: 'amount' }, text)).toBe(value);
});

test('an amount is shown with its dots', () => {
  expect(readValue(questionOf({ type: 'amount' }), '5tr5', world)).toMatchObject({ answer: { shown: '5.500.000 đồng' } });
});
