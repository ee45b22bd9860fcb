import { followUps } from '../answer/follow-ups.ts';
import { shownName } from '../answer/subject.ts';
import { shorten } from '../answer/text.ts';
import { plainReply, startChoices } from '../reply.ts';
import type { Language, Memory, TurnResult } from '../types.ts';
import { wording } from '../wording.ts';

/** "Ok" in the middle of a conversation: the matter and its buttons stay as they are. */
export function nodBack(memory: Memory, language: Language): TurnResult {
  const { focus, offered } = memory;
  const name = focus === null ? '' : shorten(shownName(focus), 120);
  const text = focus === null ? wording.nodAtNothing[language] : wording.nod[language].replace('NAME', () => name);
  const asks = focus === null ? startChoices(language) : followUps(memory.aspect ?? 'overview', language);
  const reply = plainReply('greeted', text, offered.length > 0 ? offered : asks);
  return { replies: [reply], memory: { ...memory, language, offered: reply.choices, open: null }, notes: [], candidates: [] };
}
