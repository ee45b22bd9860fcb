import type { Words } from '../wording.ts';
import { holds, yearsBetween } from './condition.ts';
import type { Answers, Deadline, Form, FormPaper, Rule } from './form.ts';
import { idFacts } from './values/id-facts.ts';

/** A rule over several answers that does not hold: the questions to look at again, and why. */
export type Broken = { questions: string[]; say: Words };

/** `live` are the answers that count. A rule of which an answer is missing waits for it. */
export function brokenRule(form: Form, live: Answers, today: string): Broken | null {
  const value = valueIn(live);
  const broken = form.rules.find((rule) => holds(rule.when, value, today) && !keeps(rule, value));
  return broken === undefined ? null : { questions: questionsIn(broken), say: broken.say };
}

/** Why this filing is not the right one, and the code of the one that is. */
export function refusalOf(form: Form, live: Answers, today: string): Form['refusals'][number] | null {
  return form.refusals.find(({ when }) => holds(when, valueIn(live), today)) ?? null;
}

/** The papers of this case, each once. */
export function papersOf(form: Form, live: Answers, today: string): FormPaper[] {
  const papers = form.papers.filter(({ when }) => holds(when, valueIn(live), today));
  return papers.filter(({ id }, place) => papers.findIndex((one) => one.id === id) === place);
}

/** The deadlines of this case whose day is known. `days` are those left; below 0 it has passed. Working days are counted by the caller. */
export function deadlinesOf(form: Form, live: Answers, today: string): { deadline: Deadline; from: string }[] {
  return form.deadlines.flatMap((deadline) => {
    const from = live[deadline.from]?.value;
    return from === undefined || !holds(deadline.when, valueIn(live), today) ? [] : [{ deadline, from }];
  });
}

export function nextProcedures(form: Form, live: Answers, today: string): Form['next'] {
  return form.next.filter(({ when }) => holds(when, valueIn(live), today));
}

export function valueIn(live: Answers): (question: string) => string | undefined {
  return (question) => live[question]?.value;
}

function keeps(rule: Rule, value: (question: string) => string | undefined): boolean {
  switch (rule.rule) {
    case 'older': {
      const [first, second] = [value(rule.first), value(rule.second)];
      if (first === undefined || second === undefined) return true;
      const years = yearsBetween(first, second) ?? Number(second.slice(0, 4)) - Number(first.slice(0, 4));
      return years >= rule.years;
    }
    case 'not-before': {
      const [first, second] = [value(rule.first), value(rule.second)];
      if (first === undefined || second === undefined) return true;
      // A date of which the day is not known is compared as far as it is known.
      const known = Math.min(first.length, second.length);
      return second.slice(0, known) <= first.slice(0, known);
    }
    case 'different': {
      const [first, second] = [value(rule.first), value(rule.second)];
      return first === undefined || second === undefined || first === '' || first !== second;
    }
    case 'id-agrees':
      return idAgrees(rule, value);
  }
}

function idAgrees(rule: Extract<Rule, { rule: 'id-agrees' }>, value: (question: string) => string | undefined): boolean {
  const facts = idFacts(value(rule.number) ?? '');
  if (facts === null) return true;
  const birth = rule.birth === undefined ? undefined : value(rule.birth);
  if (birth !== undefined && birth !== '' && Number(birth.slice(0, 4)) !== facts.birthYear) return false;
  const sex = rule.sex === undefined || rule.sex === 'male' || rule.sex === 'female' ? rule.sex : value(rule.sex);
  return sex === undefined || sex === '' || sex === facts.sex;
}

function questionsIn(rule: Rule): string[] {
  if (rule.rule !== 'id-agrees') return [rule.first, rule.second];
  const sex = rule.sex === 'male' || rule.sex === 'female' ? undefined : rule.sex;
  return [rule.number, rule.birth, sex].flatMap((question) => question ?? []);
}
