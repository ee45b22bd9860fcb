import { z } from 'zod';
import { run } from './process.ts';
import { atMost, type Figure } from './report.ts';

const turnsSchema = z.object({ size: z.number(), n: z.number(), p50: z.number(), p99: z.number() });
export type Turns = z.infer<typeof turnsSchema>;

/** Turns of the whole assistant in a process of their own, on the data folder of this environment. */
export async function measureTurns(environment: Record<string, string>, questions: string, signal: AbortSignal): Promise<Turns> {
  const { output } = await run({ program: 'bench/turns.ts', arguments: [questions], environment, signal });
  return turnsSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

export function turnFigures({ size, n, p50, p99 }: Turns): Figure[] {
  return [atMost(`Turn in process, ${n} questions, ${size} procedures, p50`, p50, 8, 'ms'), atMost('… p99', p99, 30, 'ms')];
}

/** How many times as long the same turns take over a larger corpus. */
export function growthFigures(own: Turns, large: Turns): Figure[] {
  return [
    atMost(`The same turns, ${large.size} procedures, p50`, large.p50 / own.p50, 2, 'times', `, ${large.p50.toFixed(1)} ms`),
    atMost('… p99', large.p99 / own.p99, 2, 'times', `, ${large.p99.toFixed(1)} ms`),
  ];
}
