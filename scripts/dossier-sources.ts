import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../bot/errors.ts';
import type { Mapping } from '../connectors/dossiers/mapping.ts';
import { readMapping } from '../connectors/dossiers/read-mapping.ts';
import { type Secrets, secretsOf } from '../connectors/dossiers/sign-in.ts';

/** How often a followed dossier is looked at again, and how often the source may be asked at all. */
export type Watch = { everyMinutes: number; perSecond: number };
/** A source as the operator has set it up, its secrets filled in. */
export type SourceSettings = { mapping: Mapping; secrets: Secrets; watch: Watch };

const watch = z.strictObject({
  everyMinutes: z.number().min(1).max(10_080).default(60),
  perSecond: z.number().positive().max(100).default(2),
});
const entry = z.looseObject({
  secrets: z
    .record(
      z.string(),
      z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of a setting such as H40_CLIENT_SECRET, not the secret itself'),
    )
    .default({}),
  watch: watch.prefault({}),
});

/** The name that the embedded register goes by. */
const taken = 'register';

/**
 * Reads the file that DOSSIER_SOURCES names: a JSON list of sources. A secret stands there as the name of the setting that holds it. What is wrong
 * is listed as sentences, wholly, by name and never by value.
 */
export function readSources(path: string, environment: NodeJS.ProcessEnv): { sources: SourceSettings[]; faults: string[] } {
  const list = readList(path);
  if (typeof list === 'string') return { sources: [], faults: [list] };
  const read = list.map((each, place) => readSource(each, place + 1, environment));
  const names = read.map(({ name }) => name);
  const twice = names.filter((name, place) => name !== null && (name === taken || names.indexOf(name) !== place));
  const faults = [...read.flatMap((each) => each.faults), ...new Set(twice.map((name) => `the name ${name} is taken`))];
  return { sources: read.flatMap(({ source }) => (source === null ? [] : [source])), faults };
}

function readList(path: string): unknown[] | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return `the file cannot be read: ${error instanceof Error && 'code' in error ? error.code : 'no reason given'}`;
  }
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : 'the file holds no list of sources';
  } catch {
    return 'the file is not JSON';
  }
}

type ReadSource = { name: string | null; source: SourceSettings | null; faults: string[] };

function readSource(value: unknown, place: number, environment: NodeJS.ProcessEnv): ReadSource {
  const read = entry.safeParse(value);
  const { mapping, faults } = mappingOf(withoutOurs(value));
  const name = nameOf(value);
  const about = name ?? `number ${place}`;
  const said = faults.map((fault) => `source ${about}: ${fault}`);
  if (!read.success) {
    said.push(...read.error.issues.map((issue) => `source ${about}: ${issue.path.join('.') || 'as a whole'}: ${issue.message}`));
    return { name, source: null, faults: [...new Set(said)] };
  }
  const secrets = Object.fromEntries(Object.entries(read.data.secrets).map(([key, setting]) => [key, environment[setting] ?? '']));
  for (const [key, setting] of Object.entries(read.data.secrets)) {
    if (secrets[key] === '') said.push(`source ${about}: secrets.${key}: the setting ${setting} is not set`);
    else if (!/^[\x20-\x7e]*$/.test(secrets[key] ?? ''))
      said.push(`source ${about}: secrets.${key}: the setting ${setting} holds what cannot be sent`);
  }
  const missing = mapping === null ? [] : secretsOf(mapping.auth).filter((key) => !Object.hasOwn(secrets, key));
  said.push(...missing.map((key) => `source ${about}: secrets.${key}: is missing`));
  return { name, source: mapping === null ? null : { mapping, secrets, watch: read.data.watch }, faults: said };
}

/** Its name as far as it is one: what stands in its place by mistake is not quoted. */
function nameOf(value: unknown): string | null {
  const read = z.looseObject({ name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/) }).safeParse(value);
  return read.success ? read.data.name : null;
}

/** What a mapping knows nothing of is left out. */
function withoutOurs(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'secrets' && key !== 'watch'));
}

function mappingOf(value: unknown): { mapping: Mapping | null; faults: string[] } {
  try {
    return { mapping: readMapping(value), faults: [] };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const [first = '', ...rest] = error.message.split('\n');
    return { mapping: null, faults: rest.length > 0 ? rest.map((line) => line.trim()) : [first] };
  }
}
