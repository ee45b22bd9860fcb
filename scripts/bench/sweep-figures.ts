import { z } from 'zod';
import { run } from './process.ts';
import { atMost, type Figure, figure } from './report.ts';

const schema = z.object({
  count: z.number(),
  looked: z.number(),
  cpuSeconds: z.number(),
  seconds: z.number(),
  megabytes: z.object({ firstQuarter: z.number(), lastQuarter: z.number() }),
});
const whole = 100_000;

/** A sweep over a sample of followed dossiers in a process of its own, and what it would come to for all: a rule of three, said so. */
export async function sweepFigures(count: number, signal: AbortSignal): Promise<Figure[]> {
  const { output } = await run({ program: 'bench/sweep.ts', arguments: [String(count)], signal });
  const { looked, cpuSeconds, seconds, megabytes } = schema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  const minutes = (cpuSeconds * whole) / looked / 60;
  return [
    atMost(
      `Sweep of ${whole} followed dossiers, one core, extrapolated from ${looked}`,
      minutes,
      10,
      'min',
      `, ${cpuSeconds} s for the sample`,
    ),
    figure('… by the clock, beside the bench’s other half', `${seconds.toFixed(1)} s for the sample`),
    figure('… memory in its first and last quarter', `${megabytes.firstQuarter.toFixed(0)} MB, ${megabytes.lastQuarter.toFixed(0)} MB`),
  ];
}
