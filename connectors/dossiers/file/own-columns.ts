import { z } from 'zod';
import { OperatorError } from '../../../bot/errors.ts';
import { readJsonText } from '../../json-text.ts';
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
  const read = readJsonText(text, schema);
  if (read.kind === 'read') return read.value;
  throw new OperatorError(`${file} cannot be used:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`);
}
