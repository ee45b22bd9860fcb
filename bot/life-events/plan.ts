import { addWorkingDays, type Calendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/dates.ts';
import { holds } from '../forms/condition.ts';
import type { LifeCase, LifeEvent, LifePaper, LifeStep } from './event.ts';

/** A step of somebody's plan. `due` is `YYYY-MM-DD`; null where its record tells no day or the event's is not known. */
export type PlannedStep = { number: number; step: LifeStep; due: string | null; passed: boolean; after: number[] };
/** A paper, once for the whole plan, with the numbers of the steps that take it. */
export type PlannedPaper = { paper: LifePaper; steps: number[] };
export type Plan = { steps: PlannedStep[]; papers: PlannedPaper[] };

export type PlanOptions = { event: LifeEvent; known: LifeCase; today: string; calendar: Calendar };

/** The steps that concern them, in their order. What was not answered leaves a step in: it says itself whom it concerns. */
export function planOf({ event, known, today, calendar }: PlanOptions): Plan {
  const live = event.steps.filter(({ when }) => holds(when, (id) => known.answers[id], today));
  const numbers = new Map(live.map(({ id }, place) => [id, place + 1]));
  const steps = live.map((step, place) => {
    const due = dueOf(step, known.date, calendar);
    const after = step.after.flatMap((id) => numbers.get(id) ?? []);
    return { number: place + 1, step, due, passed: due !== null && due < today, after };
  });
  const papers = event.papers
    .map((paper) => ({ paper, steps: steps.filter(({ step }) => step.papers.includes(paper.id)).map(({ number }) => number) }))
    .filter((one) => one.steps.length > 0);
  return { steps, papers };
}

/** The question to ask next: those that change the plan, then the day. Null: all is known, or was not wanted. */
export function nextQuestion(event: LifeEvent, known: LifeCase): string | null {
  const open = event.questions.find(({ id }) => known.answers[id] === undefined);
  if (open !== undefined) return open.id;
  return event.date !== undefined && known.date === null && known.answers[dateQuestion] === undefined ? dateQuestion : null;
}

/** Answered by the event's day, or by `unknown`. */
export const dateQuestion = 'event.date';

function dueOf({ deadline }: LifeStep, date: string | null, calendar: Calendar): string | null {
  if (date === null || deadline?.days === undefined) return null;
  return deadline.counts === 'days' ? addDays(date, deadline.days) : addWorkingDays(date, deadline.days, calendar);
}
