import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Tally } from './tally.ts';

const share = z.number().min(0).max(1);
const thresholdsSchema = z.record(z.string(), z.strictObject({ overall: share, hit1: share, slices: z.record(z.string(), share) }));
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** The least shares that a set must reach, by the set's name. They stand a few cases under what was reached: below is a step back. */
export function readThresholds(): Thresholds {
  return thresholdsSchema.parse(JSON.parse(readFileSync(new URL('./thresholds.json', import.meta.url), 'utf8')));
}

/** A sentence for each threshold that is not reached. */
export function missed(name: string, tally: Tally, thresholds: Thresholds): string[] {
  const least = thresholds[name];
  if (least === undefined) return [];
  const reached: [string, number, number][] = [
    ['overall', tally.overall.share, least.overall],
    ['hit@1', tally.ranking.hit1, least.hit1],
    // A slice that has vanished from the set has not reached its share.
    ...Object.entries(least.slices).map(([slice, minimum]): [string, number, number] => [
      slice,
      tally.slices.get(slice)?.share ?? 0,
      minimum,
    ]),
  ];
  return reached
    .filter(([, got, minimum]) => got < minimum)
    .map(([what, got, minimum]) => `${name}, ${what}: ${got.toFixed(3)} is under ${minimum.toFixed(3)}`);
}
