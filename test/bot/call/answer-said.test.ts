import { describe, expect, it } from 'vitest';
import { words } from '../../../bot/answer/words.ts';
import { offers } from '../../../bot/call/answer-wording.ts';
import type { Aspect, Language } from '../../../bot/types.ts';
import { aspectOf } from '../../../bot/understand/aspect.ts';
import { wishOf } from '../../../bot/understand/kind.ts';

describe('what a key is offered for is understood when it is said instead', () => {
  const told = (['vi', 'en'] as Language[]).flatMap((language) =>
    Object.entries(words[language].choices).map(([aspect, { say }]) => [offers[say]?.label ?? '', aspect as Aspect] as const),
  );

  it.each(told)('"%s"', (label, aspect) => {
    expect(label).not.toBe('');
    expect(aspectOf(label)).toBe(aspect);
  });

  it.each(['nghe tiếp', 'nghe phần tiếp theo', 'nghe tiếp đi', 'hear more'])('"%s" goes on with a long answer', (said) => {
    expect(wishOf(said)).toEqual(wishOf('xem tiếp'));
  });
});
