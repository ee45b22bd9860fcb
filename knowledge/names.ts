import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How people say a procedure, what brings them, what they call its result. */
export const nameKinds = ['says', 'event', 'result'] as const;
export type NameKind = (typeof nameKinds)[number];
export type EverydayName = { phrase: string; kind: NameKind };

/** A national code, with or without what comes after its second part. */
export const procedureCode = /^\d\.\d{6,}(\.[\w.]+)?$/;

const phrases = z.array(z.string());
/** A file of names: by code. What a name must look like is told by `name-form.ts`. */
export const namesSchema = z.record(
  z.string().regex(procedureCode, 'is no procedure code'),
  z.strictObject({ says: phrases.min(1), events: phrases.default([]), results: phrases.default([]) }),
);

const folder = new URL('./lexicon/names/', import.meta.url);

/** The files of shipped names as they stand. */
export function nameFiles(): { file: string; text: string }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

/** The shipped names with what each is, by national code. A name stands once, as what it is first. */
export function shippedEntries(): Map<string, EverydayName[]> {
  const all = new Map<string, EverydayName[]>();
  for (const { text } of nameFiles()) {
    for (const [code, names] of Object.entries(namesSchema.parse(JSON.parse(text)))) {
      all.set(code, distinct([...(all.get(code) ?? []), ...entriesOf(names)]));
    }
  }
  return all;
}

/** The shipped names alone, by national code. */
export function shippedNames(): Map<string, string[]> {
  return new Map([...shippedEntries()].map(([code, names]) => [code, names.map(({ phrase }) => phrase)]));
}

export function entriesOf({ says, events, results }: z.infer<typeof namesSchema>[string]): EverydayName[] {
  const as = (kind: NameKind) => (phrase: string) => ({ phrase, kind });
  return [...says.map(as('says')), ...events.map(as('event')), ...results.map(as('result'))];
}

export function distinct(names: EverydayName[]): EverydayName[] {
  const seen = new Set<string>();
  return names.filter(({ phrase }) => !seen.has(phrase) && seen.add(phrase));
}
