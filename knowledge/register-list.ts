import type pg from 'pg';
import { z } from 'zod';
import { hasEnded, waitOf } from '../bot/dossier-due.ts';
import type { Dossier } from '../bot/dossier-types.ts';

/** What staff see of a dossier in a list: no name, no number. Days are `YYYY-MM-DD`. */
export type Listed = {
  code: string;
  agency: string;
  status: number | null;
  statusText: string;
  dueOn: string | null;
  finishedOn: string | null;
  suspended: Dossier['suspended'];
  demonstration: boolean;
};

export type ListOptions = {
  pool: pg.Pool;
  /** Only those whose due date lies before this day and that go on. Null: all. */
  dueBefore: string | null;
  pageSize?: number;
};

const row = z.object({
  code: z.string(),
  agency: z.string(),
  status: z.number().nullable(),
  statusText: z.string(),
  dueOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  suspended: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
  demonstration: z.boolean(),
});

/** The dossiers of the register by their codes, a page at a time, so that a list of any length takes no more memory. */
export async function* listRegister({ pool, dueBefore, pageSize = 500 }: ListOptions): AsyncGenerator<Listed> {
  let after = '';
  for (;;) {
    const { rows } = await pool.query<Record<string, unknown>>(page, [after, pageSize]);
    for (const each of rows) {
      const listed = row.parse(each);
      after = listed.code;
      if (dueBefore === null || isLate(listed, dueBefore)) yield listed;
    }
    if (rows.length < pageSize) return;
  }
}

function isLate(listed: Listed, day: string): boolean {
  return listed.dueOn !== null && listed.dueOn < day && !hasEnded(listed) && waitOf(listed) === null;
}

// What is late is picked out here, not there: with it the database would read the whole register anew for each page.
const page = `
  select code, demonstration, body ->> 'agency' as agency, (body ->> 'status')::integer as status, body ->> 'statusText' as "statusText",
    body ->> 'dueOn' as "dueOn", body ->> 'finishedOn' as "finishedOn", coalesce(body -> 'suspended', '[]') as suspended
  from dossiers where code > $1 order by code limit $2`;
