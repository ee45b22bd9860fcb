import { foldedWords } from '../text.ts';
import type { TurnResult } from '../types.ts';
import { pickOf } from '../understand/understand.ts';
import { commandOf } from './hear/command.ts';
import { obey } from './obey.ts';
import { type Asked, questionsOf } from './plan.ts';
import { takeSubmit } from './submit.ts';
import { takeCorrection } from './take-correction.ts';
import { takeStage } from './take-stage.ts';
import { takeValue } from './take-value.ts';
import { type FilingTurn, stageOf } from './turn.ts';

/** One message to an open filing: a command, an answer (or several), a correction, or a question in the middle of it. */
export async function takeAnswer(turn: FilingTurn): Promise<TurnResult> {
  const said = pickedOf(turn);
  const sent = takeSubmit(said, turn);
  if (sent !== null) return sent;
  const command = commandOf(said);
  if (command !== null) return obey(command, turn);
  const stage = stageOf(turn.draft);
  if (stage === null || stage === 'change') return (await takeCorrection(said, turn)) ?? takeValue(said, turn);
  return takeStage(stage, said, turn);
}

/** A button, by what is written on it; by its place only where a bare number is no answer and no number of a list. */
function pickedOf({ text, draft, form, today }: FilingTurn): string {
  const asked = questionsOf(form, draft.answers, today).find(({ id }) => id === draft.asking);
  if (draft.asking === 'change' || (draft.asking === 'confirm' && Number(text) > draft.offered.length)) return text;
  const numbered = asked === undefined || !figured.has(asked.type) || draft.partial !== '';
  if (numbered) return pickOf(text, draft.offered)?.say ?? text;
  return draft.offered.find(({ label }) => foldedWords(label) === foldedWords(text))?.say ?? text;
}

/** A bare number may be the answer itself. */
const figured = new Set<Asked['type']>(['number', 'amount', 'text', 'date', 'partial-date', 'time', 'id-number', 'phone']);
