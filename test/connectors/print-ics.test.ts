import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Appointment } from '../../bot/forms/sheet.ts';
import { createPrinter } from '../../connectors/print/printer.ts';

const { ics } = createPrinter();
const made = new Date('2026-11-22T08:00:00Z');
const deadline: Appointment = {
  id: 'khai-sinh-MC-7K3P',
  title: 'Hạn đăng ký khai sinh cho bé; mang giấy chứng sinh, căn cước',
  description: 'Trong 60 ngày kể từ ngày sinh.\nỦy ban nhân dân cấp xã, C:\\ nơi cư trú',
  place: 'Phường Cửa Nam, Hà Nội',
  when: { kind: 'day', day: '2026-12-31' },
  remindDaysBefore: [7, 0],
};

/** Long lines put together again, as RFC 5545 §3.1 tells. */
const unfold = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const unescaped = (text: string) => text.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
const valueIn = (text: string, name: string) =>
  unescaped(
    unfold(text)
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1) ?? '',
  );

test('a deadline is a whole day with its reminders at nine in the morning', async () => {
  const lines = unfold(await ics([deadline], made));
  expect(lines).toEqual(
    expect.arrayContaining(['VERSION:2.0', 'METHOD:PUBLISH', 'DTSTART;VALUE=DATE:20261231', 'DTSTAMP:20261122T080000Z']),
  );
  expect(lines).toContain('UID:khai-sinh-MC-7K3P@motcua');
  // Six days and 15 hours before midnight is nine in the morning of the seventh day before.
  expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER;RELATED=START:-P6DT15H', 'TRIGGER;RELATED=START:PT9H']);
  expect(lines.filter((line) => line === 'BEGIN:VALARM').length).toBe(2);
});

test('an appointment at the counter has its hour and its end, wherever the machine stands', async () => {
  const when = { kind: 'time' as const, start: new Date('2026-12-01T02:30:00Z'), minutes: 45 };
  const lines = unfold(await ics([{ ...deadline, when, remindDaysBefore: [1] }], made));
  expect(lines).toEqual(expect.arrayContaining(['DTSTART:20261201T023000Z', 'DTEND:20261201T031500Z', 'TRIGGER;RELATED=START:-P1D']));
});

test('Vietnamese text comes back as it was, in lines of at most 75 octets', async () => {
  const words = fc.array(fc.constantFrom('Nguyễn', 'đăng ký;', 'hạn,', 'ỷ\\n', 'BEGIN:VEVENT', 'Ẫm', '王', '😀', 'a:b="c"'), {
    minLength: 1,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(words, words, async (title, description) => {
      const text = await ics([{ ...deadline, title: title.join(' '), description: description.join('\n') }], made);
      expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
      expect(valueIn(text, 'SUMMARY')).toBe(title.join(' '));
      expect(valueIn(text, 'DESCRIPTION')).toBe(description.join('\n'));
      expect(unfold(text).filter((line) => line === 'BEGIN:VEVENT').length).toBe(1);
    }),
  );
});

test('a line end or a hidden character in a title begins no line of its own', async () => {
  const text = await ics([{ ...deadline, title: 'Hạn\r\nATTENDEE:mailto:x@y.vn\u0000\u202e' }], made);
  expect(unfold(text).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  expect(valueIn(text, 'SUMMARY')).toBe('Hạn ATTENDEE:mailto:x@y.vn');
});

test('made again later it replaces what the calendar holds', async () => {
  const numberOf = (text: string) => Number(valueIn(text, 'SEQUENCE'));
  const [first, second] = [await ics([deadline], made), await ics([deadline], new Date(made.getTime() + 3_600_000))];
  expect(numberOf(second)).toBeGreaterThan(numberOf(first));
  expect(valueIn(second, 'UID')).toBe(valueIn(first, 'UID'));
});
