import { z } from 'zod';
import { run } from './process.ts';
import { atMost, type Figure, figure } from './report.ts';

const statusSchema = z.object({ n: z.number(), p50: z.number(), p99: z.number() });
const slowSchema = z.object({ people: z.number(), asked: z.number(), ms: z.number() });

/** Status replies in a process of their own: what they take beside the source's time, and how often a slow source is asked when many ask at once. */
export async function dossierFigures(environment: Record<string, string>, signal: AbortSignal): Promise<Figure[]> {
  const said = async (program: string): Promise<unknown> => {
    const { output } = await run({ program, arguments: [], environment, signal });
    return JSON.parse(output.trim().split('\n').at(-1) ?? '');
  };
  const { n, p50, p99 } = statusSchema.parse(await said('bench/dossier-status.ts'));
  const { people, asked, ms } = slowSchema.parse(await said('bench/dossier-slow.ts'));
  return [
    atMost(`Status of a dossier beside the source’s time, p50 of ${n}`, p50, 5, 'ms'),
    figure('… p99', `${p99.toFixed(1)} ms`),
    {
      what: `${people} look-ups of one slow dossier (1 s) at once`,
      measured: `source asked ${asked} ×, ${(ms / 1000).toFixed(1)} s`,
      target: 'asked 1 ×',
      missed: asked !== 1,
    },
  ];
}
