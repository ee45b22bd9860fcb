import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { layerNames } from './layers.ts';
import type { Share } from './share.ts';
import type { Tally } from './tally.ts';

const share = z.number().min(0).max(1);
const leastSchema = z.strictObject({
  overall: share,
  layers: z.partialRecord(z.enum(layerNames), share),
  slices: z.record(z.string(), share),
});
const thresholdsSchema = z.record(z.string(), leastSchema);
export type Least = z.infer<typeof leastSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;

export const thresholdsFile = new URL('./thresholds.json', import.meta.url);
/** From so many cases on two of them may go wrong before a threshold is missed; of fewer, one. */
const many = 20;

/** The least shares that a set must reach, by the set's name. They stand a case or two under what was reached: below is a step back. */
export function readThresholds(file: URL | string = thresholdsFile): Thresholds {
  return thresholdsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function writeThresholds(thresholds: Thresholds, file: URL | string = thresholdsFile): void {
  writeFileSync(file, `${JSON.stringify(thresholds, null, 2)}\n`);
}

/** A sentence for each threshold that is not reached. */
export function missed(name: string, tally: Tally, thresholds: Thresholds): string[] {
  const least = thresholds[name];
  if (least === undefined) return [];
  const reached = sharesOf(tally);
  return entriesOf(least).flatMap(([what, minimum]) => {
    // A slice that has vanished from the set has not reached its share.
    const got = reached.get(what)?.share ?? 0;
    return got < minimum ? [`${name}, ${what}: ${got.toFixed(3)} is under ${minimum.toFixed(3)}`] : [];
  });
}

/** The thresholds that a run sets: two cases below what it reached, one below where there are few; never above. */
export function leastOf({ overall, layers, slices }: Tally): Least {
  return {
    overall: below(overall),
    layers: Object.fromEntries(layerNames.flatMap((layer) => (layers[layer].n === 0 ? [] : [[layer, below(layers[layer])]]))),
    slices: Object.fromEntries([...slices].map(([slice, reached]) => [slice, below(reached)])),
  };
}

/** A sentence for each threshold that is lower than it was, or gone. */
export function lowered(name: string, before: Least | undefined, now: Least): string[] {
  if (before === undefined) return [];
  const kept = new Map(entriesOf(now));
  return entriesOf(before).flatMap(([what, minimum]) => {
    const least = kept.get(what);
    if (least !== undefined && least >= minimum) return [];
    return [`${name}, ${what}: ${minimum.toFixed(3)} → ${least === undefined ? 'gone' : least.toFixed(3)}`];
  });
}

function below({ right, n }: Share): number {
  const spared = n < many ? 1 : 2;
  return Math.floor((Math.max(0, right - spared) / n) * 1000) / 1000;
}

function sharesOf({ overall, layers, slices }: Tally): Map<string, Share> {
  return new Map([['overall', overall], ...Object.entries(layers).map(named('layer')), ...[...slices].map(named('slice'))]);
}

function entriesOf({ overall, layers, slices }: Least): [string, number][] {
  return [['overall', overall], ...Object.entries(layers).map(named('layer')), ...Object.entries(slices).map(named('slice'))];
}

function named(group: string) {
  return <Value>([name, value]: [string, Value]): [string, Value] => [`${group} ${name}`, value];
}
