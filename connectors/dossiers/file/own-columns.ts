import { z } from 'zod';
import { OperatorError } from '../../../bot/errors.ts';
import { columnNames, type OwnColumns } from './columns.ts';

const headings = z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.string().min(1)).min(1));
const schema = z.strictObject({
  columns: z.partialRecord(z.enum(columnNames), headings).default({}),
  statuses: z.record(z.string(), z.number().int().min(1).max(10)).default({}),
});

/** Headings and words for a status that an agency has of its own, beside those that are known. */
export type OwnWords = { columns: OwnColumns; statuses: Record<string, number> };

/** Reads them from the text of a JSON file. Throws `OperatorError` that lists every fault. */
export function readOwnWords(text: string, file: string): OwnWords {
  const read = json.pipe(schema).safeParse(text);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  throw new OperatorError(`${file} cannot be used:\n${faults.join('\n')}`);
}

/** What a text holds, or the fault that it is not JSON. */
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});
