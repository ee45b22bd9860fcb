import type { Answers, Check, Form, Question, Rule } from '../../bot/forms/form.ts';
import { type Asked, liveAnswers, questionsOf } from '../../bot/forms/plan.ts';
import { brokenRule, refusalOf } from '../../bot/forms/rules.ts';
import { readValue, type World } from '../../bot/forms/values/read-value.ts';

export type BadAnswer = { text: string; why: string };

/** One answer that is none of its type, and one that fails each check: the text, and what must be said of it. */
export function badAnswers(question: Question, world: World): { refused: BadAnswer[]; unmet: Check[] } {
  const refused: BadAnswer[] = [];
  const unmet: Check[] = [];
  const wrong = nonsense[question.type];
  if (wrong !== undefined) refused.push({ text: wrong, why: whyOf(question, wrong, world) ?? '' });
  for (const check of question.checks) {
    const alone = { ...question, checks: [check] };
    const text = failing(check, world.today).find(
      (one) => whyOf(alone, one, world) !== null && whyOf({ ...question, checks: [] }, one, world) === null,
    );
    if (text === undefined) unmet.push(check);
    else refused.push({ text, why: check.say?.vi ?? whyOf(alone, text, world) ?? '' });
  }
  return { refused, unmet };
}

function whyOf(question: Question, text: string, world: World): string | null {
  const reading = readValue(question, text, world);
  return reading.kind === 'bad' ? reading.why.vi : null;
}

const nonsense: Partial<Record<Question['type'], string>> = {
  name: 'A1 B2',
  date: '31/2/2026',
  'partial-date': '31/2/2026',
  time: '27:90',
  'id-number': '123',
  phone: '12345',
  email: 'khai at nowhere',
  address: 'xyzt qwrt',
  choice: 'xyzt qwrt',
  'yes-no': 'xyzt qwrt',
  nationality: 'xyzt qwrt',
  ethnicity: 'xyzt qwrt',
  number: 'xyzt qwrt',
  amount: 'xyzt qwrt',
};

function failing(check: Check, today: string): string[] {
  switch (check.check) {
    case 'not-future':
      return [dayText(today, 3)];
    case 'not-past':
      return [dayText(today, -800)];
    case 'age-at-least':
      return [dayText(today, -365 * check.years + 40), dayText(today, -40)];
    case 'age-under':
      return [dayText(today, -366 * (check.years + 1))];
    case 'min':
      return [String(check.value - 1), String(check.value / 2), 'a'];
    case 'max':
      return [String(check.value + 1), 'Dài quá '.repeat(check.value)];
    case 'pattern':
      return ['Zz 0', 'xyzt', '1', '99999', '000000000000000', 'Công ty Hoa Sữa', 'Hộ kinh doanh Hoa Sữa'];
  }
}

/** `days` after today, as people write it. */
export function dayText(today: string, days: number): string {
  const moment = new Date(Date.parse(today) + days * 86_400_000).toISOString();
  return moment.slice(0, 10).split('-').reverse().join('/');
}

/** An answer, good by itself, that breaks this rule, and what is said of it: another rule or a refusal may come first. Null where this person's answers cannot. */
export function breaking(
  rule: Rule,
  form: Form,
  answers: Answers,
  world: World,
): (BadAnswer & { question: Asked; refused: boolean }) | null {
  const asked = questionsOf(form, answers, world.today);
  const ids = rule.rule === 'id-agrees' ? [rule.number] : [rule.first, rule.second];
  const found = ids.flatMap((id) => {
    const question = asked.find((one) => one.id === id);
    return question === undefined ? [] : candidates(rule, answers, world.today).map((text) => broken(question, text));
  });
  return found.find((one) => one?.refused === false) ?? found.find((one) => one !== null) ?? null;

  function broken(question: Asked, text: string): (BadAnswer & { question: Asked; refused: boolean }) | null {
    const reading = readValue(question, text, world);
    if (reading.kind !== 'good') return null;
    const next = { ...answers, [question.id]: reading.answer };
    const live = liveAnswers(questionsOf(form, next, world.today), next);
    if (brokenRule({ ...form, rules: [rule] }, live, world.today) === null) return null;
    const refusal = refusalOf(form, live, world.today);
    return { question, text, why: (refusal ?? brokenRule(form, live, world.today))?.say.vi ?? '', refused: refusal !== null };
  }
}

function candidates(rule: Rule, answers: Answers, today: string): string[] {
  if (rule.rule === 'different') return [rule.first, rule.second].flatMap((id) => answers[id]?.shown ?? []);
  if (rule.rule === 'id-agrees') return ['040199912345', '040099912345', '040150012345', '040050012345'];
  return [-1, -30, -400, -2_000, -5_000, -5_115, -6_600, -7_400, -9_000, -12_000, -16_000, -20_000, -25_000, -30_000].map((days) =>
    dayText(today, days),
  );
}
