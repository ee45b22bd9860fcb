import type pg from 'pg';
import { z } from 'zod';
import type { DossierSource } from '../bot/ports.ts';
import type { Dossier } from '../bot/types.ts';

const text = z.string().default('');
const day = z.iso.date().nullable().default(null);

/** A dossier as the embedded register keeps it. */
export const dossierSchema: z.ZodType<Dossier> = z.object({
  code: z.string().min(1),
  procedure: z.object({ code: text, name: text }),
  agency: text,
  status: z.number().int().min(1).max(10).nullable(),
  statusText: text,
  receivedOn: day,
  dueOn: day,
  finishedOn: day,
  applicant: z.object({ name: text, phone: text, idNumber: text }),
  asOf: z.string(),
  demonstration: z.boolean(),
});

/** The register in our own database. */
export function createRegister(pool: pg.Pool): DossierSource {
  return {
    find: async (code) => {
      const { rows } = await pool.query<{ body: unknown }>('select body from dossiers where code = $1', [code]);
      return rows[0] === undefined ? null : dossierSchema.parse(rows[0].body);
    },
  };
}
