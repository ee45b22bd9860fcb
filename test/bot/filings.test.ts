import { describe, expect, test } from 'vitest';
import { askedBy } from '../../bot/forms/condition.ts';
import { placeholdersIn } from '../../bot/forms/fill.ts';
import type { Form } from '../../bot/forms/form.ts';
import { formSchema } from '../../bot/forms/form.ts';
import { fold } from '../../bot/text.ts';
import {
  conditionsIn,
  filing,
  filingNames,
  laterConditions,
  leavesOf,
  plainId,
  questionsIn,
  rawFiling,
  templatesIn,
} from '../support/filings.ts';

/** What a template may name beside questions. */
const always = ['code', 'today', 'row'];
const dateTypes = ['date', 'partial-date'];
const formats: Record<string, string[]> = {
  date: dateTypes,
  day: ['date'],
  month: dateTypes,
  year: dateTypes,
  words: dateTypes,
  detail: ['address'],
  commune: ['address'],
  province: ['address'],
};

describe.each(filingNames)('the filing %s', (name) => {
  test('is a form as the schema has it', () => {
    expect(formSchema.safeParse(rawFiling(name)).error?.issues).toBeUndefined();
  });

  const form = filing(name);
  const questions = questionsIn(form);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const repeats = form.steps.flatMap(({ repeat }) => repeat ?? []);
  const isThere = (id: string) => byId.has(plainId(id)) || repeats.some((repeat) => id.startsWith(`${repeat.id}.`) && id.endsWith('.more'));

  test('asks every question under one id', () => {
    expect(twice(questions.map(({ id }) => id))).toEqual([]);
  });

  test('gives choices to choose between, and to nothing else', () => {
    const wrong = questions.filter(({ type, options }) => (type === 'choice' ? options.length < 2 : options.length > 0));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('hears every word for an option as one option', () => {
    const doubtful = questions.flatMap(({ id, options }) =>
      twice(options.flatMap(({ value, label, hear }) => [...new Set([value, fold(label.vi), ...hear])])).map((word) => `${id}: ${word}`),
    );
    expect(doubtful).toEqual([]);
  });

  test('makes a question wait only for questions before it', () => {
    const early: string[] = [];
    const before = new Set<string>();
    for (const { when, questions: own, repeat } of form.steps) {
      if (when !== undefined) early.push(...askedBy(when).filter((id) => !before.has(plainId(id)) && !id.endsWith('.more')));
      if (repeat !== undefined) before.add(`${repeat.id}.more`);
      for (const question of own) {
        const awaited = [...(question.when === undefined ? [] : askedBy(question.when)), ...question.sameAs];
        early.push(...awaited.filter((id) => !before.has(plainId(id))).map((id) => `${question.id} waits for ${id}`));
        before.add(question.id);
      }
    }
    expect(early).toEqual([]);
  });

  test('offers an answer again only where it is of the same type', () => {
    const odd = questions.flatMap(({ id, type, sameAs }) =>
      sameAs.filter((other) => byId.get(other)?.type !== type).map((other) => `${id}: ${other}`),
    );
    expect(odd).toEqual([]);
  });

  test('decides by questions that there are, and by answers that they have', () => {
    const leaves = conditionsIn(form).flatMap(leavesOf);
    const unknown = leaves.flatMap(askedBy).filter((id) => !isThere(id));
    const unanswerable = leaves.flatMap((leaf) => ('is' in leaf ? answersMissing(leaf.is, byId.get(plainId(leaf.is[0]))) : []));
    const dateless = leaves
      .flatMap((leaf) => ('years' in leaf || 'days' in leaf ? askedBy(leaf) : []))
      .filter((id) => !dateTypes.includes(typeOf(id)));
    expect({ unknown, unanswerable, dateless }).toEqual({ unknown: [], unanswerable: [], dateless: [] });
  });

  test('checks what there is to be checked', () => {
    const dates = form.rules.flatMap((rule) => (rule.rule === 'older' || rule.rule === 'not-before' ? [rule.first, rule.second] : []));
    const others = form.rules.flatMap((rule) => (rule.rule === 'different' ? [rule.first, rule.second] : []));
    const numbers = form.rules.flatMap((rule) => (rule.rule === 'id-agrees' ? [rule.number] : []));
    expect([...dates, ...form.deadlines.map(({ from }) => from)].filter((id) => !dateTypes.includes(typeOf(id)))).toEqual([]);
    expect(numbers.filter((id) => typeOf(id) !== 'id-number')).toEqual([]);
    expect(others.filter((id) => !isThere(id))).toEqual([]);
  });

  test('prints only answers that it asks for, each in a way that suits it', () => {
    const named = templatesIn(form).flatMap(placeholdersIn);
    expect(named.filter((id) => !always.includes(id) && !isThere(id))).toEqual([]);
    const formatted = templatesIn(form).flatMap((template) => [...template.matchAll(/\{([a-zA-Z0-9.]+)\|([a-z]+)\}/g)]);
    const unfit = formatted.filter(([, id = '', format = '']) => id !== 'today' && formats[format]?.includes(typeOf(id)) === false);
    expect(unfit.map(([whole]) => whole)).toEqual([]);
    const open = templatesIn(form).filter((template) => /[{}]/.test(template.replace(/\{[a-zA-Z0-9.]+(\|[a-z]+)?\}/g, '')));
    expect(open).toEqual([]);
  });

  test('asks nothing that is neither printed nor decides anything', () => {
    const used = usedIn(form);
    expect(questions.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  test('gives the cells of a table as many columns as it has', () => {
    const grids = form.sheet.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
    const uneven = grids.flatMap(({ columns, rows }) => rows.filter(({ cells }) => cells.length !== columns.length));
    expect(uneven).toEqual([]);
    const tables = form.sheet.blocks.flatMap((block) => (block.kind === 'table' ? [block.repeat] : []));
    expect(tables.filter((id) => !repeats.some((repeat) => repeat.id === id))).toEqual([]);
  });

  test('names a paper twice only in cases that differ', () => {
    const repeated = twice(form.papers.map(({ id }) => id));
    expect(form.papers.filter(({ id, when }) => repeated.includes(id) && when === undefined).map(({ id }) => id)).toEqual([]);
    const missing = form.papers.filter(({ how, originals, copies }) => how === 'submit' && originals + copies === 0);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('leads to procedures by their codes, and not to itself', () => {
    const codes = [...form.refusals.flatMap(({ instead }) => instead ?? []), ...form.next.map(({ code }) => code)];
    expect(codes.filter((code) => !/^\d\.\d{6}$/.test(code) || code === form.code)).toEqual([]);
  });

  test('speaks without emoji, and in both languages', () => {
    const texts = wordsIn(rawFiling(name));
    expect(texts.filter(({ vi, en }) => /\p{Extended_Pictographic}/u.test(vi + en))).toEqual([]);
    expect(texts.filter(({ vi, en }) => vi !== vi.trim() || en !== en.trim() || vi !== vi.normalize('NFC'))).toEqual([]);
    // Prose has diacritics in Vietnamese and none in English; names, numbers and places may be the same in both.
    expect(questions.filter(({ ask }) => fold(ask.vi) === ask.vi.toLowerCase() || ask.vi === ask.en).map(({ id }) => id)).toEqual([]);
  });

  function typeOf(id: string): string {
    return byId.get(plainId(id))?.type ?? 'none';
  }
});

test('the same paper is called the same in every filing', () => {
  const names = new Map<string, Set<string>>();
  for (const name of filingNames)
    for (const { id, name: called } of filing(name).papers) names.set(id, (names.get(id) ?? new Set()).add(called.vi));
  expect([...names].filter(([, called]) => called.size > 1).map(([id, called]) => [id, ...called])).toEqual([]);
});

test('every procedure is filed with one form', () => {
  expect(twice(filingNames.map((name) => filing(name).code))).toEqual([]);
});

function usedIn(form: Form): Set<string> {
  const boxes = form.sheet.blocks.flatMap((block) => (block.kind === 'boxes' ? [block.question] : []));
  const asked = form.steps
    .flatMap(({ when, questions }) => [when, ...questions.map((question) => question.when)])
    .flatMap((when) => (when === undefined ? [] : askedBy(when)));
  return new Set(
    [...templatesIn(form).flatMap(placeholdersIn), ...boxes, ...asked, ...laterConditions(form).flatMap(askedBy)].map(plainId),
  );
}

function answersMissing([id, ...values]: [string, ...string[]], question: ReturnType<typeof questionsIn>[number] | undefined): string[] {
  const possible =
    question?.type === 'choice'
      ? question.options.map(({ value }) => value)
      : question?.type === 'yes-no' || id.endsWith('.more')
        ? ['yes', 'no']
        : null;
  return possible === null ? [] : values.filter((value) => !possible.includes(value)).map((value) => `${id}: ${value}`);
}

/** Every `{ vi, en }` in a form. */
function wordsIn(part: unknown): { vi: string; en: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('vi' in part && 'en' in part && typeof part.vi === 'string' && typeof part.en === 'string') return [{ vi: part.vi, en: part.en }];
  return Object.values(part).flatMap(wordsIn);
}

function twice(values: string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
