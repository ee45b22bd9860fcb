import { button } from '../reply.ts';
import type { TurnResult } from '../types.ts';
import { choiceWording } from '../wording.ts';
import { aside } from './aside.ts';
import { askNext, askQuestion, marksOf } from './ask.ts';
import type { Case } from './case.ts';
import type { Answers } from './form.ts';
import { asksSomething } from './hear/is-question.ts';
import { hearSeveral } from './hear/several.ts';
import { type Asked, questionsOf } from './plan.ts';
import { answersLine } from './read-back.ts';
import { type FilingTurn, filingResult, worldOf } from './turn.ts';
import { readValue } from './values/read-value.ts';
import { filingWording as words } from './wording.ts';

/** An answer to the question at hand, to several at once, or a question of the citizen's own. */
export async function takeValue(text: string, turn: FilingTurn): Promise<TurnResult> {
  const { form, draft, today } = turn;
  const asked = questionsOf(form, draft.answers, today);
  const current = asked.find(({ id }) => id === draft.asking) ?? null;
  if (current === null) return askNext(turn, draft, []);
  const world = worldOf(turn);
  const completes = draft.partial !== '' && draft.offered.some(({ say }) => say === text);
  if (!completes && asksSomething(text, current, world)) return aside(text, turn);
  const direct = readValue(current, text, world, draft.partial === '' ? undefined : draft.partial);
  const open = asked.filter(({ id }) => id === current.id || draft.answers[id] === undefined);
  const heard = draft.partial === '' ? hearSeveral(text, [...open, ...later(turn, asked)], form.people, current, world).answers : {};
  const others = Object.keys(heard).filter((id) => id !== current.id);
  if (others.length > 0) {
    const own = heard[current.id] ?? (current.type === 'text' && direct.kind === 'good' ? direct.answer : undefined);
    return taken(turn, own === undefined ? heard : { ...heard, [current.id]: own });
  }
  if (direct.kind === 'good') return taken(turn, { [current.id]: direct.answer });
  // "Tên bố là …, sinh 2/1/2030": what can be used of it is.
  const part = heard[current.id];
  if (direct.kind === 'bad' && part !== undefined) return taken(turn, { [current.id]: part });
  if (direct.kind === 'ask') {
    // The same choice is still open: the second time a person is offered.
    const before = draft.partial === '' ? [] : draft.offered.map(({ say }) => say);
    const tries = draft.partial !== '' && direct.choices.every(({ say }) => before.includes(say)) ? draft.tries + 1 : 0;
    const { language } = draft;
    return filingResult(
      turn,
      { ...draft, partial: direct.partial, tries, told: [...draft.told, marksOf(current.id)] },
      {
        lines: [tries > 1 ? words.unclearAgain[language] : '', direct.why[language]],
        choices: tries > 1 ? [...direct.choices, button(choiceWording.person, language)] : direct.choices,
      },
    );
  }
  return unclear(turn, current, direct.why[draft.language]);
}

/** Questions that will apply once more is known: what is said of them now is kept for then. */
function later({ form, draft }: Pick<FilingTurn, 'form' | 'draft'>, asked: Asked[], also: string[] = []): Asked[] {
  return form.steps.flatMap((step, place) =>
    step.repeat !== undefined
      ? []
      : step.questions
          .filter(({ id }) => (draft.answers[id] === undefined || also.includes(id)) && !asked.some((one) => one.id === id))
          .map((question) => ({ ...question, step: place })),
  );
}

/** Answers kept: the next question, with what was understood where it was more than one thing. */
export function taken(turn: FilingTurn, answers: Answers): TurnResult | Promise<TurnResult> {
  const { draft, form, today } = turn;
  const ids = Object.keys(answers);
  const next: Case = {
    ...draft,
    answers: { ...draft.answers, ...answers },
    order: [...draft.order.filter((id) => !ids.includes(id)), ...ids],
    partial: '',
    tries: 0,
  };
  const asked = questionsOf(form, next.answers, today);
  const again = ids.some((id) => draft.answers[id] !== undefined);
  const line = answersLine([...asked, ...later({ ...turn, draft: next }, asked, ids)], answers, draft.language);
  const before = again ? words.corrected[draft.language].replace('ANSWERS', () => line) : '';
  // An address, a date and what was heard beside the question are said back: that is how a mistake is found early.
  const beside = ids.length > 1 || ids[0] !== draft.asking;
  const said =
    !again && (beside || isLong(asked, ids[0])) && line !== '' ? words.understood[draft.language].replace('ANSWERS', () => line) : before;
  return askNext(turn, next, said === '' ? [] : [said], answers);
}

function isLong(asked: Asked[], id: string | undefined): boolean {
  const type = asked.find((one) => one.id === id)?.type;
  return type === 'address' || type === 'amount' || type === 'partial-date' || type === 'date';
}

function unclear(turn: FilingTurn, current: Asked, why: string): TurnResult {
  const { draft } = turn;
  const tries = draft.tries + 1;
  if (tries === 1) return askQuestion(turn, { ...draft, tries }, current, [why]);
  const { language } = draft;
  return askQuestion(
    turn,
    { ...draft, tries },
    current,
    [why, words.unclearAgain[language], current.help[language]],
    [button(choiceWording.person, language)],
  );
}
