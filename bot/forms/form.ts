import { z } from 'zod';
import { conditionSchema } from './condition.ts';

/**
 * A filing as data: one JSON file in `bot/forms/filings/`. What is asked, in which order and when; what refuses; which papers; the printed form.
 * Every text stands in both languages but what is printed: that is Vietnamese, as on the official form.
 */
const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
/** `child.name`: who it is about, and what. */
const questionId = z.string().regex(/^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/);
/** Text of the printed form with answers in it: `{child.name}`, `{child.name|upper}`, `{child.birthDate|date}`. See `fill.ts`. */
const template = z.string();

export const valueTypes = [
  'name',
  'date',
  /** A date of which the day, or the day and the month, may not be known: `1960`, `1960-05`, `1960-05-12`. */
  'partial-date',
  'time',
  'id-number',
  'phone',
  'email',
  'address',
  'choice',
  'yes-no',
  'nationality',
  'ethnicity',
  'text',
  'number',
  'amount',
] as const;
export type ValueType = (typeof valueTypes)[number];

/** What must be true of one answer beside being of its type. `say` tells why it is refused and what to do. */
const check = z.union([
  z.strictObject({ check: z.enum(['not-future', 'not-past']), say: words.optional() }),
  z.strictObject({ check: z.enum(['age-at-least', 'age-under']), years: z.number().int(), say: words }),
  z.strictObject({ check: z.enum(['min', 'max']), value: z.number(), say: words.optional() }),
  z.strictObject({ check: z.literal('pattern'), pattern: z.string(), say: words }),
]);
export type Check = z.infer<typeof check>;

const option = z.strictObject({
  value: z.string().regex(/^[a-z0-9-]+$/),
  label: words,
  /** Other ways of saying it, without diacritics and in lower case. */
  hear: z.array(z.string().regex(/^[a-z0-9 ]+$/)).default([]),
});

const question = z.strictObject({
  id: questionId,
  type: z.enum(valueTypes),
  /** What it is called in the summary and when it is corrected: "Ngày sinh của con". */
  label: words,
  /** One short question. */
  ask: words,
  /** Why it is asked or where to find it; said when somebody asks for help or answers unclearly. */
  help: words,
  example: words,
  /** Of a choice only. */
  options: z.array(option).default([]),
  optional: z.boolean().default(false),
  when: conditionSchema.optional(),
  checks: z.array(check).default([]),
  /** Questions whose answer may be meant again ("địa chỉ của mẹ"): offered as a button. */
  sameAs: z.array(questionId).default([]),
  /** Other names of it, without diacritics: for answers that come several in one sentence and for corrections. */
  hear: z.array(z.string().regex(/^[a-z0-9 ]+$/)).default([]),
});
export type Question = z.infer<typeof question>;

const step = z.strictObject({
  title: words,
  /** Asked as often as somebody says yes to `ask`: `member.name` becomes `member.1.name` and so on. */
  repeat: z
    .strictObject({ id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/), most: z.number().int().max(20), ask: words, again: words })
    .optional(),
  when: conditionSchema.optional(),
  questions: z.array(question).min(1),
});
export type Step = z.infer<typeof step>;

/** Somebody whom the questions are about; `hear`: how people call them, without diacritics ("con toi", "be", "chau"). */
const person = z.strictObject({ id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/), title: words, hear: z.array(z.string()).default([]) });

/** Why this filing is not the right one, and what is. */
const refusal = z.strictObject({
  when: conditionSchema,
  say: words,
  /** The code of the procedure that is right instead. */
  instead: z.string().optional(),
});

const paper = z.strictObject({
  /** The same paper has the same id in every filing: a plan over several lists it once. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: words,
  when: conditionSchema.optional(),
  /** `submit`: handed in; `show`: only shown; `known`: the state has it, it must not be asked for. */
  how: z.enum(['submit', 'show', 'known']),
  originals: z.number().int().default(0),
  copies: z.number().int().default(0),
  /** Where to get it, or what to do without it. */
  where: words.optional(),
});
export type FormPaper = z.infer<typeof paper>;

const deadline = z.strictObject({
  when: conditionSchema.optional(),
  from: questionId,
  days: z.number().int(),
  counts: z.enum(['days', 'working-days']),
  say: words,
  /** Said instead when it has passed. */
  late: words,
});

/** What must be true of several answers together. `say` names what to correct. */
const rule = z.union([
  /** The first date lies `years` or more before the second. */
  z.strictObject({
    rule: z.literal('older'),
    first: questionId,
    second: questionId,
    years: z.number().int(),
    say: words,
    when: conditionSchema.optional(),
  }),
  z.strictObject({ rule: z.literal('not-before'), first: questionId, second: questionId, say: words, when: conditionSchema.optional() }),
  z.strictObject({ rule: z.literal('different'), first: questionId, second: questionId, say: words, when: conditionSchema.optional() }),
  /** A personal number agrees with the birth date (and the sex: `male`, `female`, or the question that tells it). */
  z.strictObject({
    rule: z.literal('id-agrees'),
    number: questionId,
    birth: questionId.optional(),
    sex: z.union([z.literal('male'), z.literal('female'), questionId]).optional(),
    say: words,
    when: conditionSchema.optional(),
  }),
]);
export type Rule = z.infer<typeof rule>;

const field = z.strictObject({ label: template, value: template });
const block = z.union([
  z.strictObject({ kind: z.literal('heading'), text: template, when: conditionSchema.optional() }),
  z.strictObject({ kind: z.literal('text'), text: template, when: conditionSchema.optional() }),
  z.strictObject({ kind: z.literal('line'), fields: z.array(field).min(1), when: conditionSchema.optional() }),
  z.strictObject({
    kind: z.literal('digits'),
    label: template,
    value: template,
    length: z.number().int(),
    when: conditionSchema.optional(),
  }),
  /** One box for each option of the question, the answer ticked. */
  z.strictObject({ kind: z.literal('boxes'), label: template, question: questionId, when: conditionSchema.optional() }),
  /** One row for each repetition of the step with this `repeat.id`; `{member.name}` is the row's own, `{row}` its number. */
  z.strictObject({
    kind: z.literal('table'),
    repeat: z.string(),
    emptyRows: z.number().int().default(1),
    columns: z.array(z.strictObject({ title: z.string(), width: z.number(), value: template })).min(1),
    when: conditionSchema.optional(),
  }),
  /** A table whose rows stand fast, such as bride and groom side by side. */
  z.strictObject({
    kind: z.literal('grid'),
    columns: z.array(z.strictObject({ title: z.string(), width: z.number() })).min(1),
    rows: z.array(z.strictObject({ cells: z.array(template).min(1), when: conditionSchema.optional() })).min(1),
    when: conditionSchema.optional(),
  }),
]);
export type BlockTemplate = z.infer<typeof block>;

export const formSchema = z.strictObject({
  /** The national code of the procedure. */
  code: z.string().regex(/^\d\.\d{6}$/),
  /** Goes up with every change of questions: a draft of another version is asked anew for what is not there. */
  version: z.number().int().min(1),
  title: words,
  /** As printed at the head of the form; empty where the record names none. */
  formNumber: z.string(),
  /** The documents that the facts of this file come from, and the date of the record. */
  legal: z.array(z.string()).min(1),
  recordDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** What it is for and how long it takes to answer, in one or two sentences. */
  intro: words,
  people: z.array(person).min(1),
  steps: z.array(step).min(1),
  refusals: z.array(refusal).default([]),
  papers: z.array(paper).min(1),
  deadlines: z.array(deadline).default([]),
  rules: z.array(rule).default([]),
  /** What goes where, to whom: said before anything leaves. */
  consent: words,
  /** Procedures that usually come next. */
  next: z.array(z.strictObject({ code: z.string(), say: words, when: conditionSchema.optional() })).default([]),
  sheet: z.strictObject({
    title: z.string(),
    subtitle: template.default(''),
    addressee: template,
    /** What stands at the head instead, where a case has a form of another number; the first that applies. */
    variants: z
      .array(z.strictObject({ when: conditionSchema, formNumber: z.string(), subtitle: template, addressee: template }))
      .default([]),
    blocks: z.array(block).min(1),
    placeAndDate: template,
    signatures: z.array(z.strictObject({ title: z.string(), note: z.string(), name: template, when: conditionSchema.optional() })).min(1),
  }),
});
export type Form = z.infer<typeof formSchema>;
export type Deadline = z.infer<typeof deadline>;

/** An answer: `value` as checked and compared, `shown` as read back and printed. An address's value is JSON (`Address`). */
export type Answer = { value: string; shown: string };
/** By question id. `''` as value: skipped. */
export type Answers = Record<string, Answer>;
