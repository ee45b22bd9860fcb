import type { Appointment, Sheet } from '../forms/sheet.ts';
import type { LifeCase, LifeEvent } from './event.ts';
import type { Plan, PlannedStep } from './plan.ts';
import { shownDay } from './tell.ts';
import { planPrint as words } from './wording.ts';

export type PrintOptions = { event: LifeEvent; known: LifeCase; plan: Plan };

/** The plan on one page, for its reader alone. */
export function planSheet({ event, known, plan }: PrintOptions): Sheet {
  const day =
    known.date === null || event.date === undefined
      ? ''
      : words.from.replace('LABEL', event.date.label.vi).replace('DATE', shownDay(known.date));
  const needed = plan.papers
    .filter(({ paper }) => paper.how !== 'known')
    .map(({ paper, steps }) => ({ name: paper.name.vi, steps: steps.join(', ') }));
  const looked = plan.papers.filter(({ paper }) => paper.how === 'known').map(({ paper }) => paper.name.vi);
  return {
    plan: true,
    code: '',
    formNumber: '',
    title: `${words.title}: ${event.title.vi.toUpperCase()}`,
    subtitle: day,
    addressee: '',
    blocks: [
      { kind: 'heading', text: words.steps },
      {
        kind: 'table',
        columns: [
          { title: '', width: 4 },
          { title: words.step, width: 35 },
          { title: words.who, width: 36 },
          { title: words.deadline, width: 25 },
        ],
        rows: plan.steps.map((one) => [
          String(one.number),
          `${one.step.title.vi}${one.step.only === undefined ? '' : ` (${one.step.only.vi})`}. ${one.step.code}`,
          one.step.who.vi,
          deadlineCell(one),
        ]),
      },
      { kind: 'heading', text: words.papers },
      {
        kind: 'table',
        columns: [0, 1].flatMap(() => [
          { title: words.paper, width: 36 },
          { title: words.forSteps, width: 8 },
          { title: words.have, width: 6 },
        ]),
        rows: pairsOf(needed).map((pair) => pair.flatMap(({ name, steps }) => [name, steps, ''])),
      },
      ...(looked.length === 0 ? [] : [{ kind: 'text' as const, text: words.known.replace('NAMES', looked.join(', ')) }]),
    ],
    placeAndDate: '',
    signatures: [],
    foot: words.foot.replace('DATE', shownDay(event.recordDate)),
  };
}

/** One whole day for each deadline whose day is known. */
export function planAppointments({ event, plan }: PrintOptions): Appointment[] {
  return plan.steps.flatMap(({ number, step, due }) => {
    if (due === null || step.deadline === undefined) return [];
    const description = words.reminder
      .replace('NUMBER', String(number))
      .replace('WHO', step.who.vi)
      .replace('DEADLINE', capital(step.deadline.say.vi))
      .replace('CODE', step.code);
    return [
      {
        id: `${event.id}-${step.id}-${due}`,
        title: `${words.due.replace('DATE', shownDay(due))}: ${step.title.vi}`,
        description,
        place: '',
        when: { kind: 'day' as const, day: due },
        remindDaysBefore: [7, 1],
      },
    ];
  });
}

function deadlineCell({ step, due }: PlannedStep): string {
  if (step.deadline === undefined) return words.noDeadline;
  return due === null ? capital(step.deadline.say.vi) : `${words.due.replace('DATE', shownDay(due))} (${step.deadline.say.vi})`;
}

/** Side by side, down the left half first, so that the plan stays on one page. */
function pairsOf(papers: { name: string; steps: string }[]): { name: string; steps: string }[][] {
  const half = Math.ceil(papers.length / 2);
  return papers.slice(0, half).map((left, place) => [left, papers[half + place] ?? { name: '', steps: '' }]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
