import { button } from '../reply.ts';
import type { TurnResult } from '../types.ts';
import { choiceWording } from '../wording.ts';
import { aside } from './aside.ts';
import { askNext, askQuestion, marksOf } from './ask.ts';
import type { Case } from './case.ts';
import { asksToChange, correctionOf } from './hear/correction.ts';
import { asksSomething } from './hear/is-question.ts';
import { type Asked, questionsOf } from './plan.ts';
import { readBackOf } from './read-back.ts';
import { taken } from './take-value.ts';
import { type FilingTurn, filingResult, worldOf } from './turn.ts';
import { readValue } from './values/read-value.ts';
import { filingWording as words } from './wording.ts';
import { yesNo, yesOrNo } from './yes-no.ts';

/** What of the answers is to be another; null where nothing is. `doubtful`: it may be something else ("correct" agrees, "correct 7" does not), so it must say what to correct. */
export async function takeCorrection(text: string, turn: FilingTurn, doubtful = false): Promise<TurnResult | null> {
  const { form, draft, today } = turn;
  const asked = questionsOf(form, draft.answers, today);
  const answered = asked.filter(({ id }) => draft.answers[id] !== undefined);
  const current = asked.find(({ id }) => id === draft.asking) ?? null;
  // Where it is asked what to correct, its number or its name says it.
  const named = listed(draft) && !doubtful ? correctionOf(`sửa ${text}`, answered, form.people, answered, current) : null;
  const correction = correctionOf(text, answered, form.people, answered, current) ?? (named?.kind === 'of' ? named : null);
  if (doubtful && correction?.kind !== 'of') return null;
  // What the form asks for, but not here: the mother's address where her number is known.
  if (correction === null && asksToChange(text) && correctionOf(text, every(turn), form.people, answered, current) !== null) {
    return whichToCorrect(turn, answered, [words.notThere[draft.language]]);
  }
  if (correction === null && draft.asking === 'change' && yesOrNo(text, turn) !== null)
    return askNext(turn, { ...draft, asking: null }, []);
  if (correction === null && draft.asking === 'change' && asksSomething(text, yesNo, worldOf(turn))) return aside(text, turn);
  if (correction === null) return draft.asking === 'change' ? whichToCorrect(turn, answered) : null;
  if (correction.kind === 'unclear') return whichToCorrect(turn, answered);
  const question = answered.find(({ id }) => id === correction.question.id);
  if (question === undefined) return whichToCorrect(turn, answered);
  const open = { ...draft, asking: question.id, partial: '', tries: 0 };
  if (correction.value === '') return askQuestion(turn, open, question, []);
  const read = readValue(question, correction.value, worldOf(turn));
  if (read.kind === 'good') return taken(turn, { [question.id]: read.answer });
  if (read.kind === 'ask')
    return filingResult(
      turn,
      { ...open, partial: read.partial, told: [...draft.told, marksOf(question.id)] },
      { lines: [read.why[draft.language]], choices: read.choices },
    );
  return askQuestion(turn, open, question, [read.why[draft.language]]);
}

function listed({ asking }: Case): boolean {
  return asking === 'change' || asking === 'confirm';
}

function every({ form }: FilingTurn): Asked[] {
  return form.steps.flatMap(({ questions }, step) => questions.map((question) => ({ ...question, step })));
}

export function whichToCorrect(turn: FilingTurn, answered: Asked[], before: string[] = []): TurnResult | Promise<TurnResult> {
  const { draft } = turn;
  const { language } = draft;
  if (answered.length === 0) return askNext(turn, { ...draft, asking: null }, [words.nothingYet[language]]);
  const lines = [...before, words.whichToCorrect[language], ...readBackOf(answered, draft.answers, language)];
  return filingResult(turn, { ...draft, asking: 'change', partial: '' }, { lines, choices: [button(choiceWording.stop, language)] });
}
