import { describe, expect, test } from 'vitest';
import { emptyMemory } from '../../bot/memory.ts';
import { earlierMatter, searchInContext } from '../../bot/skills/context.ts';
import type { Hit, Memory } from '../../bot/types.ts';
import { tellsAction, withoutAction, withoutDenied } from '../../bot/understand/actions.ts';
import { changesCircumstance } from '../../bot/understand/continues.ts';
import { returnsTo } from '../../bot/understand/returns.ts';
import { fakeLibrary } from '../fakes/ports.ts';

const focusOn = (id: string, name: string): NonNullable<Memory['focus']> => ({ id, code: id, name });
const hit = (id: string, name: string, score: number): Hit => ({
  id,
  code: id,
  name,
  score,
  coverage: 0.9,
  chance: 0.9,
  kind: 'national',
  issuer: '',
});

describe('what is done to a paper', () => {
  test.each(['bị mất rồi', 'giờ muốn đổi', 'doi lai', 'tạm nghỉ vài tháng'])('is told by "%s"', (text) =>
    expect(tellsAction(text)).toBe(true),
  );
  test.each(['mất bao lâu', 'mất bao nhiêu tiền', 'mat bao nhieu tien', 'thế mất nhiều tiền không'])(
    'is not told by "%s", a cost',
    (text) => expect(tellsAction(text)).toBe(false),
  );
  test('is taken out of what was said before', () => expect(withoutAction('cấp đổi thẻ thư viện')).toBe('thẻ thư viện'));
  test('and what is denied is left out', () => {
    expect(withoutDenied('không phải cấp mới, cấp lại cơ')).toMatch(/^,? ?cấp lại cơ$/);
    expect(withoutDenied('có phải nộp bản gốc không')).toBe('có phải nộp bản gốc không');
  });
});

describe('a message that leaves the matter out', () => {
  const registration = focusOn('a', 'Đăng ký tàu cá');
  const memory: Memory = { ...emptyMemory, focus: registration, matter: 'đăng ký tàu cá' };

  test('is read among the relatives of what was spoken of', async () => {
    const library = fakeLibrary(() => [
      hit('x', 'Cấp phép khai thác khoáng sản', 2.6),
      hit('b', 'Xóa đăng ký tàu cá', 2.5),
      hit('a', registration.name, 2.4),
    ]);
    const hits = await searchInContext({ question: 'nếu bán rồi thì sao', memory, library, signal: AbortSignal.timeout(1000) });
    expect(hits[0]?.id).toBe('b');
  });

  test('stays with it where nothing is taken back', async () => {
    const library = fakeLibrary(() => [hit('b', 'Xóa đăng ký tàu cá', 2.5), hit('a', registration.name, 2.4)]);
    const hits = await searchInContext({ question: 'còn lệ phí của chủ tàu', memory, library, signal: AbortSignal.timeout(1000) });
    expect(hits[0]?.id).toBe('a');
  });

  test.each(['nếu chủ là người Lào thì sao', 'lỡ quá hạn', 'khai trễ thì có khác không'])('"%s" changes a circumstance', (text) =>
    expect(changesCircumstance(text)).toBe(true),
  );
  test('"còn khai tử thì sao" names another matter', () => expect(changesCircumstance('còn khai tử thì sao')).toBe(false));
});

describe('a return', () => {
  const memory: Memory = {
    ...emptyMemory,
    focus: focusOn('c', 'Đăng ký thường trú'),
    earlier: [focusOn('b', 'Cấp thẻ căn cước'), focusOn('a', 'Đăng ký khai tử')],
  };
  test.each(['quay lại cái khai tử', 'cái hồi nãy', 'back to the first one'])('is heard in "%s"', (text) =>
    expect(returnsTo(text)).toBe(true),
  );
  test('leads to what it names', () => expect(earlierMatter(['khai', 'tử'], memory)?.id).toBe('a'));
  test('without a name leads to what was spoken of before the last', () => expect(earlierMatter([], memory)?.id).toBe('b'));
  test('to what nobody spoke of leads nowhere', () => expect(earlierMatter(['karaoke'], memory)).toBeNull());
});
