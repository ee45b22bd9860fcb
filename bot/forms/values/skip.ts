import { foldedWords } from '../../text.ts';
import type { Question } from '../form.ts';

/** True for a message that gives no answer to this question on purpose. "Không" skips only where it is no answer itself. */
export function skips(text: string, question: Question): boolean {
  const words = foldedWords(text);
  return surely.test(words) || (!answerable.has(question.type) && without.test(words));
}

const tail = '(?: (?:a|nhe|nha|di|please|cau nay|muc nay|it|this|this one|this question))*';
const surely = new RegExp(`^ (?:da |cho toi |xin )?(?:bo qua|skip|bo trong|de trong|leave (?:it )?(?:blank|empty))${tail} $`);
const without = new RegExp(
  `^ (?:da )?(?:toi |em |minh |con )?(?:khong|ko|k|kg|chua|none|no|nothing|n a|i )(?: ?(?:co|biet|ro|nho|co gi|have one|have any|don t have one|don t have any|don t know))?${tail} $|^ i (?:don t|do not) (?:have|know)(?: one| any| it)? $`,
);
const answerable = new Set<Question['type']>(['choice', 'yes-no']);
