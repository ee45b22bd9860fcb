import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Procedure } from '../../bot/types.ts';
import { type IndexDocument, indexDocument } from '../../knowledge/index/document.ts';
import { shippedNames } from '../../knowledge/names.ts';
import { readPortalRecord } from '../../knowledge/portal.ts';
import { starterSchema } from '../../knowledge/starter.ts';
import { copiesOf } from './search-copies.ts';

/** A procedure with its everyday names. */
export type Entry = { procedure: Procedure; alsoCalled: string[] };

const starterFolder = new URL('../../knowledge/starter/', import.meta.url);

/** What a knowledge base holds after this export was imported, without the internal ones; without a file, the starter base. */
export function readCorpus(file: string | null): Entry[] {
  const starter = readStarter();
  const names = shippedNames();
  for (const { procedure, alsoCalled } of starter)
    names.set(procedure.code, [...new Set([...alsoCalled, ...(names.get(procedure.code) ?? [])])]);
  const procedures = file === null ? starter.map(({ procedure }) => procedure) : readExport(file);
  return procedures
    .filter(({ kind }) => kind !== 'internal')
    .map((procedure) => ({ procedure, alsoCalled: names.get(procedure.code) ?? [] }));
}

/** The documents of the corpus and of its copies, each made when it is asked for: what stays in memory is the index alone. */
export function* documentsOf(entries: Entry[], times: number): Generator<IndexDocument> {
  yield* indexed(entries);
  for (const copy of copiesOf(entries, times - 1)) yield* indexed(copy);
}

function* indexed(entries: Entry[]): Generator<IndexDocument> {
  for (const { procedure, alsoCalled } of entries) {
    const document = indexDocument(procedure, alsoCalled);
    if (document !== null) yield document;
  }
}

function readStarter(): Entry[] {
  const files = readdirSync(starterFolder).filter((name) => name.startsWith('procedures-'));
  return files.flatMap((name) => z.array(starterSchema).parse(JSON.parse(readFileSync(new URL(name, starterFolder), 'utf8'))));
}

function readExport(file: string): Procedure[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const read = readPortalRecord(JSON.parse(line));
    return read.kind === 'procedure' ? [read.procedure] : [];
  });
}
