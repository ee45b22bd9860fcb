import type { FilingTarget } from '../ports.ts';
import { button } from '../reply.ts';
import { foldedWords } from '../text.ts';
import type { Choice, TurnResult } from '../types.ts';
import type { Case } from './case.ts';
import { officeOf } from './office.ts';
import { liveAnswers, questionsOf } from './plan.ts';
import { submitWording as words } from './submit-wording.ts';
import { type FilingTurn, filingResult } from './turn.ts';
import { readValue } from './values/read-value.ts';
import { filingWording } from './wording.ts';

/** The system that takes this filing, or null. */
export function targetOf({ form, draft, today, targets }: FilingTurn): FilingTarget | null {
  const live = liveAnswers(questionsOf(form, draft.answers, today), draft.answers);
  return targets?.find(form.code, officeOf(form, live)) ?? null;
}

/** To whom it goes and what goes there: the last word is the citizen's. */
export function submitQuestion({ draft: { language } }: FilingTurn, { agency }: FilingTarget): { lines: string[]; choices: Choice[] } {
  return {
    lines: [words.ask[language].replaceAll('AGENCY', agency[language])],
    choices: [button(words.now, language), button(filingWording.papersLater, language)],
  };
}

/** The question whether to send it; null where that is not what is asked, or nobody takes it. */
export function askSubmit(turn: FilingTurn, draft: Case, before: string[]): TurnResult | null {
  const target = draft.asking === 'submit' ? targetOf(turn) : null;
  if (target === null) return null;
  const { lines, choices } = submitQuestion(turn, target);
  return filingResult(turn, { ...draft, state: 'ready' }, { lines: [...before, ...lines], choices });
}

/** The answer to that question; null where it is none. */
export function takeSubmit(text: string, turn: FilingTurn): TurnResult | null {
  const { draft } = turn;
  if (draft.asking !== 'submit') return null;
  const { language } = draft;
  const answer = agreed(text, turn);
  if (answer === null) return null;
  if (!answer) {
    return filingResult(
      turn,
      { ...draft, asking: null },
      { lines: [words.notNow[language]], choices: [button(words.send, language)], closes: true },
    );
  }
  const target = targetOf(turn);
  if (target === null) return noTarget(turn, draft);
  return filingResult(
    turn,
    { ...draft, asking: null, state: 'submitted', dossier: null, told: draft.told.filter((each) => each !== 'unclear') },
    {
      lines: [words.onItsWay[language].replaceAll('AGENCY', target.agency[language]).replace('CODE', draft.code)],
      choices: [],
      closes: true,
      submit: target.name,
    },
  );
}

/** Nobody takes it over the wire: it is printed and brought, or filed on the portal. */
export function noTarget(turn: FilingTurn, draft: Case): TurnResult {
  return filingResult(turn, { ...draft, asking: null }, { lines: [words.noTarget[draft.language]], choices: [], closes: true });
}

/** It was sent before: where that stands. Nothing is sent again. */
export function sentBefore(turn: FilingTurn, draft: Case): TurnResult {
  const { language, dossier, told } = draft;
  const line =
    dossier !== null
      ? words.sentAs[language].replace('DOSSIER', dossier)
      : words[told.includes('unclear') ? 'stillUnclear' : 'stillOnItsWay'][language].replace('CODE', draft.code);
  const choices = dossier === null ? [] : [{ label: dossier, say: dossier }];
  return filingResult(turn, draft, { lines: [line], choices, closes: true });
}

function agreed(text: string, { draft: { language }, today, places }: FilingTurn): boolean | null {
  const said = foldedWords(text);
  if (/^ (?:dong y |ok |co )*gui(?: (?:ngay|luon|di|ho so|nhe|nha|a))* $|^ (?:yes )?(?:send|submit)(?: it)?(?: now)? $/.test(said))
    return true;
  if (/^ (?:de sau|khong gui|chua gui|thoi|later|not now|not yet)(?: (?:nhe|nha|a|da|di))* $/.test(said)) return false;
  const read = readValue(yesNo, text, { today, places, language });
  return read.kind === 'good' ? read.answer.value === 'yes' : null;
}

const yesNo = {
  id: 'stage.submit',
  type: 'yes-no' as const,
  label: words.send,
  ask: words.send,
  help: words.send,
  example: words.now,
  options: [],
  optional: false,
  checks: [],
  sameAs: [],
  hear: [],
};
