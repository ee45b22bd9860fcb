import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const phrase = z.string().min(2).max(120);
const namesSchema = z.record(
  z.string().regex(/^\d\.\d{6,}/),
  z.object({ says: z.array(phrase).min(1), events: z.array(phrase).default([]), results: z.array(phrase).default([]) }),
);

const folder = new URL('./lexicon/names/', import.meta.url);

/** The shipped everyday names: how people say a procedure, what brings them, what they call its result; by national code. */
export function shippedNames(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const file of readdirSync(folder).sort()) {
    const entries = namesSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    for (const [code, { says, events, results }] of Object.entries(entries)) {
      names.set(code, [...new Set([...(names.get(code) ?? []), ...says, ...events, ...results])]);
    }
  }
  return names;
}
