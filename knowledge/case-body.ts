import { z } from 'zod';
import type { Case } from '../bot/forms/case.ts';
import type { Seal } from './seal.ts';

const answers = z.record(z.string(), z.object({ value: z.string(), shown: z.string() }));
const bodySchema: z.ZodType<Omit<Case, 'revision'>> = z.object({
  id: z.string(),
  code: z.string(),
  form: z.string(),
  version: z.number(),
  language: z.enum(['vi', 'en']),
  answers,
  order: z.array(z.string()),
  asking: z.string().nullable(),
  partial: z.string(),
  offered: z.array(z.object({ label: z.string(), say: z.string() })),
  tries: z.number(),
  told: z.array(z.string()),
  reuse: answers,
  state: z.enum(['open', 'ready', 'submitted']),
  dossier: z.string().nullable(),
  asked: z.array(z.string()).default([]),
});

/** A case as it stands in the database: all of it sealed. */
export function sealedCase({ revision: _saved, ...body }: Case, seal: Seal): string {
  return seal.seal(JSON.stringify(body));
}

/** Null where it was sealed with another key. */
export function openedCase(body: string, revision: number, seal: Seal): Case | null {
  const text = seal.open(body);
  return text === null ? null : { ...bodySchema.parse(JSON.parse(text)), revision };
}
