import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Outcome } from './tally.ts';

/** Of each set: when it was run, and which cases were right. */
const runsSchema = z.record(z.string(), z.object({ at: z.string(), right: z.record(z.string(), z.boolean()) }));
export type Runs = z.infer<typeof runsSchema>;
export type Change = { since: string; nowRight: string[]; nowWrong: string[] };

/** The last run of every set; empty when there was none or the file is not ours. */
export function readRuns(file: string): Runs {
  if (!existsSync(file)) return {};
  try {
    const read = runsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

export function writeRuns(file: string, runs: Runs): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(runs, null, 1)}\n`);
}

export function runOf(outcomes: Outcome[], at: Date): Runs[string] {
  return { at: at.toISOString(), right: Object.fromEntries(outcomes.map(({ scored, failures }) => [scored.id, failures.length === 0])) };
}

/** Cases that both runs have and that changed sides; null when there is no earlier run. */
export function changeBetween(before: Runs[string] | undefined, now: Runs[string]): Change | null {
  if (before === undefined) return null;
  const changed = Object.entries(now.right).filter(([id, right]) => id in before.right && before.right[id] !== right);
  return {
    since: before.at,
    nowRight: changed.filter(([, right]) => right).map(([id]) => id),
    nowWrong: changed.filter(([, right]) => !right).map(([id]) => id),
  };
}
