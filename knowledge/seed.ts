import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { z } from 'zod';
import { dossierSchema } from './dossiers.ts';
import { portalPage } from './importer.ts';
import { distinct, shippedEntries } from './names.ts';
import { digestOf, publish } from './publish.ts';
import { faqSchema, starterSchema } from './starter.ts';
import { transaction } from './transaction.ts';

const folder = new URL('./starter/', import.meta.url);

/** Brings the starter base into the database when it differs from what was seeded before. True when something was written. */
export async function seedStarter(pool: pg.Pool): Promise<boolean> {
  const entries = readAll('procedures-', z.array(starterSchema));
  const faqs = readAll('faq-', z.array(faqSchema));
  const names = shippedEntries();
  for (const { procedure, alsoCalled } of entries) {
    const said = alsoCalled.map((phrase) => ({ phrase, kind: 'says' as const }));
    names.set(procedure.code, distinct([...said, ...(names.get(procedure.code) ?? [])]));
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([entries, faqs, [...names]]))
    .digest('base64url');
  const { rows } = await pool.query<{ starter_digest: string }>('select starter_digest from library_state');
  if (rows[0]?.starter_digest === digest) return false;
  const drafts = entries.map(({ procedure, checked }) => ({
    procedure,
    origin: 'starter' as const,
    url: portalPage(procedure.id),
    date: checked,
    digest: digestOf(procedure),
  }));
  await publish(pool, drafts);
  await transaction(pool, async (client) => {
    // Replicas that start together come here one after the other.
    const { rows: now } = await client.query<{ starter_digest: string }>('select starter_digest from library_state for update');
    if (now[0]?.starter_digest === digest) return;
    const explanations = entries.map(({ procedure: { code }, plain, notes, english, checked }) => ({
      code,
      body: { code, plain, notes, english, date: checked },
    }));
    await client.query('delete from explanations');
    await client.query(
      'insert into explanations (code, body) select code, body from jsonb_to_recordset($1::jsonb) as x (code text, body jsonb)',
      [JSON.stringify(explanations)],
    );
    await client.query("delete from everyday_names where origin = 'shipped'");
    await client.query(addNames, [JSON.stringify([...names].flatMap(([code, own]) => own.map((name) => ({ code, ...name }))))]);
    await client.query('delete from faqs');
    await client.query('insert into faqs (id, body) select id, body from jsonb_to_recordset($1::jsonb) as x (id text, body jsonb)', [
      JSON.stringify(faqs.map((faq) => ({ id: faq.id, body: faq }))),
    ]);
    await client.query('update library_state set starter_digest = $1', [digest]);
  });
  return true;
}

// A name that staff added stays theirs.
const addNames = `
  insert into everyday_names (code, phrase, kind, origin)
  select code, phrase, kind, 'shipped' from jsonb_to_recordset($1::jsonb) as x (code text, phrase text, kind text)
  on conflict do nothing`;

function readAll<Item>(prefix: string, schema: z.ZodType<Item[]>): Item[] {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .sort();
  return files.flatMap((name) => schema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}

const demonstrationSchema = z.array(
  z.object({
    code: z.string(),
    procedure: z.object({ code: z.string(), name: z.string() }),
    agency: z.string(),
    status: z.number().int().min(1).max(10),
    statusText: z.string(),
    receivedDaysAgo: z.number().int(),
    dueInDays: z.number().int(),
    finishedDaysAgo: z.number().int().nullable(),
    applicant: z.object({ name: z.string(), phone: z.string(), idNumber: z.string() }),
  }),
);

/** The marked demonstration register, its dates moved around today at each start so that it stays alive; off removes it. */
export async function seedDemonstration(pool: pg.Pool, on: boolean, today: Date): Promise<void> {
  if (!on) {
    await pool.query('delete from dossiers where demonstration');
    return;
  }
  const rows = demonstrationSchema.parse(JSON.parse(readFileSync(new URL('demonstration-dossiers.json', folder), 'utf8')));
  const dossiers = rows.map(({ receivedDaysAgo, dueInDays, finishedDaysAgo, ...row }) => ({
    ...row,
    receivedOn: dayFrom(today, -receivedDaysAgo),
    dueOn: dayFrom(today, dueInDays),
    finishedOn: finishedDaysAgo === null ? null : dayFrom(today, -finishedDaysAgo),
    asOf: today.toISOString(),
    demonstration: true,
  }));
  await pool.query(
    `insert into dossiers (code, demonstration, body) select code, true, body from jsonb_to_recordset($1::jsonb) as x (code text, body jsonb)
     on conflict (code) do update set body = excluded.body where dossiers.demonstration`,
    [JSON.stringify(dossiers.map((dossier) => ({ code: dossier.code, body: dossierSchema.parse(dossier) })))],
  );
}

function dayFrom(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
