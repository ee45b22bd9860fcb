import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readValue } from '../../../bot/forms/values/read-value.ts';
import { sayDate } from '../../../bot/speech/said.ts';
import { fold } from '../../../bot/text.ts';
import { questionOf, readAs, world } from './question-of.ts';

const notFuture = [{ check: 'not-future' as const }];

test.each([
  ['12/5/2026', '2026-05-12'],
  ['11/5/2026, à nhầm 12/5/2026', '2026-05-12'],
  ['11/5/2026, mà thôi 12/5/2026', '2026-05-12'],
  ['12-05-2026', '2026-05-12'],
  ['12.5.2026', '2026-05-12'],
  ['12 / 5 / 2026', '2026-05-12'],
  ['12 5 2026', '2026-05-12'],
  ['12052026', '2026-05-12'],
  ['2026-05-12', '2026-05-12'],
  ['2026/5/12', '2026-05-12'],
  ['ngày 12 tháng 5 năm 2026', '2026-05-12'],
  ['ngay 12 thang 5 nam 2026', '2026-05-12'],
  ['12 tháng 5, 2026', '2026-05-12'],
  ['12 thang 5 2026', '2026-05-12'],
  ['12/5 năm 2026', '2026-05-12'],
  ['mùng 3 tháng 5 năm 2026', '2026-05-03'],
  ['mồng 3/5/2026', '2026-05-03'],
  ['dạ ngày 12/5/2026 ạ', '2026-05-12'],
  ['cháu sinh hôm 12/5/2026 nhé', '2026-05-12'],
  ['sinh ngày 1 tháng 12 năm 1995.', '1995-12-01'],
  ['hôm nay', '2026-11-22'],
  ['hom qua', '2026-11-21'],
  ['Hôm kia ạ', '2026-11-20'],
  ['12 May 2026', '2026-05-12'],
  ['May 12th, 2026', '2026-05-12'],
  ['the 3rd of May 2026', '2026-05-03'],
  ['yesterday', '2026-11-21'],
  ['29/2/2024', '2024-02-29'],
  ['ngày mười hai tháng năm năm hai nghìn không trăm hai mươi sáu', '2026-05-12'],
  ['mười hai tháng năm năm hai không hai sáu', '2026-05-12'],
  ['muoi hai thang nam nam hai nghin khong tram hai muoi sau', '2026-05-12'],
  ['ngày ba mươi mốt tháng mười hai năm một chín chín lăm', '1995-12-31'],
  ['mùng một tháng tư năm hai nghìn', '2000-04-01'],
  ['ngày mười lăm tháng tám năm 2020', '2020-08-15'],
  ['12/5/95', '1995-05-12'],
  ['1-1-88', '1988-01-01'],
])('"%s" is %s', (text, value) => {
  expect(readAs({ type: 'date', checks: notFuture }, text)).toBe(value);
});

test.each([
  '31/4/2026',
  '29/2/2026',
  '5/13/2026',
  '0/5/2026',
  '12/5/2027',
  '12/5/20266',
  'không biết ngày nào đâu',
  'hôm đó',
  'tháng 5 năm 2026',
  '12/5/2026 hoặc 13/5/2026',
  'khoảng 12/5/2026',
  '12/5/2026 âm lịch',
  'rằm tháng 7',
  'mùng 3 tết',
  'ngày 12 tháng chạp',
  '12',
  '0912345678',
  'xin chào',
])('"%s" is no day of a birth', (text) => {
  expect(readAs({ type: 'date', checks: notFuture }, text)).toBe('bad');
});

describe('what is not said is asked, not guessed', () => {
  test('a year of two figures that may be of either century', () => {
    const question = questionOf({ type: 'date', checks: notFuture });
    const reading = readValue(question, '12-5-26', world);
    expect(reading).toMatchObject({ kind: 'ask', choices: [{ say: '12/05/1926' }, { say: '12/05/2026' }] });
    expect(readValue(question, '2026', world, reading.kind === 'ask' ? reading.partial : '')).toMatchObject({
      answer: { value: '2026-05-12' },
    });
  });

  test('a check of the form may leave one century', () => {
    const checks = [...notFuture, { check: 'age-under' as const, years: 18, say: { vi: 'Dưới 18', en: 'Under 18' } }];
    expect(readAs({ type: 'date', checks }, '12-5-26')).toBe('2026-05-12');
  });

  test('a day without its year', () => {
    const question = questionOf({ type: 'date', checks: notFuture });
    const reading = readValue(question, 'mùng 3 tháng 5', world);
    expect(reading).toMatchObject({ kind: 'ask', partial: '03/05', why: { vi: 'Ngày 03/05 năm nào? Bạn gửi năm, đủ bốn chữ số.' } });
    expect(readValue(question, 'năm 2025', world, '03/05')).toMatchObject({ answer: { value: '2025-05-03' } });
    expect(readValue(question, '4/5/2025', world, '03/05')).toMatchObject({ answer: { value: '2025-05-04' } });
  });
});

test('a lunar day is refused with what to do, and every refusal carries the example', () => {
  const reading = readValue(questionOf({ type: 'date' }), '10/3 âm lịch', world);
  expect(reading).toMatchObject({
    kind: 'bad',
    why: { vi: expect.stringMatching(/dương lịch.*Ví dụ: ví dụ này/), en: expect.stringMatching(/lunar.*For example: this example/) },
  });
});

test.each([
  ['1960', '1960'],
  ['năm 1960', '1960'],
  ['sinh năm 60', '1960'],
  ['chỉ nhớ năm 1960 thôi', '1960'],
  ['5/1960', '1960-05'],
  ['tháng 5 năm 1960', '1960-05'],
  ['thang 12, 1960', '1960-12'],
  ['12/5/1960', '1960-05-12'],
  ['năm một chín sáu mươi', '1960'],
  ['born in 1960', '1960'],
  ['13/1960', 'bad'],
  ['2030', 'bad'],
  ['không rõ', 'bad'],
  ['26', 'bad'],
])('as a date not wholly known "%s" is %s', (text, value) => {
  expect(readAs({ type: 'partial-date', checks: notFuture }, text)).toBe(value);
});

test.each([
  ['7 giờ 30 tối', '19:30'],
  ['19h30', '19:30'],
  ['07:30', '07:30'],
  ['7h30 sáng', '07:30'],
  ['7 gio ruoi toi', '19:30'],
  ['bảy giờ rưỡi tối', '19:30'],
  ['8 giờ kém 15 sáng', '07:45'],
  ['12 giờ trưa', '12:00'],
  ['12 giờ đêm', '00:00'],
  ['1 giờ đêm', '01:00'],
  ['lúc 23 giờ 5 phút', '23:05'],
  ['hai giờ chiều', '14:00'],
  ['7:30 pm', '19:30'],
  ['7am', '07:00'],
  ['9h', 'ask'],
  ['7 giờ 30', 'ask'],
  ['25h', 'bad'],
  ['8h75', 'bad'],
  ['buổi sáng', 'bad'],
])('the time "%s" is %s', (text, value) => {
  expect(readAs({ type: 'time' }, text)).toBe(value);
});

test('the part of the day completes an hour', () => {
  expect(readValue(questionOf({ type: 'time' }), 'tối', world, '7 giờ 30')).toMatchObject({
    answer: { value: '19:30', shown: '19 giờ 30 phút' },
  });
});

const days = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

test('every day comes back from every way of writing and saying it', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('north' as const, 'south' as const), (day, region) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const ways = [
        `${date}/${month}/${year}`,
        `${Number(date)}-${Number(month)}-${year}`,
        `ngày ${Number(date)} tháng ${Number(month)} năm ${year}`,
        `${date}${month}${year}`,
        sayDate(day, region),
        fold(sayDate(day, region)),
      ];
      expect(ways.map((way) => readAs({ type: 'date' }, way))).toEqual(ways.map(() => day));
    }),
    { numRuns: 300 },
  );
});

test('a day that is on no calendar is never taken', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1930, max: 2026 }),
      (day, month, year) => {
        const moment = new Date(Date.UTC(year, month - 1, day));
        fc.pre(month < 1 || month > 12 || moment.getUTCDate() !== day || moment.getUTCMonth() !== month - 1);
        expect(readAs({ type: 'date' }, `${day}/${month}/${year}`)).toBe('bad');
      },
    ),
  );
});
