import { foldedWords } from '../text.ts';
import type { Asked } from './plan.ts';
import { type FilingTurn, worldOf } from './turn.ts';
import { readValue } from './values/read-value.ts';
import { filingWording as words } from './wording.ts';

/** What a stage asks, as a question like any other. */
export const yesNo: Asked = {
  id: 'stage.agreed',
  step: 0,
  type: 'yes-no',
  label: words.confirm,
  ask: words.confirm,
  help: words.sayYesOrNo,
  example: words.yes,
  options: [],
  optional: false,
  checks: [],
  sameAs: [],
  hear: [],
};

/** A yes or a no to a stage, in its buttons' words or any others; null for anything else. */
export function yesOrNo(text: string, turn: FilingTurn): boolean | null {
  const { language } = turn.draft;
  const said = foldedWords(text);
  if ([words.allRight, words.agree].some((each) => foldedWords(each[language]) === said)) return true;
  if ([words.changeSomething, words.disagree].some((each) => foldedWords(each[language]) === said)) return false;
  const read = readValue(yesNo, text, worldOf(turn));
  return read.kind === 'good' ? read.answer.value === 'yes' : null;
}
