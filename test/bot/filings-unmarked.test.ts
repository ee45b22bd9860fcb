import { expect, test } from 'vitest';
import type { Answers } from '../../bot/forms/form.ts';
import type { Asked } from '../../bot/forms/plan.ts';
import { unmarkedLine } from '../../bot/forms/read-back.ts';
import { questionOf } from './forms/question-of.ts';

const asked: Asked[] = [
  { ...questionOf({ type: 'text' }), id: 'child.facility', step: 0 },
  { ...questionOf({ type: 'address' }), id: 'child.hometown', step: 0 },
  { ...questionOf({ type: 'name' }), id: 'mother.name', step: 0 },
];

function answers(facility: string, detail: string): Answers {
  const place = { detail, commune: { code: '00070', name: 'Phường Hoàn Kiếm' }, province: { code: '01', name: 'Thành phố Hà Nội' } };
  return {
    'child.facility': { value: facility, shown: facility },
    'child.hometown': { value: JSON.stringify(place), shown: detail },
    'mother.name': { value: 'Tran Thi Huong', shown: 'Tran Thi Huong' },
  };
}

test('what was typed without marks is named by its numbers', () => {
  expect(unmarkedLine(asked, answers('benh vien phu san', '43 trang thi'), 'vi')).toContain('Câu 1, 2 chưa có dấu');
  expect(unmarkedLine(asked, answers('Bệnh viện Phụ sản', '43 trang thi'), 'vi')).toContain('Câu 2 chưa có dấu');
});

test('marked words, figures and a name that was asked about already are left', () => {
  expect(unmarkedLine(asked, answers('Bệnh viện Phụ sản', 'số 5 ngõ 12'), 'vi')).toBe('');
  expect(unmarkedLine(asked, answers('A12 B7', '43'), 'en')).toBe('');
});
