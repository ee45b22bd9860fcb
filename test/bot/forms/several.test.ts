import { describe, expect, test } from 'vitest';
import { hearSeveral } from '../../../bot/forms/hear/several.ts';
import { byId, people, questions } from './birth-form.ts';
import { world } from './question-of.ts';

/** What was heard, an address by its commune. */
function heard(text: string, current: string | null = 'child.name'): Record<string, string> {
  const { answers } = hearSeveral(text, questions, people, current === null ? null : byId(current), world);
  return Object.fromEntries(
    Object.entries(answers).map(([id, { value }]) => [id, value.startsWith('{') ? JSON.parse(value).commune.name : value]),
  );
}

const an = { 'child.name': 'Nguyễn Minh An' };
const day = { 'child.birthDate': '2026-05-12' };
const binh = { 'mother.name': 'Trần Thị Bình' };

test.each<[string, Record<string, string>]>([
  ['con tôi tên Nguyễn Minh An, sinh 12/5/2026, con trai', { ...an, ...day, 'child.sex': 'male' }],
  ['con toi ten Nguyen Minh An, sinh 12/5/2026, con trai', { 'child.name': 'Nguyen Minh An', ...day, 'child.sex': 'male' }],
  ['con toi ten nguyen minh an sinh ngay 12 thang 5 nam 2026 con trai', { 'child.name': 'Nguyen Minh An', ...day, 'child.sex': 'male' }],
  ['Cháu là bé gái, tên là Nguyễn Minh An, sinh ngày 12 tháng 5 năm 2026 ạ', { ...an, ...day, 'child.sex': 'female' }],
  ['Nguyễn Minh An, sinh 12/5/2026', { ...an, ...day }],
  ['con tên Nguyễn Minh An, sinh 11/5/2026, à nhầm 12/5/2026, con trai', { ...an, ...day, 'child.sex': 'male' }],
  ['con ten Nguyen Minh An, sinh 11/5/2026 a nham, 12/5/2026', { 'child.name': 'Nguyen Minh An', ...day }],
  ['con tên Nguyễn Minh Ân, à tôi nhầm, Nguyễn Minh An, sinh 12/5/2026', { ...an, ...day }],
  ['Nguyễn Minh Ân, ý tôi là Nguyễn Minh An, sinh 12/5/2026', { ...an, ...day }],
  ['My son is called Nguyễn Minh An, born 11/5/2026, sorry, I meant 12/5/2026', { ...an, ...day, 'child.sex': 'male' }],
  ['con tên Nguyễn Minh An, sinh 12/5/2026, không phải 11/5/2026', { ...an, ...day }],
  ['Nguyễn Minh An, nam', { ...an, 'child.sex': 'male' }],
  ['Nguyễn Minh An, con trai', { ...an, 'child.sex': 'male' }],
  ['con tôi tên Nguyễn Minh An, nữ, sinh 12/5/2026', { ...an, ...day, 'child.sex': 'female' }],
  ['con toi ten Nguyễn Minh An, sinh 12/5/2026', { ...an, ...day }],
  ['bé tên Nguyễn Minh An dân tộc Kinh', { ...an, 'child.ethnicity': 'Kinh' }],
  ['con gái tôi tên Nguyễn Minh An', { ...an, 'child.sex': 'female' }],
  ['tên bé là Nguyễn Minh An. Sinh hôm 12/5/2026', { ...an, ...day }],
  ['họ tên: Nguyễn Minh An; ngày sinh: 12/05/2026; giới tính: nam', { ...an, ...day, 'child.sex': 'male' }],
  [
    'con tên Nguyễn Minh An, dân tộc Tày, quê quán phường Kinh Bắc, Bắc Ninh',
    { ...an, 'child.ethnicity': 'Tày', 'child.hometown': 'Phường Kinh Bắc' },
  ],
  ['con tôi sinh ngày mười hai tháng năm năm hai nghìn không trăm hai mươi sáu, tên Nguyễn Minh An', { ...an, ...day }],
  [
    'vợ tôi là Trần Thị Bình sinh năm 1995 số căn cước 079195001234 ở 5 Lê Lợi, phường Bến Thành TP HCM',
    { ...binh, 'mother.birthDate': '1995', 'mother.idNumber': '079195001234', 'mother.residence': 'Phường Bến Thành' },
  ],
  [
    'vo toi la Tran Thi Binh sinh nam 1995 so can cuoc 079195001234 o 5 Le Loi, phuong Ben Thanh TP HCM',
    {
      'mother.name': 'Tran Thi Binh',
      'mother.birthDate': '1995',
      'mother.idNumber': '079195001234',
      'mother.residence': 'Phường Bến Thành',
    },
  ],
  ['mẹ là Trần Thị Bình, sinh 3/4/1995', { ...binh, 'mother.birthDate': '1995-04-03' }],
  ['mẹ bé tên Trần Thị Bình, quốc tịch Việt Nam, dân tộc Mường', { ...binh, 'mother.nationality': 'VN', 'mother.ethnicity': 'Mường' }],
  ['vợ tôi tên Trần Thị Bình, cccd 079195001234', { ...binh, 'mother.idNumber': '079195001234' }],
  ['ngày sinh của mẹ là 3/4/1995, số định danh 079195001234', { 'mother.birthDate': '1995-04-03', 'mother.idNumber': '079195001234' }],
  ['chồng tôi sinh ngày 3/4/1990, căn cước 001090001234', { 'father.birthDate': '1990-04-03', 'father.idNumber': '001090001234' }],
  ['bố bé là Lê Văn Cường, mẹ bé là Trần Thị Bình', { 'father.name': 'Lê Văn Cường', ...binh }],
  [
    'bố tên Lê Văn Cường sinh 1990, mẹ tên Trần Thị Bình sinh 1995',
    { 'father.name': 'Lê Văn Cường', 'father.birthDate': '1990', ...binh, 'mother.birthDate': '1995' },
  ],
  ['tên cha là Lê Văn Cường, tên mẹ là Trần Thị Bình', { 'father.name': 'Lê Văn Cường', ...binh }],
  [
    'tôi tên là Lê Văn Cường, sđt 0912345678, email cuong@gmail.com',
    { 'applicant.name': 'Lê Văn Cường', 'applicant.phone': '0912345678', 'applicant.email': 'cuong@gmail.com' },
  ],
  ['toi ten Le Van Cuong so dien thoai 0912 345 678', { 'applicant.name': 'Le Van Cuong', 'applicant.phone': '0912345678' }],
  ['số điện thoại của tôi là không chín một hai ba bốn năm sáu bảy tám', { 'applicant.phone': '0912345678' }],
  ['số giấy kết hôn 15/2020', { 'marriage.number': '15/2020' }],
  ['con tôi tên Nguyễn Minh An, vợ tôi tên Trần Thị Bình', { ...an, ...binh }],
  ['tôi khai cho bé, tên Nguyễn Minh An, sinh ngày 12-5-2026', { ...an, ...day }],
  ['con toi la be gai, sinh hom qua', { 'child.sex': 'female', 'child.birthDate': '2026-11-21' }],
  ['bố ở 3 Kim Mã, phường Giảng Võ, Hà Nội', { 'father.residence': 'Phường Giảng Võ' }],
  ["my son's name is Nguyễn Minh An, born on 12 May 2026", { ...an, ...day, 'child.sex': 'male' }],
  [
    'my wife is Trần Thị Bình, born in 1995, id number 079195001234',
    { ...binh, 'mother.birthDate': '1995', 'mother.idNumber': '079195001234' },
  ],
  ["the father's name is Lê Văn Cường, the mother's name is Trần Thị Bình", { 'father.name': 'Lê Văn Cường', ...binh }],
  ['ten con toi la nguyen minh an', { 'child.name': 'Nguyen Minh An' }],
  [
    'con trai toi ten la Trần Gia Bảo sinh ngày 1 tháng 11 năm 2026',
    { 'child.name': 'Trần Gia Bảo', 'child.birthDate': '2026-11-01', 'child.sex': 'male' },
  ],
  ['Con tôi là Nguyễn Minh An. Tôi là bố cháu, tên Lê Văn Cường', { ...an, 'father.name': 'Lê Văn Cường' }],
  [
    'mẹ Trần Thị Bình, sinh ngày 3/4/1995; cha Lê Văn Cường, sinh ngày 5/6/1990',
    { ...binh, 'mother.birthDate': '1995-04-03', 'father.name': 'Lê Văn Cường', 'father.birthDate': '1990-06-05' },
  ],
  ['NGUYỄN MINH AN, SINH NGÀY 12/5/2026', { ...an, ...day }],
])('"%s"', (text, expected) => {
  expect(heard(text)).toEqual(expected);
});

describe('what was not said in so many words is not filled', () => {
  test.each<[string, string | null, Record<string, string>]>([
    ['con tôi tên Nguyễn Văn Nam', 'child.name', { 'child.name': 'Nguyễn Văn Nam' }],
    ['con tôi tên Nguyễn Thị Trai', null, { 'child.name': 'Nguyễn Thị Trai' }],
    ['con tôi tên Trần Kim Ngân, 12/5/2026', 'child.name', { 'child.name': 'Trần Kim Ngân' }],
    ['12/5/2026', null, {}],
    ['vợ tôi sinh ngày 12/5/2026', 'case.parents', {}],
    ['tên là Nguyễn Minh An', null, {}],
    ['sinh năm 1995', null, {}],
    ['số căn cước 079195001234', null, {}],
    ['vợ tôi là người Lào', null, {}],
    ['vợ tôi là giáo viên', null, {}],
    ['không phải con trai', 'child.sex', {}],
    ['con trai hay con gái cũng được', 'child.sex', {}],
    ['con tôi chưa có tên', 'child.name', {}],
    ['mẹ bé sinh ngày 31/2/1995', null, {}],
    ['căn cước của mẹ 123456789', null, {}],
    ['tôi ở với vợ chồng con trai', null, { 'child.sex': 'male' }],
    ['lệ phí bao nhiêu', 'child.name', {}],
    ['', 'child.name', {}],
  ])('"%s"', (text, current, expected) => {
    expect(heard(text, current)).toEqual(expected);
  });
});

test('a date without a cue goes to the question at hand', () => {
  expect(heard('con trai, 12/5/2026', 'child.birthDate')).toEqual({ ...day, 'child.sex': 'male' });
});

test('an old commune that was divided is remembered for its turn', () => {
  const { answers, unsure } = hearSeveral(
    'mẹ tên Trần Thị Bình ở 7 Đội Cấn, phường Cống Vị, quận Ba Đình, Hà Nội',
    questions,
    people,
    null,
    world,
  );
  expect(Object.keys(answers)).toEqual(['mother.name']);
  expect(unsure).toEqual({ 'mother.residence': '7 Đội Cấn, phường Cống Vị, quận Ba Đình, Hà Nội' });
});

test('a name without its marks is taken and marked for a second look', () => {
  expect(hearSeveral('con toi ten Nguyen Minh An sinh 12/5/2026', questions, people, null, world).unsure).toEqual({
    'child.name': 'Nguyen Minh An',
  });
});

test('what is left of the text is handed back', () => {
  expect(hearSeveral('con tôi tên Nguyễn Minh An, lệ phí bao nhiêu', questions, people, null, world).rest).toContain('lệ phí bao nhiêu');
});

test('only questions that are open are answered', () => {
  const open = questions.filter(({ id }) => id !== 'child.name');
  expect(hearSeveral('con tôi tên Nguyễn Minh An, sinh 12/5/2026', open, people, null, world).answers).toEqual({
    'child.birthDate': { value: '2026-05-12', shown: '12/05/2026' },
  });
});

test('who picks an option, or tells in free words, fills nothing else', () => {
  expect(heard('Đã đăng ký kết hôn', 'case.parents')).toEqual({ 'case.parents': 'married' });
  expect(heard('con trai', 'child.sex')).toEqual({ 'child.sex': 'male' });
  expect(heard('số giấy kết hôn 15/2020', 'mother.residence')).toEqual({});
});

test.each<[string, Record<string, string>]>([
  ['vợ tôi Trần Thị Bình sinh năm 1995', { ...binh, 'mother.birthDate': '1995' }],
  ['chúng tôi đã kết hôn, con tên Nguyễn Minh An', { 'case.parents': 'married', ...an }],
  ['con tôi tên là người Việt', {}],
])('beside the options at hand: "%s"', (text, expected) => {
  expect(heard(text, 'case.parents')).toEqual(expected);
});
