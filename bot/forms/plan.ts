import type { Words } from '../wording.ts';
import { holds } from './condition.ts';
import type { Answers, Form, Question, Step } from './form.ts';

/** A question as it is asked: of a repetition, its id has the number in it (`member.2.name`). */
export type Asked = Question & { step: number };

/**
 * Every question that applies, in the order of asking, as far as the answers tell: what depends on an answer that is not there yet is not among them.
 * `today` is `YYYY-MM-DD` in Vietnam.
 */
export function questionsOf(form: Form, answers: Answers, today: string): Asked[] {
  const asked: Asked[] = [];
  const live = new Set<string>();
  const value = (question: string) => (live.has(question) ? answers[question]?.value : undefined);
  const take = (question: Asked) => {
    asked.push(question);
    live.add(question.id);
  };
  form.steps.forEach((step, place) => {
    if (!holds(step.when, value, today)) return;
    if (step.repeat === undefined) {
      for (const question of step.questions) if (holds(question.when, value, today)) take({ ...question, step: place });
      return;
    }
    const { id, most } = step.repeat;
    for (let row = 1; row <= most; row++) {
      const gate = gateOf(step, row, place);
      take(gate);
      if (value(gate.id) !== 'yes') return;
      const own = (question: string) => value(keyIn(id, row, question));
      for (const question of step.questions)
        if (holds(question.when, own, today)) take({ ...question, id: keyIn(id, row, question.id), step: place });
    }
  });
  return asked;
}

/** `member.name` of the second repetition is `member.2.name`; what belongs to nobody repeated stays. */
export function keyIn(repeat: string, row: number, question: string): string {
  const [who, ...rest] = question.split('.');
  return who === repeat && rest.length === 1 ? `${repeat}.${row}.${rest[0]}` : question;
}

/** How often a step is repeated. */
export function rowsOf(repeat: string, answers: Answers): number {
  let rows = 0;
  while (answers[`${repeat}.${rows + 1}.more`]?.value === 'yes') rows++;
  return rows;
}

/** The first question that has no answer; null when everything is answered. */
export function nextQuestion(asked: Asked[], answers: Answers): Asked | null {
  return asked.find(({ id }) => answers[id] === undefined) ?? null;
}

/** The answers to questions that apply, skipped ones left out: all that is ever shown or handed over. */
export function liveAnswers(asked: Asked[], answers: Answers): Answers {
  return Object.fromEntries(
    asked.flatMap(({ id }) => {
      const answer = answers[id];
      return answer === undefined || answer.value === '' ? [] : [[id, answer]];
    }),
  );
}

/** "Bước 2/4", and whether the question opens its step. */
export function progressOf(form: Form, asked: Asked[], current: Asked): { step: number; of: number; title: Words; opens: boolean } {
  const steps = form.steps.map((_, place) => place).filter((place) => place >= current.step || asked.some((one) => one.step === place));
  const opens = asked.find((one) => one.step === current.step)?.id === current.id;
  return { step: steps.indexOf(current.step) + 1, of: steps.length, title: form.steps[current.step]?.title ?? form.title, opens };
}

/** "Is there another one?", asked before each repetition. */
function gateOf(step: Step, row: number, place: number): Asked {
  const { id, ask, again } = step.repeat ?? { id: '', ask: step.title, again: step.title };
  return {
    id: `${id}.${row}.more`,
    step: place,
    type: 'yes-no',
    label: row === 1 ? step.title : { vi: `${step.title.vi} (${row})`, en: `${step.title.en} (${row})` },
    ask: row === 1 ? ask : again,
    help: step.title,
    example: { vi: 'có / không', en: 'yes / no' },
    options: [],
    optional: false,
    checks: [],
    sameAs: [],
    hear: [],
  };
}
