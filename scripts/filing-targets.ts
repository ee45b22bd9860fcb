import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../bot/errors.ts';
import type { FilingTarget, FilingTargets } from '../bot/ports.ts';
import type { Secrets } from '../connectors/dossiers/sign-in.ts';
import { secretsOf } from '../connectors/dossiers/sign-in.ts';
import { createHttpTarget } from '../connectors/filings/http-target.ts';
import type { FilingMapping } from '../connectors/filings/mapping.ts';
import { readFilingMapping } from '../connectors/filings/read-filing-mapping.ts';
import { routeTargets } from '../connectors/filings/route-targets.ts';
import type { Database } from '../knowledge/database.ts';
import type { Seal } from '../knowledge/seal.ts';
import { createSourceTokens } from '../knowledge/source-tokens.ts';

/** A system that takes filings as the operator has set it up, its secrets filled in. */
export type TargetSettings = { mapping: FilingMapping; secrets: Secrets };

const entry = z.looseObject({
  secrets: z
    .record(
      z.string(),
      z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of a setting such as H40_CLIENT_SECRET, not the secret itself'),
    )
    .default({}),
});

/**
 * Reads the file that FILING_TARGETS names: a JSON list of systems. A secret stands there as the name of the setting that holds it. What is wrong is
 * listed as sentences, by name and never by value.
 */
export function readTargets(path: string, environment: NodeJS.ProcessEnv): { targets: TargetSettings[]; faults: string[] } {
  const list = readList(path);
  if (typeof list === 'string') return { targets: [], faults: [list] };
  const targets: TargetSettings[] = [];
  const faults: string[] = [];
  for (const [place, value] of list.entries()) {
    const read = entry.safeParse(value);
    const about = nameOf(value) ?? `number ${place + 1}`;
    const fault = (text: string) => faults.push(`target ${about}: ${text}`);
    for (const issue of read.error?.issues ?? []) fault(`${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
    const mapping = mappingOf(value, fault);
    if (!read.success || mapping === null) continue;
    const { secrets: names } = read.data;
    const secrets = Object.fromEntries(Object.entries(names).map(([key, setting]) => [key, environment[setting] ?? '']));
    for (const [key, setting] of Object.entries(names)) {
      if (secrets[key] === '') fault(`secrets.${key}: the setting ${setting} is not set`);
      else if (!/^[\x20-\x7e]*$/.test(secrets[key] ?? '')) fault(`secrets.${key}: the setting ${setting} holds what cannot be sent`);
    }
    for (const key of secretsOf(mapping.auth)) if (!Object.hasOwn(secrets, key)) fault(`secrets.${key}: is missing`);
    if (targets.some((other) => other.mapping.name === mapping.name)) fault('the name is taken');
    targets.push({ mapping, secrets });
  }
  return { targets, faults };
}

/** The systems that take filings; each is made once for what it calls a procedure and a place. */
export function openTargets({ pool, settings, seal, now }: OpenTargetsOptions): FilingTargets {
  const clock = () => now().getTime();
  const tokens = createSourceTokens({ pool, now: clock, seal });
  return routeTargets(
    settings.map(({ mapping, secrets }) => {
      const made = new Map<string, FilingTarget>();
      return {
        mapping,
        make: (own) => {
          const key = JSON.stringify(own);
          const target = made.get(key) ?? createHttpTarget({ mapping, own, secrets, tokens, now: clock });
          made.set(key, target);
          return target;
        },
      };
    }),
  );
}

export type OpenTargetsOptions = { pool: Database['pool']; settings: TargetSettings[]; seal: Seal; now: () => Date };

function mappingOf(value: unknown, fault: (text: string) => void): FilingMapping | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { secrets: _ours, ...own } = value as Record<string, unknown>; // an object that is no list
  try {
    return readFilingMapping(own);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const [first = '', ...rest] = error.message.split('\n');
    for (const line of rest.length > 0 ? rest : [first]) fault(line.trim());
    return null;
  }
}

function readList(path: string): unknown[] | string {
  try {
    const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(list) ? list : 'the file holds no list of systems';
  } catch (error) {
    if (error instanceof SyntaxError) return 'the file is not JSON';
    return `the file cannot be read: ${error instanceof Error && 'code' in error ? error.code : 'no reason given'}`;
  }
}

/** Its name as far as it is one: what stands in its place by mistake is not quoted. */
function nameOf(value: unknown): string | null {
  const read = z.looseObject({ name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/) }).safeParse(value);
  return read.success ? read.data.name : null;
}
