import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emptyMemory } from '../../bot/memory.ts';
import { withoutMarks } from '../../bot/text.ts';
import { isEnglish } from '../../bot/typed.ts';
import type { Memory } from '../../bot/types.ts';
import { withoutOpening } from '../../bot/understand/continues.ts';
import { wishOf } from '../../bot/understand/kind.ts';
import { languageOf } from '../../bot/understand/language.ts';
import { returnsTo } from '../../bot/understand/returns.ts';
import { understand } from '../../bot/understand/understand.ts';
import { hitOf } from '../fakes/ports.ts';
import { fakeDialog } from '../fakes/respond.ts';

const kindOf = (text: string) => understand(text, emptyMemory).intent.kind;
/** A text as it is, and as it is typed without marks. */
const bothWays = (texts: string[]) => texts.flatMap((text) => [text, withoutMarks(text)]);

describe('a dossier', () => {
  test.each([
    'hồ sơ của tôi giải quyết bao lâu rồi',
    'hồ sơ em nộp hôm thứ hai tới đâu rồi',
    'hồ sơ đã nộp nửa tháng bao giờ có kết quả',
    'nộp giấy tờ nhập khẩu lâu rồi chưa thấy ai gọi',
    'hồ sơ tách thửa xong chưa',
    'hồ sơ bao giờ xong',
    'hồ sơ của tôi ba tháng rồi chưa xong',
  ])('that was handed in is asked after by "%s"', (text) => {
    expect(kindOf(text)).toBe('dossier-without-code');
    expect(kindOf(withoutMarks(text))).toBe('dossier-without-code');
  });

  test.each(
    bothWays([
      'hồ sơ nhận con nuôi giải quyết mấy ngày',
      'hồ sơ khai tử quá hạn gồm những gì',
      'hồ sơ tạm trú nộp đến đâu',
      'xem hồ sơ địa chính',
    ]),
  )('that is still to be made is meant by "%s"', (text) => expect(kindOf(text)).toBe('procedure'));
});

describe('a wish', () => {
  test.each(bothWays(['người thất nghiệp học nghề miễn phí không', 'tìm người thất lạc', 'trợ cấp cho người thất nghiệp']))(
    'to talk to somebody is not in "%s"',
    (text) => expect(wishOf(text)).not.toBe('hand-over'),
  );
  test.each(['cho gặp người thật', 'noi chuyen voi nguoi that', 'người thật đâu'])('to talk to somebody is in "%s"', (text) =>
    expect(wishOf(text)).toBe('hand-over'),
  );

  test.each(
    bothWays([
      'bắt đầu làm từ đâu khi xây nhà',
      'mở tiệm thuốc thì bắt đầu làm gì',
      'con làm hồ sơ giúp mẹ có cần ủy quyền không',
      'bắt đầu khai thác cát',
    ]),
  )('to have it done is not in "%s"', (text) => expect(wishOf(text)).not.toBe('filing'));
  test.each(['bắt đầu nộp', 'bắt đầu làm hồ sơ đi', 'bat dau khai'])('to have it done is in "%s"', (text) =>
    expect(wishOf(text)).toBe('filing'),
  );

  test.each(
    bothWays([
      'đề nghị đánh giá phường đạt chuẩn văn minh đô thị',
      'công nhận khách sạn dịch vụ tốt',
      'mở chỗ đánh giá tay nghề',
      'khiếu nại quyết định thu hồi đất thì làm thủ tục gì',
      'muốn tố cáo cán bộ xã thì làm thế nào',
    ]),
  )('to report something is not in "%s"', (text) => expect(kindOf(text)).toBe('procedure'));
  test.each([
    'cán bộ đòi bồi dưỡng tôi muốn tố cáo',
    'xin đánh giá thái độ của cô tiếp dân',
    'muốn đánh giá nhân viên nhà đất',
    'dịch vụ tốt lắm',
    'tôi muốn khiếu nại, nộp đơn mà không ai nhận',
    'muốn phản ánh đèn đường hỏng',
    'phản ánh vỉa hè bị lấn chiếm',
    'phan anh duong hu hong',
    'đường trước nhà tôi ngập mãi không ai sửa, phản ánh giúp',
    'kiến nghị lắp thêm đèn đường',
  ])('to report something is in "%s"', (text) => expect(kindOf(text)).toBe('petition'));
});

test.each(['phản ánh kiến nghị nộp ở đâu', 'phản ánh bằng cách nào', 'phản ánh thì cần giấy tờ gì'])(
  'to report something is not in "%s", which asks for a fact',
  (text) => expect(kindOf(text)).not.toBe('petition'),
);

describe('the language', () => {
  test.each(['register a newborn', 'talk to a human', 'my father died', 'lost passport', 'will it be sunny weather', 'birth certificate'])(
    'of "%s" is English',
    (text) => {
      expect(isEnglish(text)).toBe(true);
      expect(languageOf(text, 'vi')).toBe('en');
    },
  );
  test.each([
    'my dossier H40.23.08-250715-0012',
    'pin is 4321',
    'the pin is 4321',
    'H40.23.08-250715-0012 pin is 4321',
    'track H40.23.08-250715-0012',
    'application number H40.23.08-250715-0012',
  ])('beside a code or digits is English: "%s"', (text) => expect(languageOf(text, 'vi')).toBe('en'));
  test.each(['pin 4321', 'check H40.23.08-250715-0012', 'H40.23.08-250715-0012', 'ma pin 4321', 'file 12 dau', 'code 4321'])(
    'beside a code or digits is the one before: "%s"',
    (text) => expect(languageOf(text, 'vi')).toBe('vi'),
  );
  test.each(['lam passport o dau', 'che do bo doi chong my', 'birth certificate la gi', 'xin work permit', 'hello ban oi'])(
    'of "%s" is Vietnamese',
    (text) => expect(languageOf(text, 'vi')).toBe('vi'),
  );
  test.each(['visa', 'passport', 'ok', 'passport online', '1.004222'])('of "%s" alone is the one before', (text) => {
    expect(languageOf(text, 'vi')).toBe('vi');
    expect(languageOf(text, 'en')).toBe('en');
  });
});

describe('a return to an earlier matter', () => {
  test.each(
    bothWays([
      'quay lại cái khai tử',
      'thôi trở lại đăng ký xe',
      'cái căn cước hồi nãy',
      'cho em quay lại việc nhập khẩu',
      'cái tôi hỏi lúc đầu',
    ]),
  )('is heard in "%s"', (text) => expect(returnsTo(text)).toBe(true));

  test('is no part of the names of matters, with their marks or without', () => {
    expect(everydayNames.length).toBeGreaterThan(10_000);
    expect(bothWays(everydayNames).filter(returnsTo)).toEqual(reviewed);
  });
});

/** "Chuyển … ban đầu" without marks reads like "chuyện … ban đầu". */
const reviewed = ['chuyen cho kham bao hiem ban dau'];
const names = join(import.meta.dirname, '../../knowledge/lexicon/names');
const everydayNames = readdirSync(names)
  .filter((name) => name.endsWith('.json'))
  .map((name) => z.record(z.string(), z.record(z.string(), z.array(z.string()))).parse(JSON.parse(readFileSync(join(names, name), 'utf8'))))
  .flatMap((part) => Object.values(part).flatMap((each) => Object.values(each).flat()));

describe('a nod', () => {
  const nods = ['ok', 'ừ', 'vâng ạ', 'dừng'];

  test.each(nods)('"%s" at the very start is greeted', (text) => {
    expect(understand(text, emptyMemory).intent).toEqual({ kind: 'small-talk', about: 'greeting' });
  });

  test.each(nods)('"%s" in the middle brings back the buttons of the matter, and no greeting', async (text) => {
    const dialog = fakeDialog({ search: () => [hitOf('1.001193')], find: () => null });
    const say = (said: string, memory: Memory) =>
      dialog({ channel: 'test', id: said, person: 'p', text: said }, memory, AbortSignal.timeout(5_000));
    const told = await say('đăng ký khai sinh cần giấy tờ gì', emptyMemory);
    const { replies, memory } = await say(text, told.memory);
    expect(replies[0]?.text).toBe('Bạn cần biết thêm gì về Đăng ký khai sinh?');
    expect(replies[0]?.choices).toEqual(told.memory.offered);
    expect(memory.focus?.code).toBe('1.001193');
  });

  test('with a greeting in it greets', () => expect(wishOf('ok chào bạn')).toBe('greeting'));
});

test('a text of nothing but openings is read through to its end', () => {
  expect(withoutOpening(` ${'the a '.repeat(50_000)}nha `)).toBe(' nha ');
  expect(withoutOpening(' vay con phi ')).toBe(' phi ');
});
