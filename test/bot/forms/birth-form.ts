import type { Form, Question } from '../../../bot/forms/form.ts';
import { option, questionOf } from './question-of.ts';

const person = (id: string, ...hear: string[]) => ({ id, title: { vi: id, en: id }, hear });

/** People and questions as a filing about a birth has them. */
export const people: Form['people'] = [
  person('child', 'con', 'con toi', 'be', 'em be', 'chau', 'chau be'),
  person('mother', 'me', 'me be', 'me chau', 'vo', 'vo toi'),
  person('father', 'cha', 'bo', 'ba', 'bo be', 'chong', 'chong toi'),
  person('applicant', 'toi', 'minh', 'nguoi di dang ky'),
];

const ask = (id: string, type: Question['type'], vi: string, en: string, ...hear: string[]) =>
  questionOf({ id, type, label: { vi, en }, hear, checks: /irthDate$/.test(id) ? [{ check: 'not-future' }] : [] });

export const questions: Question[] = [
  {
    ...ask('case.parents', 'choice', 'Cha mẹ của con', 'The parents', 'cha me', 'bo me'),
    options: [
      option('married', 'Đã đăng ký kết hôn', 'Married', 'da ket hon', 'vo chong'),
      option('mother-only', 'Chưa kết hôn, chỉ khai mẹ', 'Not married', 'chua ket hon', 'me don than'),
    ],
  },
  ask('child.name', 'name', 'Họ tên của con', "Child's name", 'ten con', 'con ten', 'be ten', 'dat ten'),
  ask('child.birthDate', 'date', 'Ngày sinh của con', "Child's date of birth", 'sinh ngay', 'ngay sinh cua con', 'ngay sinh'),
  {
    ...ask('child.sex', 'choice', 'Giới tính của con', "Child's sex", 'gioi tinh'),
    options: [option('male', 'Nam', 'Male', 'trai', 'con trai'), option('female', 'Nữ', 'Female', 'gai', 'con gai')],
  },
  ask('child.ethnicity', 'ethnicity', 'Dân tộc của con', "Child's ethnic group", 'dan toc'),
  ask('child.hometown', 'address', 'Quê quán của con', "Child's hometown", 'que', 'que quan'),
  ask('mother.name', 'name', 'Họ tên mẹ', "Mother's name", 'ten me', 'vo toi ten', 'me la'),
  ask('mother.birthDate', 'partial-date', 'Ngày sinh của mẹ', "Mother's date of birth", 'ngay sinh cua me', 'me sinh nam', 'vo toi sinh'),
  ask('mother.idNumber', 'id-number', 'Số định danh của mẹ', "Mother's personal number", 'can cuoc cua me'),
  ask('mother.ethnicity', 'ethnicity', 'Dân tộc của mẹ', "Mother's ethnic group"),
  ask('mother.nationality', 'nationality', 'Quốc tịch của mẹ', "Mother's nationality"),
  ask('mother.residence', 'address', 'Nơi cư trú của mẹ', "Mother's residence", 'dia chi cua me'),
  ask('father.name', 'name', 'Họ tên cha', "Father's name", 'ten cha', 'ten bo'),
  ask('father.birthDate', 'partial-date', 'Ngày sinh của cha', "Father's date of birth"),
  ask('father.idNumber', 'id-number', 'Số định danh của cha', "Father's personal number"),
  ask('father.residence', 'address', 'Nơi cư trú của cha', "Father's residence"),
  ask('marriage.number', 'text', 'Số giấy kết hôn', 'Marriage certificate number', 'so giay ket hon'),
  ask('applicant.name', 'name', 'Họ tên của bạn', 'Your name', 'toi ten'),
  ask('applicant.phone', 'phone', 'Số điện thoại của bạn', 'Your phone number', 'so dien thoai'),
  ask('applicant.email', 'email', 'E-mail của bạn', 'Your e-mail'),
];

export const byId = (id: string): Question => {
  const question = questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
};
