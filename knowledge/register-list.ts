import type pg from 'pg';
import { z } from 'zod';
import type { Dated } from '../bot/dossier-due.ts';

/** What staff see of a dossier in a list: no name, no number. Days are `YYYY-MM-DD`. */
export type Listed = Dated & {
  code: string;
  agency: string;
  statusText: string;
  demonstration: boolean;
  /** Of a dossier that another system holds: which one ('' where it was not noted), who has it there, and when that was said (ISO 8601). */
  elsewhere: { source: string; office: string; seenAt: string } | null;
};

export type ListOptions = { pool: pg.Pool; pageSize?: number };

const row = z.object({
  code: z.string(),
  agency: z.string(),
  status: z.number().nullable(),
  statusText: z.string(),
  dueOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  suspended: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
  absentSince: z.string().nullable(),
  demonstration: z.boolean(),
  elsewhere: z.object({ source: z.string(), office: z.string(), seenAt: z.string() }).nullable(),
});

/**
 * The dossiers of the register, and those of other systems that were looked up or are followed, as they were seen last; by their codes, a page at a
 * time, so that a list of any length takes no more memory. Of a dossier that both have, the newer word counts.
 */
export async function* listDossiers({ pool, pageSize = 500 }: ListOptions): AsyncGenerator<Listed> {
  let after = '';
  for (;;) {
    const { rows } = await pool.query<Record<string, unknown>>(page, [after, pageSize]);
    for (const each of rows) {
      const listed = row.parse(each);
      after = listed.code;
      yield listed;
    }
    if (rows.length < pageSize) return;
  }
}

// What is late is picked out by the caller: with it the database would read the whole register anew for each page.
const page = `
  with page as (
    (select code from dossiers where code > $1 order by code limit $2)
    union
    (select code from last_known where code > $1 and source <> 'register' order by code limit $2)
    order by code limit $2
  )
  select page.code,
    coalesce(seen.agency, body ->> 'agency') as agency,
    case when seen.code is null then (body ->> 'status')::integer else seen.status end as status,
    coalesce(seen.status_text, body ->> 'statusText') as "statusText",
    case when seen.code is null then body ->> 'dueOn' else to_char(seen.due_on, 'YYYY-MM-DD') end as "dueOn",
    case when seen.code is null then body ->> 'finishedOn' else to_char(seen.finished_on, 'YYYY-MM-DD') end as "finishedOn",
    case when seen.code is null then coalesce(body -> 'suspended', '[]') else '[]' end as suspended,
    case when seen.code is null then body ->> 'absentSince' end as "absentSince",
    seen.code is null and demonstration as demonstration,
    case when seen.code is not null then jsonb_build_object('source', seen.source, 'office', seen.office,
      'seenAt', to_char(seen.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as elsewhere
  from page left join dossiers using (code)
    left join last_known as seen on seen.code = page.code
      and (dossiers.code is null or (seen.source not in ('', 'register') and (demonstration or seen.at > (body ->> 'asOf')::timestamptz)))
  order by page.code`;
