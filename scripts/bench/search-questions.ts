import { z } from 'zod';
import { withoutMarks } from '../../bot/text.ts';
import type { ScoredCase } from '../evaluate/expected.ts';
import { mixed } from './questions.ts';
import type { Entry } from './search-corpus.ts';

export const questionSchema = z.object({ text: z.string(), gold: z.array(z.string()) });
/** A question and the codes of the procedures that are right. */
export type Question = z.infer<typeof questionSchema>;

const mostNames = 300;

/** The questions of one turn that tell their procedure, in a mixed order, so that the first of them stand for all. */
export function questionsOfCases(cases: ScoredCase[]): Question[] {
  const asked = cases.flatMap(({ turns: [text = '', ...more], expect: { procedures } }) =>
    procedures === undefined || more.length > 0 ? [] : [[text, procedures] as const],
  );
  return inMixedOrder(new Map(asked));
}

/** Without cases: names of procedures as somebody types them who writes no diacritics. */
export function questionsOfNames(entries: Entry[]): Question[] {
  const step = Math.ceil(entries.length / mostNames);
  const codes = Map.groupBy(entries, ({ procedure }) => typed(procedure.name));
  const some = entries.filter((_, at) => at % step === 0).map(({ procedure }) => typed(procedure.name));
  return inMixedOrder(new Map(some.map((name) => [name, (codes.get(name) ?? []).map(({ procedure }) => procedure.code)])));
}

function inMixedOrder(gold: ReadonlyMap<string, string[]>): Question[] {
  return mixed([...gold.keys()]).map((text) => ({ text, gold: gold.get(text) ?? [] }));
}

function typed(name: string): string {
  return withoutMarks(name).toLowerCase();
}

/** How often a right procedure came first, and among the first five. `ranked`: the codes found for each question, best first. */
export function hitsOf(questions: Question[], ranked: string[][]): { hit1: number; hit5: number } {
  const places = ranked.map((codes, at) => codes.findIndex((code) => questions[at]?.gold.includes(code)));
  const share = (most: number) => (places.length === 0 ? 0 : places.filter((place) => place >= 0 && place < most).length / places.length);
  return { hit1: share(1), hit5: share(5) };
}
