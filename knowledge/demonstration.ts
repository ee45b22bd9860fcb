import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { z } from 'zod';
import type { Dossier } from '../bot/dossier-types.ts';
import { dossierSchema } from './dossiers.ts';

const file = new URL('./starter/demonstration-dossiers.json', import.meta.url);

/** Working days from today, none of them today itself, and the time of the day. */
const moment = z.object({ day: z.number().int(), time: z.string().regex(/^\d{2}:\d{2}$/) });
const text = z.string().default('');

const schema = z.array(
  z.strictObject({
    code: z.string(),
    procedure: z.object({ code: z.string(), name: z.string() }),
    agency: z.string(),
    status: z.number().int().min(1).max(10),
    statusText: z.string(),
    received: moment,
    due: z.number().int(),
    finished: moment.nullable().default(null),
    returned: moment.nullable().default(null),
    suspendedFrom: z.number().int().nullable().default(null),
    applicant: z.object({ name: z.string(), phone: z.string(), idNumber: z.string() }),
    pin: z.string().min(6),
    holder: z.object({ office: z.string(), person: z.string() }),
    timeline: z.array(moment.extend({ office: z.string(), person: text, text: z.string(), status: z.number().int() })),
    missing: z.array(moment.extend({ text: z.string(), papers: z.array(z.string()) })).default([]),
    fees: z.array(z.object({ name: z.string(), amount: z.number(), text: z.string() })).default([]),
    results: z.array(z.string()).default([]),
    note: text,
  }),
);

type Row = z.infer<typeof schema>[number];
/** The day (`YYYY-MM-DD`) so many working days from today, before it when negative. */
export type WorkingDay = (count: number) => string;

export type DemonstrationOptions = { pool: pg.Pool; on: boolean; now: Date; workingDay: WorkingDay };

/**
 * The marked demonstration register, its dates moved around today at each start so that it stays alive; off removes it. What was moved on by
 * hand keeps its state for a week.
 */
export async function seedDemonstration({ pool, on, now, workingDay }: DemonstrationOptions): Promise<void> {
  if (!on) {
    await pool.query('delete from dossiers where demonstration');
    return;
  }
  const rows = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const dossiers = rows.map((row) => ({ code: row.code, body: dossierSchema.parse(dossierOf(row, now, workingDay)) }));
  await pool.query(write, [JSON.stringify(dossiers), now.toISOString()]);
}

const write = `
  insert into dossiers (code, demonstration, body) select code, true, body from jsonb_to_recordset($1::jsonb) as x (code text, body jsonb)
  on conflict (code) do update set body = excluded.body, advanced_at = null, updated_at = now()
    where dossiers.demonstration and (dossiers.advanced_at is null or dossiers.advanced_at < $2::timestamptz - interval '7 days')`;

function dossierOf(row: Row, now: Date, workingDay: WorkingDay): Dossier {
  const { received, due, finished, returned, suspendedFrom, pin, timeline, missing, applicant, ...rest } = row;
  const at = (moment: { day: number; time: string } | null) =>
    moment === null ? null : `${workingDay(moment.day)}T${moment.time}:00+07:00`;
  return {
    ...rest,
    source: 'register',
    receivedOn: workingDay(received.day),
    receivedAt: at(received),
    dueOn: workingDay(due),
    dueAt: null,
    finishedOn: finished === null ? null : workingDay(finished.day),
    finishedAt: at(finished),
    returnedAt: at(returned),
    suspended: suspendedFrom === null ? [] : [{ from: workingDay(suspendedFrom), to: null }],
    absentSince: null,
    applicant,
    timeline: timeline.map(({ day, time, ...step }) => ({ ...step, at: at({ day, time }), statusText: '', dueAt: null })),
    missing: missing.map(({ day, time, ...each }) => ({ ...each, askedAt: at({ day, time }) })),
    factor: { pin, phone: applicant.phone, idNumber: applicant.idNumber },
    asOf: now.toISOString(),
    demonstration: true,
  };
}
