import { z } from 'zod';
import { emptyMemory } from '../bot/memory.ts';
import { clean } from '../bot/text.ts';
import type { DeskNote, Reply, TurnResult } from '../bot/types.ts';
import type { App } from './compose.ts';
import { trialChannel } from './memory-cases.ts';

/** A conversation to be answered; an evaluation case has more, which is not read here. */
export const caseSchema = z.object({ id: z.string(), turns: z.array(z.string()).min(1) });
export type Case = z.infer<typeof caseSchema>;
export type CaseAnswer = { id: string; replies: Reply[]; notes: DeskNote[]; candidates: string[]; ms: number };

/** The replies to the last turn of a conversation of its own, through the dialogue that every channel uses. `ms` is the last turn alone. */
export async function answerCase({ dialog, trials }: Pick<App, 'dialog' | 'trials'>, { id, turns }: Case): Promise<CaseAnswer> {
  let last: TurnResult = { replies: [], memory: emptyMemory, notes: [], candidates: [] };
  let ms = 0;
  for (const [place, text] of turns.entries()) {
    const started = performance.now();
    const message = { channel: trialChannel, id: `${id}/${place}`, person: id, text: clean(text) };
    last = await dialog(message, last.memory, AbortSignal.timeout(30_000));
    ms = performance.now() - started;
    trials.record({ channel: trialChannel, person: id }, last.filing);
  }
  return { id, replies: last.replies, notes: last.notes, candidates: last.candidates, ms: Math.round(ms * 100) / 100 };
}
