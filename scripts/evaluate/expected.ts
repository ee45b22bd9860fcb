import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../../bot/errors.ts';
import { aspects, replyKinds } from '../../bot/types.ts';
import { caseSchema } from '../cases.ts';

/** A fact as a pattern over the reply's text: case-insensitive, by code points where the pattern allows it. */
const fact = z.string().transform((text, context) => {
  // The unicode flag refuses some escapes that other languages let pass: such a pattern is read without it.
  const pattern = compiled(text, 'iu') ?? compiled(text, 'i');
  if (pattern !== null) return pattern;
  context.addIssue(`not a regular expression: ${text.slice(0, 80)}`);
  return z.NEVER;
});

// Strict: an expectation with a misspelt name would be scored as if it were not there.
const expectationSchema = z.strictObject({
  kind: oneOrMore(z.enum(replyKinds)),
  procedures: z.array(z.string()).min(1).optional(),
  aspect: oneOrMore(z.enum(aspects)).optional(),
  must: z.array(fact).optional(),
  mustNot: z.array(fact).optional(),
  dossier: z.string().optional(),
});

const scoredCaseSchema = caseSchema.extend({ slice: z.string(), expect: expectationSchema, note: z.string().optional() });
export type Expectation = z.infer<typeof expectationSchema>;
export type ScoredCase = z.infer<typeof scoredCaseSchema>;
export type CaseSet = { name: string; cases: ScoredCase[] };

/** The cases of the files. Throws `OperatorError` as `readCaseSet` does, and where two sets have one name. */
export function readCaseSets(files: string[]): CaseSet[] {
  const sets = files.map(readCaseSet);
  const names = sets.map(({ name }) => name);
  // Thresholds, the last run and the lists of mistakes go by the name.
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new OperatorError(`Two of the files are called ${twice}: rename one, or evaluate it by itself.`);
  return sets;
}

/** The cases of one file, named after it. Throws `OperatorError` that names the line and the field that is not as FORMAT.md says. */
export function readCaseSet(file: string): CaseSet {
  const cases = readCases(textOf(file), file);
  if (cases.length === 0) throw new OperatorError(`${file} holds no case.`);
  return { name: basename(file, extname(file)), cases };
}

export function readCases(text: string, file: string): ScoredCase[] {
  const cases: ScoredCase[] = [];
  const ids = new Set<string>();
  for (const [at, line] of text.normalize('NFC').split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = scoredCaseSchema.safeParse(jsonOf(line));
    if (!read.success) {
      const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
      throw new OperatorError(`${file}, line ${at + 1} is not a case: ${faults.join('; ')}`);
    }
    if (ids.has(read.data.id)) throw new OperatorError(`${file}, line ${at + 1}: the id ${read.data.id} is there already.`);
    ids.add(read.data.id);
    cases.push(read.data);
  }
  return cases;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.union([z.array(item).min(1), item.transform((one) => [one])]);
}

function compiled(text: string, flags: string): RegExp | null {
  try {
    return new RegExp(text, flags);
  } catch {
    return null;
  }
}
