import { vietnamDate } from '../calendar/dates.ts';
import { keptPrivate } from '../forms/aside.ts';
import { takeAnswer } from '../forms/converse.ts';
import { type FilingParts, stageOf } from '../forms/turn.ts';
import { screen } from '../guard.ts';
import type { Incoming } from '../respond.ts';
import type { Memory, TurnResult } from '../types.ts';
import { appointmentWishOf } from '../understand/appointment-wish.ts';
import { filingWishOf } from '../understand/filing-wish.ts';
import { emergencyLines } from './emergency.ts';
import { goneFiling, manageFiling, turnOf } from './filing.ts';

export type FilingTurnOptions = {
  incoming: Incoming;
  memory: Memory;
  filings: FilingParts;
  /** Answers what is asked in the middle of it, as if no filing were open. */
  elsewhere: (text: string) => Promise<TurnResult>;
  signal: AbortSignal;
};

/** One message while a filing is open: danger first, then what is wanted of the filing as a whole, then its question. */
export async function takeFilingTurn({ incoming, memory, filings, signal, ...options }: FilingTurnOptions): Promise<TurnResult> {
  const { text, visitor } = incoming;
  const draft = await filings.cases.find(visitor, memory.filing?.case ?? '', signal);
  const form = filings.forms.find(({ code }) => code === draft?.form);
  if (draft === null || form === undefined) return goneFiling(memory, memory.language);
  const { language } = draft;
  const elsewhere = async (question: string) => keptPrivate(await options.elsewhere(question), { draft, form, memory });
  const request = { filings, text, visitor, memory, language, signal };
  const danger = screen(text);
  const free = form.steps
    .flatMap(({ questions }) => questions)
    .some(({ id, type }) => type === 'text' && draft.asking?.endsWith(id.slice(id.indexOf('.'))));
  if (danger.kind === 'emergency' && !free) return elsewhere(text);
  const wish = stageOf(draft) === null && /^\D*$/.test(text) ? filingWishOf(text, true) : null;
  if (wish !== null && wish.kind !== 'filing-resume') return manageFiling(wish, request);
  // Sent or not, one may come to the counter: the filing waits.
  if (draft.asking === 'submit' && appointmentWishOf(text, vietnamDate(filings.now())) !== null) return elsewhere(text);
  const result = await takeAnswer(turnOf(draft, form, request, elsewhere));
  // A cause of death is an answer; whoever is in danger must still read whom to call.
  return danger.kind === 'emergency' ? warned(result, emergencyLines(danger.numbers, language)) : result;
}

function warned(result: TurnResult, lines: string): TurnResult {
  return {
    ...result,
    replies: result.replies.map((reply, place) => (place === 0 ? { ...reply, text: `${reply.text}\n${lines}` } : reply)),
  };
}
