import { placeInShort } from '../answer/place.ts';
import { shownName, sourceOf } from '../answer/subject.ts';
import { appointmentWording as words } from '../appointment-wording.ts';
import type { FilingParts } from '../forms/turn.ts';
import { button, plainReply, startChoices } from '../reply.ts';
import type { Language, Memory, Reply, TurnResult } from '../types.ts';
import { isBareBooking } from '../understand/appointment-wish.ts';

export type NoCountersOptions = {
  filings: Pick<FilingParts, 'library'>;
  text: string;
  memory: Memory;
  language: Language;
  signal: AbortSignal;
};

/** No counter takes appointments here: where to go instead. Null where a matter is named, which is answered as any other. */
export async function withoutCounters({ filings, text, memory, language, signal }: NoCountersOptions): Promise<TurnResult | null> {
  if (!isBareBooking(text)) return null;
  const stored = memory.focus === null ? null : await filings.library.procedure(memory.focus.id, signal);
  if (stored === null) return say(plainReply('asked', words.noCounters[language], startChoices(language)));
  const place = placeInShort(stored.procedure);
  const line = place === null ? words.noCountersAsk[language] : words.noCountersPlace[language].replace('PLACE', () => place);
  const reply = plainReply('answered', line.replace('NAME', shownName(stored.procedure)), [button(words.where, language)]);
  return say({ ...reply, procedures: [stored.procedure.code], aspect: 'place', sources: [sourceOf(stored, 'place')] });

  function say(reply: Reply): TurnResult {
    return {
      replies: [reply],
      memory: { ...memory, language, offered: reply.choices, awaiting: null, open: null },
      notes: [],
      candidates: [],
    };
  }
}
