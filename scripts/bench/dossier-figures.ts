import { z } from 'zod';
import { run } from './process.ts';
import { atMost, type Figure, figure } from './report.ts';

const schema = z.object({ n: z.number(), p50: z.number(), p99: z.number() });

/** Status replies in a process of their own: what they take beside the source's time. */
export async function dossierFigures(environment: Record<string, string>, signal: AbortSignal): Promise<Figure[]> {
  const { output } = await run({ program: 'bench/dossier-status.ts', arguments: [], environment, signal });
  const { n, p50, p99 } = schema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  return [atMost(`Status of a dossier beside the source’s time, p50 of ${n}`, p50, 5, 'ms'), figure('… p99', `${p99.toFixed(1)} ms`)];
}
