import { z } from 'zod';
import { OperatorError } from '../../bot/errors.ts';
import { type Mapping, mappingSchema } from './mapping.ts';
import igateV1 from './mappings/igate-v1.json' with { type: 'json' };
import igateV2 from './mappings/igate-v2.json' with { type: 'json' };
import lgsp from './mappings/lgsp.json' with { type: 'json' };
import vxp from './mappings/vxp.json' with { type: 'json' };

/** The systems known here. What each agency has of its own (name, agencies, base URL) is not in them. */
export const shipped: Record<string, Record<string, unknown>> = { lgsp, vxp, 'igate-v2': igateV2, 'igate-v1': igateV1 };

const given = z.looseObject({ like: z.string().optional() });

/**
 * Reads the settings of a source: whole, or `like` a shipped mapping with what differs. Objects are merged one by one, all else is replaced.
 * Throws `OperatorError` that lists what is wrong by name, never by value.
 */
export function readMapping(value: unknown): Mapping {
  const { like, ...own } = checked(given, value, 'A dossier source');
  const base = like === undefined ? {} : Object.hasOwn(shipped, like) ? shipped[like] : undefined;
  if (base === undefined) throw new OperatorError(`A dossier source is like none of ${Object.keys(shipped).join(', ')}.`);
  return checked(mappingSchema, merged(base, own), `The dossier source ${typeof own.name === 'string' ? own.name : 'without a name'}`);
}

function checked<Read>(schema: z.ZodType<Read>, value: unknown, what: string): Read {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  throw new OperatorError(`${what} cannot be used:\n${faults.join('\n')}`);
}

/** Two kinds of the same thing, such as two ways to sign in, have nothing in common: then the own one stands alone. */
export function merged(base: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> {
  if (own.kind !== undefined && own.kind !== base.kind) return own;
  const both = Object.entries(own).map(([key, value]) => {
    const below = base[key];
    return [key, isPlain(below) && isPlain(value) ? merged(below, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(both) };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
