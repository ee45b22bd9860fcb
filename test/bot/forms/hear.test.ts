import { expect, test } from 'vitest';
import { commandOf } from '../../../bot/forms/hear/command.ts';
import { correctionOf } from '../../../bot/forms/hear/correction.ts';
import { asksSomething } from '../../../bot/forms/hear/is-question.ts';
import { byId, people, questions } from './birth-form.ts';
import { world } from './question-of.ts';

test.each([
  ['sửa ngày sinh của bé thành 13/5/2026', 'child.birthDate: 13/5/2026'],
  ['sua ngay sinh cua be thanh 13/5/2026', 'child.birthDate: 13/5/2026'],
  ['Sửa lại giúp tôi tên mẹ là Trần Thị Bình', 'mother.name: Trần Thị Bình'],
  ['đổi ngày sinh của mẹ từ 3/4/1995 thành 4/3/1995', 'mother.birthDate: 4/3/1995'],
  ['đổi quê quán', 'child.hometown: '],
  ['tôi muốn sửa số điện thoại', 'applicant.phone: '],
  ['sửa số điện thoại 0912345678', 'applicant.phone: 0912345678'],
  ['cập nhật email của tôi thành an@gmail.com', 'applicant.email: an@gmail.com'],
  ['số căn cước của mẹ sai rồi', 'mother.idNumber: '],
  ['so can cuoc cua me sai roi', 'mother.idNumber: '],
  ['số căn cước của mẹ bị sai, phải là 079195001234', 'mother.idNumber: 079195001234'],
  ['tên bố nhầm rồi, là Lê Văn Cường', 'father.name: Lê Văn Cường'],
  ['à nhầm, tên bé là Nguyễn Minh Anh', 'child.name: Nguyễn Minh Anh'],
  ['à nhầm, tên con là Nguyễn Minh Anh', 'child.name: Nguyễn Minh Anh'],
  ['xin lỗi, tôi ghi nhầm, dân tộc của mẹ là Tày', 'mother.ethnicity: Tày'],
  ['sửa câu 3', 'child.birthDate: '],
  ['sua cau 3 thanh 13/5/2026', 'child.birthDate: 13/5/2026'],
  ['sửa mục hai', 'child.name: '],
  ['correct 3', 'child.birthDate: '],
  ['correct number 3', 'child.birthDate: '],
  ["change the father's name to Lê Văn Cường", 'father.name: Lê Văn Cường'],
  ["the mother's personal number is wrong", 'mother.idNumber: '],
  ['sửa ngày sinh', 'unclear'],
  ['sửa câu 99', 'unclear'],
  ['sửa lại giúp tôi', 'unclear'],
  ['tôi muốn sửa thông tin', 'unclear'],
  ['sai rồi', 'unclear'],
  ['nhầm rồi ạ', 'unclear'],
  ['à nhầm, 13/5/2026', 'unclear'],
  ['sửa chữa nhà ở', 'none'],
  ['đổi giấy phép lái xe', 'none'],
  ['con tôi tên Nguyễn Minh An', 'none'],
  ['ngày sinh của bé là 13/5/2026', 'none'],
  ['không phải', 'none'],
  ['sửa ngày sinh ở đâu?', 'none'],
  ['Trần Văn Sửa', 'none'],
  ['tôi không sai', 'none'],
])('the correction "%s" is %s', (text, expected) => {
  const found = correctionOf(text, questions, people);
  expect(found === null ? 'none' : found.kind === 'of' ? `${found.question.id}: ${found.value}` : found.kind).toBe(expected);
});

test('a slip is of what was told last, where several could be meant', () => {
  const told = ['child.name', 'mother.name'].map(byId);
  expect(correctionOf('à nhầm, tên là Nguyễn Minh Anh', told, people)).toEqual({
    kind: 'of',
    question: byId('mother.name'),
    value: 'Nguyễn Minh Anh',
  });
});

test.each([
  ['bỏ qua', 'skip'],
  ['bo qua cau nay di', 'skip'],
  ['skip this question please', 'skip'],
  ['quay lại', 'back'],
  ['cho tôi quay lại câu trước ạ', 'back'],
  ['go back', 'back'],
  ['dừng', 'stop'],
  ['thôi', 'stop'],
  ['thôi không làm nữa', 'stop'],
  ['hủy hồ sơ', 'stop'],
  ['tôi muốn dừng', 'stop'],
  ['tôi muốn dùng', null],
  ['làm lại từ đầu', 'restart'],
  ['lam lai tu dau nhe', 'restart'],
  ['start over', 'restart'],
  ['xem lại', 'review'],
  ['cho em xem lại những gì đã khai', 'review'],
  ['show my answers', 'review'],
  ['tôi điền tới đâu rồi', 'progress'],
  ['còn bao nhiêu câu nữa', 'progress'],
  ['how many questions left', 'progress'],
  ['giúp', 'help'],
  ['giúp tôi với', 'help'],
  ['khong hieu', 'help'],
  ['cho ví dụ đi', 'help'],
  ['help me', 'help'],
  ['tiếp tục hồ sơ', 'resume'],
  ['continue my filing', 'resume'],
  ['để sau', 'later'],
  ['mai làm tiếp nhé', 'later'],
  ['later', 'later'],
  ['đúng', null],
  ['không', null],
  ['bỏ qua phần địa chỉ của mẹ', null],
  ['giúp tôi làm hộ chiếu', null],
  ['dừng xe ở đâu', null],
  ['Nguyễn Văn Dừng', null],
  ['tiếp tục học ở trường', null],
  ['', null],
])('the command "%s" is %s', (text, command) => {
  expect(commandOf(text)).toBe(command);
});

test.each([
  ['lệ phí bao nhiêu', 'child.name', true],
  ['le phi bao nhieu', 'child.birthDate', true],
  ['giấy chứng sinh lấy ở đâu', 'child.name', true],
  ['số định danh là gì', 'mother.idNumber', true],
  ['so dinh danh la gi', 'mother.idNumber', true],
  ['không biết thì sao?', 'mother.birthDate', true],
  ['?', 'child.name', true],
  ['có cần công chứng không', 'case.parents', true],
  ['có cần công chứng không', 'child.name', true],
  ['sao phải khai cái này', 'mother.idNumber', true],
  ['cho tôi gặp cán bộ', 'child.name', true],
  ['H40.23.08-250715-0012', 'child.name', true],
  ['where do I get the birth notice', 'child.birthDate', true],
  ['what is a personal number', 'mother.idNumber', true],
  ['nộp ở đâu vậy', 'mother.residence', true],
  ['phải trả bao nhiêu tiền', 'marriage.number', true],
  ['Nguyễn Minh An', 'child.name', false],
  ['nguyen minh an', 'child.name', false],
  ['Lê Thị Phí', 'child.name', false],
  ['Nguyễn Văn Được', 'child.name', false],
  ['12/5/2026', 'child.birthDate', false],
  ['hôm qua', 'child.birthDate', false],
  ['mẹ đơn thân', 'case.parents', false],
  ['chưa kết hôn', 'case.parents', false],
  ['079195001234', 'mother.idNumber', false],
  ['không biết', 'mother.idNumber', false],
  ['5 Lê Lợi, phường Bến Thành, TP HCM', 'mother.residence', false],
  ['15/2020, UBND phường Bến Thành', 'marriage.number', false],
  ['đầu ngõ 3, phường Giảng Võ', 'mother.residence', false],
  ['asdf', 'child.birthDate', false],
  ['nộp ở phường nào', 'mother.residence', true],
  ['chưa kết hôn có được không', 'case.parents', true],
  ['có giấy nhưng không có người làm chứng', 'case.parents', false],
  ['kinh là gì', 'child.ethnicity', true],
  ['có bắt buộc không', 'applicant.email', true],
])('"%s" to %s asks something: %s', (text, id, asks) => {
  expect(asksSomething(text, byId(id), world)).toBe(asks);
});
