import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysAfter } from '../calendar/calendar.ts';
import type { Case } from './case.ts';
import { daysBetween } from './condition.ts';
import type { Answers, Form } from './form.ts';
import { deadlinesOf } from './rules.ts';

export type DeadlineOptions = { form: Form; live: Answers; today: string; calendar: Calendar; draft: Pick<Case, 'language' | 'told'> };

/** What is said once of each deadline, as soon as its day is known: how it stands, or what to do now that it has passed. */
export function deadlineLines({ form, live, today, calendar, draft }: DeadlineOptions): { lines: string[]; told: string[] } {
  const due = deadlinesOf(form, live, today).flatMap(({ deadline, from }) => {
    const told = `deadline:${deadline.from}:${from}`;
    const passed = deadline.counts === 'days' ? daysBetween(from, today) : workingDaysAfter(from, today, calendar);
    if (draft.told.includes(told) || passed === null) return [];
    return [{ told, line: passed > deadline.days ? deadline.late[draft.language] : deadline.say[draft.language] }];
  });
  return { lines: due.map(({ line }) => line), told: due.map(({ told }) => told) };
}
