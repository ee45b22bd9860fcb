import { z } from 'zod';
import { run } from './process.ts';
import { type Figure, figure } from './report.ts';

const both = z.object({ p50: z.number(), p99: z.number() });
const outputSchema = z.object({ n: z.number(), turn: both, search: both });

/** Turns and searches in a process of their own, without web, inbox and record. */
export async function turnFigures(environment: Record<string, string>, count: number, signal: AbortSignal): Promise<Figure[]> {
  const { output } = await run({ program: 'bench/turns.ts', arguments: [String(count)], environment, signal });
  const { n, turn, search } = outputSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  const shown = ({ p50, p99 }: z.infer<typeof both>) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return [figure(`Turn in process, ${n} questions`, shown(turn)), figure('Search alone, the same questions', shown(search))];
}
