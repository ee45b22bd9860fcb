import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { z } from 'zod';
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
