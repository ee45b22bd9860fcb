import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import type { Memory } from '../../bot/types.ts';
import { aspectOf } from '../../bot/understand/aspect.ts';
import { contentWords } from '../../bot/understand/content.ts';
import { understand } from '../../bot/understand/understand.ts';

const read = (text: string, memory: Partial<Memory> = {}) => understand(text, { ...emptyMemory, ...memory });

describe('the wish', () => {
  test.each([
    ['xin chào', { kind: 'small-talk', about: 'greeting' }],
    ['cảm ơn bạn nhiều', { kind: 'small-talk', about: 'thanks' }],
    ['dạ cảm ơn cán bộ nhiều lắm', { kind: 'small-talk', about: 'thanks' }],
    ['chào cán bộ', { kind: 'small-talk', about: 'greeting' }],
    ['bạn là ai', { kind: 'small-talk', about: 'about' }],
    ['cho tôi gặp cán bộ', { kind: 'hand-over' }],
    ['tôi muốn phản ánh đường ngập', { kind: 'petition', text: 'tôi muốn phản ánh đường ngập' }],
    ['hồ sơ của tôi đến đâu rồi', { kind: 'dossier-without-code' }],
    ['xem H40.1-250801-00012', { kind: 'dossier', code: 'H40.1-250801-00012' }],
    ['mã H40.1-2508', { kind: 'dossier-code-incomplete' }],
    ['xem tiếp', { kind: 'more' }],
  ])('of "%s" is read', (text, intent) => expect(read(text).intent).toEqual(intent));

  const dossier = { code: 'H40.1-250801-00012', provenUntil: null };
  test.each([
    'chi tiết',
    'chi tiet',
    'cụ thể',
    'cụ thể hơn được không',
    'rõ hơn',
    'nói rõ hơn đi',
    'cho tôi chi tiết',
    'details',
    'more details please',
    'can you be more specific',
    'tell me more about it',
  ])('of "%s" is more of what was told last', (text) => {
    expect(read(text, { lastTold: 'procedure', dossier }).intent.kind).toBe('more');
    expect(read(text, { lastTold: 'dossier', dossier }).intent.kind).toBe('dossier-details');
    expect(read(text, { lastTold: 'dossier', dossier, awaiting: 'factor' }).intent.kind).toBe('factor-wanted');
  });
  test.each(['chi tiết thủ tục khai sinh', 'quy hoạch chi tiết', 'điều kiện cụ thể'])('of "%s" is a question of its own', (text) =>
    expect(read(text).intent.kind).toBe('procedure'),
  );

  test('of starting an online filing is told from asking about it', () => {
    expect(read('tôi muốn nộp hồ sơ online đăng ký tạm trú').intent.kind).toBe('filing');
    expect(read('đăng ký tạm trú nộp online được không').intent.kind).toBe('procedure');
  });

  test('is read from any text at all without trouble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(read(text).intent.kind).toBeTypeOf('string');
      }),
    );
  });
});

describe('the aspect', () => {
  test.each([
    ['hết bao nhiêu tiền', 'fee'],
    ['het bao nhieu tien', 'fee'],
    ['mấy ngày xong', 'duration'],
    ['cần mang theo gì', 'documents'],
    ['nộp ở đâu', 'place'],
    ['làm online được không', 'online'],
    ['dùng mẫu đơn nào', 'forms'],
    ['theo nghị định nào', 'legal-basis'],
    ['how long does it take', 'duration'],
  ])('of "%s" is %s', (text, aspect) => expect(aspectOf(text)).toBe(aspect));

  test('is not read from words that only look alike without marks', () => {
    expect(aspectOf('gia đình tôi ở bên kia sông')).toBeNull();
    expect(aspectOf('đăng ký khai sinh')).toBeNull();
  });
});

describe('what is left of a question', () => {
  test('names the matter', () => expect(contentWords('cho tôi hỏi đăng ký tạm trú ở đâu')).toContain('trú'));
  test.each(['còn lệ phí?', 'bao nhiêu tiền vậy em', 'the mat bao lau', 'cần giấy tờ gì'])('is nothing in "%s"', (text) => {
    expect(contentWords(text)).toEqual([]);
  });
});

describe('a pick', () => {
  const offered = [
    { label: 'Lệ phí', say: 'lệ phí bao nhiêu?' },
    { label: 'Nộp ở đâu', say: 'nộp ở đâu?' },
  ];
  test.each(['2', 'cái thứ hai', 'số 2', 'Nộp ở đâu'])('by "%s" takes the second choice', (text) => {
    expect(read(text, { offered }).intent).toMatchObject({ kind: 'procedure', aspect: 'place' });
  });
  test('beyond what was offered is read as it is written', () => expect(read('5', { offered }).intent.kind).toBe('procedure'));
});

describe('the language', () => {
  test('follows the message', () => {
    expect(read('How do I register a birth?').language).toBe('en');
    expect(read('lam giay khai sinh can gi').language).toBe('vi');
  });
  test('stays when a message has none', () => expect(read('H40.1-250801-00012', { language: 'en' }).language).toBe('en'));
});
