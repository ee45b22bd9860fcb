import type { Question } from '../../../bot/forms/form.ts';
import { readValue, type World } from '../../../bot/forms/values/read-value.ts';
import type { Places } from '../../../bot/places/places.ts';

/** Three provinces of today with a few communes, and an old commune that was divided. */
export const places: Places = {
  provinces: [
    { code: '01', name: 'Thành phố Hà Nội' },
    { code: '79', name: 'Thành phố Hồ Chí Minh' },
    { code: '24', name: 'Tỉnh Bắc Ninh' },
  ],
  communes: [
    { code: '00004', name: 'Phường Ba Đình', province: '01' },
    { code: '00025', name: 'Phường Giảng Võ', province: '01' },
    { code: '26743', name: 'Phường Bến Thành', province: '79' },
    { code: '26734', name: 'Phường Sài Gòn', province: '79' },
    { code: '07210', name: 'Phường Kinh Bắc', province: '24' },
  ],
  before: [
    {
      code: '001',
      name: 'Thành phố Hà Nội',
      also: [],
      province: '01',
      districts: [
        {
          name: 'Quận Ba Đình',
          also: [],
          communes: [
            { name: 'Phường Trúc Bạch', now: ['00004'] },
            { name: 'Phường Cống Vị', now: ['00004', '00025'] },
          ],
        },
      ],
    },
  ],
};

export const world: World = { today: '2026-11-22', places, language: 'vi' };

export function questionOf(part: Partial<Question> & Pick<Question, 'type'>): Question {
  const text = { vi: 'Câu hỏi', en: 'Question' };
  return {
    id: 'child.thing',
    label: text,
    ask: text,
    help: text,
    example: { vi: 'ví dụ này', en: 'this example' },
    options: [],
    optional: false,
    checks: [],
    sameAs: [],
    hear: [],
    ...part,
  };
}

export function option(value: string, vi: string, en: string, ...hear: string[]): Question['options'][number] {
  return { value, label: { vi, en }, hear };
}

/** The value of a good reading, or the kind of any other. */
export function readAs(part: Partial<Question> & Pick<Question, 'type'>, text: string, in_: Partial<World> = {}): string {
  const reading = readValue(questionOf(part), text, { ...world, ...in_ });
  return reading.kind === 'good' ? reading.answer.value : reading.kind;
}
