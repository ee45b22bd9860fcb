import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFacts } from '../../../bot/forms/values/id-facts.ts';
import { readValue } from '../../../bot/forms/values/read-value.ts';
import { sayDigits, sayMoney } from '../../../bot/speech/said.ts';
import { questionOf, readAs, world } from './question-of.ts';

test.each([
  ['bỏ qua', true, 'good'],
  ['không có', true, 'good'],
  ['skip', true, 'good'],
  ["I don't have one", true, 'good'],
  ['bỏ qua', false, 'bad'],
  ['không có', false, 'bad'],
])('"%s" where optional is %s is %s', (text, optional, kind) => {
  const reading = readValue(questionOf({ type: 'text', optional }), text, world);
  expect(reading.kind === 'good' ? [reading.kind, reading.answer.value] : [reading.kind]).toEqual(kind === 'good' ? ['good', ''] : ['bad']);
});

test('free words stand on one line and have an end', () => {
  expect(readAs({ type: 'text' }, ' 15/2020,\n UBND  phường ')).toBe('15/2020, UBND phường');
  expect(readAs({ type: 'text' }, 'a'.repeat(501))).toBe('bad');
});

test('checks of the form refuse with their own words', () => {
  const say = { vi: 'Phải từ 18 tuổi.', en: 'Must be 18.' };
  const adult = { type: 'date' as const, checks: [{ check: 'age-at-least' as const, years: 18, say }] };
  expect([readAs(adult, '22/11/2008'), readAs(adult, '23/11/2008')]).toEqual(['2008-11-22', 'bad']);
  expect(readValue(questionOf(adult), '23/11/2008', world)).toMatchObject({
    why: { vi: 'Phải từ 18 tuổi. Ví dụ: ví dụ này', en: 'Must be 18. For example: this example' },
  });
  const storeys = { type: 'number' as const, checks: [{ check: 'max' as const, value: 20 }] };
  expect([readAs(storeys, '20'), readAs(storeys, '21')]).toEqual(['20', 'bad']);
  expect(readAs({ type: 'date', checks: [{ check: 'not-past' }] }, 'hôm qua')).toBe('bad');
  expect(readAs({ type: 'text', checks: [{ check: 'pattern', pattern: '^[A-Z]{2}\\d{6}$', say }] }, 'AB12345')).toBe('bad');
});

test('an address comes in today’s two tiers, and one more piece is read with what is known', () => {
  const question = questionOf({ type: 'address', id: 'mother.residence' });
  expect(readValue(question, 'tôi ở 5 Lê Lợi, phường Bến Thành, TP HCM ạ', world)).toMatchObject({
    answer: { shown: '5 Lê Lợi, Phường Bến Thành, Thành phố Hồ Chí Minh' },
  });
  const divided = readValue(question, '7 Đội Cấn, phường Cống Vị, quận Ba Đình, Hà Nội', world);
  expect(divided.kind === 'ask' && divided.choices.length).toBe(2);
  const settled = readValue(question, 'phường Giảng Võ', world, divided.kind === 'ask' ? divided.partial : '');
  expect(settled).toMatchObject({ kind: 'good', answer: { shown: expect.stringContaining('Phường Giảng Võ') } });
  expect(readValue(question, 'phường Bến Thành, TP HCM', world)).toMatchObject({
    kind: 'ask',
    why: { vi: expect.stringContaining('số nhà') },
  });
});

test('a commune a letter off is asked about, and never guessed from a name alone', () => {
  const question = questionOf({ type: 'address', id: 'mother.residence' });
  expect(readValue(question, 'Nguyễn Văn Bình', world).kind).toBe('bad');
  const asked = readValue(question, 'số 5 Lê Lợi, phường Bến Thnh, TP HCM', world);
  if (asked.kind !== 'ask') throw new Error('it was not asked about');
  const settled = readValue(question, asked.choices[0]?.say ?? '', world, asked.partial);
  expect(settled).toMatchObject({ answer: { shown: 'Số 5 Lê Lợi, Phường Bến Thành, Thành phố Hồ Chí Minh' } });
});

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));

test('personal numbers come back however they are written or said', () => {
  const number = fc
    .tuple(fc.constantFrom('001', '079', '024', '096'), fc.constantFrom('0', '1'), digits(2, 2), digits(6, 6))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(number, (id) => {
      const ways = [id, id.replace(/(...)/g, '$1 '), id.replace(/(...)(?=.)/g, '$1.'), sayDigits(id), `căn cước ${id}`];
      expect(ways.map((way) => readAs({ type: 'id-number' }, way))).toEqual(ways.map(() => id));
      expect(idFacts(id)?.birthYear).toBe(1900 + Number(id.slice(4, 6)));
    }),
  );
});

test('phone numbers come back however they are written or said', () => {
  fc.assert(
    fc.property(fc.constantFrom('09', '086', '038', '070'), digits(8, 8), (prefix, rest) => {
      const number = (prefix + rest).slice(0, 10);
      const ways = [number, `+84${number.slice(1)}`, number.replace(/(....)(...)/, '$1 $2 '), sayDigits(number)];
      expect(ways.map((way) => readAs({ type: 'phone' }, way))).toEqual(ways.map(() => number));
    }),
  );
});

test('amounts come back from their words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), (thousands) => {
      const amount = thousands * 1000;
      expect(readAs({ type: 'amount' }, sayMoney(amount))).toBe(String(amount));
      expect(readAs({ type: 'amount' }, `${amount.toLocaleString('vi')} đồng`)).toBe(String(amount));
    }),
  );
});

test('names come back whatever the case they were typed in', () => {
  const syllable = fc.constantFrom(
    'Nguyễn',
    'Trần',
    'Lê',
    'Đặng',
    'Huỳnh',
    'Thị',
    'Văn',
    'Ngọc',
    'Bảo',
    'Châu',
    'Ý',
    'Quỳnh',
    'Ánh',
    'Đức',
    'Yến',
    'Sơn',
    'Hương',
  );
  const name = fc
    .tuple(fc.constantFrom('Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ'), syllable, syllable, syllable)
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(name, (full) => {
      const ways = [
        full,
        full.toLowerCase(),
        full.toUpperCase(),
        full.normalize('NFD'),
        `tên là ${full}`,
        `  ${full.replaceAll(' ', '  ')} `,
      ];
      expect(ways.map((way) => readAs({ type: 'name' }, way))).toEqual(ways.map(() => full));
    }),
  );
});

test('no text whatever breaks the reading of any type', () => {
  const types = [
    'name',
    'date',
    'partial-date',
    'time',
    'id-number',
    'phone',
    'email',
    'choice',
    'yes-no',
    'nationality',
    'ethnicity',
    'text',
    'number',
    'amount',
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 60 })), (type, text) => {
      expect(['good', 'bad', 'ask']).toContain(readValue(questionOf({ type }), text, world).kind);
    }),
    { numRuns: 500 },
  );
});
