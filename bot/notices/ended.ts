import { addressWording as words } from '../address-wording.ts';
import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';

/** What is said to who named an address that is told nothing any longer. `shown` is what of it may be shown. */
export function endedNotice(why: 'unreachable' | 'left', shown: string, language: Language): Reply {
  return plainReply('recorded', words.ended[why][language].replace('{address}', shown));
}
