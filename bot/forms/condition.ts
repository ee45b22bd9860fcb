import { z } from 'zod';

/** When something applies, by what was answered. A question that was not answered makes every test but `not` false. */
export type Condition =
  /** The answer's value is one of these. */
  | { is: [question: string, ...values: string[]] }
  | { given: string }
  /** Whole years between that date and today, at least or less than. */
  | { years: string; atLeast: number }
  | { years: string; under: number }
  /** Days between that date and today, more than. */
  | { days: string; over: number }
  | { not: Condition }
  | { all: Condition[] }
  | { any: Condition[] };

const id = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z0-9][a-zA-Z0-9]*)+$/);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.tuple([id, z.string()], z.string()) }),
    z.strictObject({ given: id }),
    z.strictObject({ years: id, atLeast: z.number().int() }),
    z.strictObject({ years: id, under: z.number().int() }),
    z.strictObject({ days: id, over: z.number().int() }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
  ]),
);

/** The questions that a condition looks at. */
export function askedBy(condition: Condition): string[] {
  if ('is' in condition) return [condition.is[0]];
  if ('given' in condition) return [condition.given];
  if ('years' in condition) return [condition.years];
  if ('days' in condition) return [condition.days];
  if ('not' in condition) return askedBy(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(askedBy);
}

/** `today` is `YYYY-MM-DD` in Vietnam. */
export function holds(condition: Condition | undefined, value: (question: string) => string | undefined, today: string): boolean {
  if (condition === undefined) return true;
  if ('is' in condition) {
    const [question, ...values] = condition.is;
    const said = value(question);
    return said !== undefined && values.includes(said);
  }
  if ('given' in condition) return (value(condition.given) ?? '') !== '';
  if ('years' in condition) {
    // Of a date whose day is not known only what every day of it makes true holds.
    const said = value(condition.years) ?? '';
    if ('atLeast' in condition) return (yearsBetween(`${said}${'-12-31'.slice(said.length - 4)}`, today) ?? -1) >= condition.atLeast;
    return (yearsBetween(`${said}${'-01-01'.slice(said.length - 4)}`, today) ?? condition.under) < condition.under;
  }
  if ('days' in condition) {
    const days = daysBetween(value(condition.days), today);
    return days !== null && days > condition.over;
  }
  if ('not' in condition) return !holds(condition.not, value, today);
  if ('all' in condition) return condition.all.every((each) => holds(each, value, today));
  return condition.any.some((each) => holds(each, value, today));
}

/** Whole years from `from` to `to`; null where either is no whole date. */
export function yearsBetween(from: string | undefined, to: string): number | null {
  if (from === undefined || !wholeDate.test(from)) return null;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

export function daysBetween(from: string | undefined, to: string): number | null {
  if (from === undefined || !wholeDate.test(from)) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const wholeDate = /^\d{4}-\d{2}-\d{2}$/;
