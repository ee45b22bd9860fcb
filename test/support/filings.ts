import { readdirSync, readFileSync } from 'node:fs';
import type { Condition } from '../../bot/forms/condition.ts';
import { type Answers, type BlockTemplate, type Form, formSchema, type Question } from '../../bot/forms/form.ts';
import { questionsOf } from '../../bot/forms/plan.ts';

const folder = new URL('../../bot/forms/filings/', import.meta.url);

/** The names of the filings that there are: `khai-sinh`. */
export const filingNames = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .sort();

export function rawFiling(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

export function filing(name: string): Form {
  return formSchema.parse(rawFiling(name));
}

export function questionsIn(form: Form): Question[] {
  return form.steps.flatMap(({ questions }) => questions);
}

/** A question's id as the form names it: `member.2.name` is `member.name`. */
export function plainId(id: string): string {
  return id.replace(/\.\d+\./, '.');
}

/** Every text of the printed form with placeholders in it. */
export function templatesIn({ sheet }: Form): string[] {
  const signed = sheet.signatures.flatMap(({ title, note, name }) => [title, note, name]);
  const heads = [sheet, ...sheet.variants].flatMap(({ subtitle, addressee }) => [subtitle, addressee]);
  return [...heads, sheet.placeAndDate, ...signed, ...sheet.blocks.flatMap(templatesOf)];
}

function templatesOf(block: BlockTemplate): string[] {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return [block.text];
    case 'line':
      return block.fields.flatMap(({ label, value }) => [label, value]);
    case 'digits':
      return [block.label, block.value];
    case 'boxes':
      return [block.label];
    case 'table':
      return block.columns.map(({ value }) => value);
    case 'grid':
      return block.rows.flatMap(({ cells }) => cells);
  }
}

/** Every condition of a form but those of its questions and steps. */
export function laterConditions(form: Form): Condition[] {
  const blocks = form.sheet.blocks.flatMap((block) => [block.when, ...(block.kind === 'grid' ? block.rows.map(({ when }) => when) : [])]);
  const parts = [
    ...form.refusals,
    ...form.papers,
    ...form.deadlines,
    ...form.rules,
    ...form.next,
    ...form.sheet.signatures,
    ...form.sheet.variants,
  ];
  return [...parts.map(({ when }) => when), ...blocks].flatMap((when) => when ?? []);
}

/** Every condition of a form, whatever it belongs to. */
export function conditionsIn(form: Form): Condition[] {
  const own = form.steps.flatMap(({ when, questions }) => [when, ...questions.map((question) => question.when)]);
  return [...own.flatMap((when) => when ?? []), ...laterConditions(form)];
}

/** The tests on a single answer that a condition is made of. */
export function leavesOf(condition: Condition): Condition[] {
  if ('not' in condition) return leavesOf(condition.not);
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return [condition];
}

/** The ids that a citizen is asked who answers so; what `said` does not name gets a value of no meaning. `''`: skipped. */
export function askedFor(form: Form, said: Record<string, string>, today: string): string[] {
  const answers: Answers = {};
  for (const { id } of form.steps.flatMap(({ questions }) => questions)) {
    if (!questionsOf(form, answers, today).some((one) => one.id === id)) continue;
    const value = said[id] ?? 'x';
    answers[id] = { value, shown: value };
  }
  return Object.keys(answers);
}
