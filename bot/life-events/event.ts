import { z } from 'zod';
import { conditionSchema } from '../forms/condition.ts';

/**
 * An event of life as data: one JSON file in `bot/life-events/events/`. How people say it, the few questions that change the plan, and the
 * procedures to go through in their order. Every fact is that of the procedures' records on `recordDate`.
 */
const words = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const code = z.string().regex(/^\d\.\d{6}$/);
/** Words with their marks, `(one|another)` and `?`, `*`, `+` after a bracket. A word that is typed without marks counts as well. */
const said = z
  .string()
  .regex(/^[\p{Ll}\d ()|?*+]+$/u)
  .refine((pattern) => compiles(pattern), 'is no pattern');

const question = z.strictObject({
  /** As conditions name it: `parents.married`. */
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*$/),
  ask: words,
  options: z
    .array(z.strictObject({ value: z.string().regex(/^[a-z0-9-]+$/), label: words, hear: z.array(said).default([]) }))
    .min(2)
    .max(3),
});

const deadline = z.strictObject({
  /** Absent: the record counts it from a day that the event's date does not tell, or tells no number. */
  days: z.number().int().positive().optional(),
  counts: z.enum(['days', 'working-days']).default('days'),
  /** Such as "trong 60 ngày từ ngày sinh": always said. */
  say: words,
  /** The procedure in whose record it stands. */
  source: code,
});

const step = z.strictObject({
  id,
  code,
  /** What is to be done, in a few plain words. */
  title: words,
  /** Who does it and where: "cha hoặc mẹ, tại Ủy ban nhân dân cấp xã". */
  who: words,
  gives: words,
  /** Whom it concerns, where not everybody. */
  only: words.optional(),
  /** The steps that must be over before. */
  after: z.array(id).default([]),
  when: conditionSchema.optional(),
  /** The guided filing that prepares it, where it is another's than `code`. */
  filing: code.optional(),
  /** Procedures that this one does in one go. */
  replaces: z.array(code).default([]),
  deadline: deadline.optional(),
  papers: z.array(id).default([]),
});

const paper = z.strictObject({
  /** The same as in the filings (`bot/forms/filings/`), where one has it. */
  id,
  name: words,
  how: z.enum(['submit', 'show', 'known']),
  where: words.optional(),
});

export const lifeEventSchema = z
  .strictObject({
    id,
    title: words,
    recordDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    /** A death is spoken of softly: nothing is wished, nothing is cheerful. */
    tone: z.enum(['plain', 'grave']),
    /** The first line of the plan. */
    lead: words,
    /** How people say that it has happened or will. */
    hear: z.strictObject({ vi: z.array(said).min(1), en: z.array(said).min(1) }),
    /** Ways of asking what to do that only this event has: "cần giấy phép gì". */
    asked: z.array(said).default([]),
    /** The day that deadlines count from. `future`: it may still come. */
    date: z.strictObject({ ask: words, label: words, future: z.boolean() }).optional(),
    questions: z.array(question).max(2).default([]),
    steps: z.array(step).min(2).max(9),
    papers: z.array(paper).min(1),
  })
  .superRefine((event, context) => {
    const known = { steps: event.steps.map((each) => each.id), papers: event.papers.map((each) => each.id) };
    for (const [place, one] of event.steps.entries()) {
      const before = known.steps.slice(0, place);
      for (const other of one.after)
        if (!before.includes(other)) context.addIssue(`${one.id} waits for ${other}, which does not come before it`);
      for (const other of one.papers) if (!known.papers.includes(other)) context.addIssue(`${one.id} takes ${other}, which is no paper`);
    }
    for (const names of Object.values(known))
      for (const name of names) if (names.filter((other) => other === name).length > 1) context.addIssue(`${name} stands there twice`);
    const used = new Set(event.steps.flatMap(({ papers }) => papers));
    for (const one of known.papers) if (!used.has(one)) context.addIssue(`${one} is a paper of no step`);
  });

export type LifeEvent = z.infer<typeof lifeEventSchema>;
export type LifeStep = LifeEvent['steps'][number];
export type LifePaper = LifeEvent['papers'][number];

/** What is known of somebody's event: its day as `YYYY-MM-DD` (sealed while it is remembered), and answers by the question's id. Nothing else is kept. */
export type LifeCase = { event: string; date: string | null; answers: Record<string, string> };

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
