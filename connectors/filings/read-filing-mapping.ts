import { z } from 'zod';
import { OperatorError } from '../../bot/errors.ts';
import { merged } from '../dossiers/read-mapping.ts';
import { type FilingMapping, filingMappingSchema } from './mapping.ts';
import igateV2 from './mappings/igate-v2.json' with { type: 'json' };

/** The systems known here, without what each agency has of its own. */
export const shipped: Record<string, Record<string, unknown>> = { 'igate-v2': igateV2 };

const given = z.looseObject({ like: z.string().optional() });

/** Reads the settings of a target: whole, or `like` a shipped one with what differs. Throws `OperatorError` that lists what is wrong by name, never by value. */
export function readFilingMapping(value: unknown): FilingMapping {
  const read = given.safeParse(value);
  if (!read.success) throw new OperatorError('A filing target is no object.');
  const { like, ...own } = read.data;
  const base = like === undefined ? {} : Object.hasOwn(shipped, like) ? shipped[like] : undefined;
  if (base === undefined) throw new OperatorError(`A filing target is like none of ${Object.keys(shipped).join(', ')}.`);
  const mapping = filingMappingSchema.safeParse(merged(base, own));
  if (mapping.success) return mapping.data;
  const faults = mapping.error.issues.map((issue) => `  ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  throw new OperatorError(`The filing target cannot be used:\n${faults.join('\n')}`);
}
