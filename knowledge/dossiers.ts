import type pg from 'pg';
import { z } from 'zod';
import type { Dossier } from '../bot/dossier-types.ts';
import { Unavailable } from '../bot/errors.ts';
import type { DossierSource } from '../bot/ports.ts';

const text = z.string().default('');
const day = z.iso.date().nullable().default(null);
const time = z.string().nullable().default(null);
const status = z.number().int().min(1).max(10).nullable();

const step = z.object({ at: time, office: text, person: text, text, status: status.default(null), statusText: text, dueAt: time });

/** A dossier as the embedded register keeps it. What an export leaves out is empty. */
export const dossierSchema: z.ZodType<Dossier> = z.object({
  code: z.string().min(1),
  source: z.string().default('register'),
  procedure: z.object({ code: text, name: text }),
  agency: text,
  status,
  statusText: text,
  receivedOn: day,
  dueOn: day,
  finishedOn: day,
  receivedAt: time,
  dueAt: time,
  finishedAt: time,
  returnedAt: time,
  suspended: z.array(z.object({ from: z.iso.date(), to: z.iso.date().nullable() })).default([]),
  absentSince: day,
  applicant: z.object({ name: text, phone: text, idNumber: text }),
  holder: z.object({ office: text, person: text }).default({ office: '', person: '' }),
  timeline: z.array(step).default([]),
  missing: z.array(z.object({ text, askedAt: time, papers: z.array(z.string()).default([]) })).default([]),
  fees: z.array(z.object({ name: text, amount: z.number().nullable().default(null), text })).default([]),
  results: z.array(z.string()).default([]),
  note: text,
  factor: z.object({ pin: text, phone: text, idNumber: text }).default({ pin: '', phone: '', idNumber: '' }),
  asOf: z.string(),
  demonstration: z.boolean(),
});

/** The register in our own database. It is away when the database is. */
export function createRegister(pool: pg.Pool): DossierSource {
  return {
    find: async (code) => {
      const { rows } = await pool.query<{ body: unknown }>('select body from dossiers where code = $1', [code]).catch((error: unknown) => {
        throw new Unavailable('register', { cause: error });
      });
      return rows[0] === undefined ? null : dossierSchema.parse(rows[0].body);
    },
  };
}
