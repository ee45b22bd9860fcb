import { z } from 'zod';
import type { Procedure } from '../bot/types.ts';

const duration = z.object({
  amount: z.number().positive().nullable(),
  unit: z.enum(['working-day', 'day', 'hour', 'month', 'year', 'other']),
  text: z.string(),
});

const fee = z.object({
  kind: z.enum(['fee', 'charge', 'price']),
  amount: z.number().nonnegative().nullable(),
  currency: z.enum(['VND', 'USD']).nullable(),
  text: z.string(),
});

const paper = z.object({
  name: z.string().min(1),
  originals: z.number().int().nonnegative().default(0),
  copies: z.number().int().nonnegative().default(0),
  forms: z.array(z.string()).default([]),
});

/** A procedure as it is kept: the portal import, the starter base and (later) staff all pass through here. */
export const procedureSchema: z.ZodType<Procedure> = z.object({
  id: z.string().min(1),
  code: z.string().regex(/^\d\.\d{6,}(?:[.-][\w.]+)?$/),
  name: z.string().min(1),
  kind: z.enum(['national', 'local', 'internal']),
  field: z.string(),
  issuer: z.object({ code: z.string(), name: z.string() }),
  levels: z.array(z.enum(['ward', 'province', 'ministry', 'other'])),
  subjects: z.array(z.string()),
  cases: z.array(z.object({ code: z.string(), name: z.string(), duration })).default([]),
  ways: z.array(z.object({ how: z.enum(['direct', 'online', 'postal']), duration, fees: z.array(fee), text: z.string() })),
  papers: z.array(z.object({ title: z.string(), papers: z.array(paper) })),
  steps: z.array(z.object({ name: z.string(), text: z.string() })),
  agencies: z.array(z.string()),
  authorities: z.array(z.string()).default([]),
  receivedAt: z.string().default(''),
  conditions: z.string().default(''),
  results: z.array(z.string()),
  legalBases: z.array(z.object({ code: z.string(), name: z.string() })),
  online: z.enum(['full', 'partial', 'none']),
  keywords: z.string().default(''),
  decision: z.string().default(''),
});
