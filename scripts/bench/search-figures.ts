import { z } from 'zod';
import { table } from '../evaluate/table.ts';
import { run } from './process.ts';
import { atMost, type Figure } from './report.ts';

const resultSchema = z.object({
  size: z.number(),
  seconds: z.number(),
  memory: z.number(),
  asked: z.number(),
  n: z.number(),
  p50: z.number(),
  p99: z.number(),
  hit1: z.number(),
  hit5: z.number(),
});
/** `result` is null for a peer that did not come to its end. */
export type Measured = { name: string; times: number; result: z.infer<typeof resultSchema> | null };

const names: Record<string, string> = { motcua: 'Một Cửa', minisearch: 'MiniSearch', flexsearch: 'FlexSearch' };

export type SearchOptions = { times: number[]; questions: string; file: string | null; signal: AbortSignal };

/** Every engine with the corpus and with its multiples, each in a process of its own, one after the other. */
export async function measureSearch({ times, questions, file, signal }: SearchOptions): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [engine, name] of Object.entries(names)) {
    for (const factor of times) {
      const environment = { NODE_OPTIONS: '--expose-gc --max-old-space-size=8192' };
      const given = [engine, String(factor), questions, ...(file === null ? [] : [file])];
      try {
        const { output } = await run({ program: 'bench/search.ts', arguments: given, environment, signal });
        measured.push({ name, times: factor, result: resultSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? '')) });
      } catch (error) {
        // A peer that runs out of memory is a figure, too; ours has to hold.
        if (engine === 'motcua' || signal.aborted) throw error;
        measured.push({ name, times: factor, result: null });
      }
    }
  }
  return measured;
}

/** Of ours, at rest after the questions. */
export function memoryFigures(measured: Measured[]): Figure[] {
  return measured.flatMap(({ name, result }) =>
    name !== names.motcua || result === null
      ? []
      : [atMost(`Memory added by search at rest, ${result.size} procedures`, result.memory, 300, 'MB')],
  );
}

/** One table: a line for each engine and size of the corpus. */
export function searchTable(measured: Measured[]): string {
  const whole = new Map(measured.flatMap(({ times, result }) => (result === null ? [] : ([[times, result.size]] as const))).toReversed());
  const rows = measured.map(({ name, times, result }) => [`${name}, ${times}×`, ...cellsOf(result, whole.get(times) ?? 0)]);
  return table(['search', 'procedures', 'build s', 'memory MB', 'p50 ms', 'p99 ms', 'hit@1', 'hit@5', 'questions'], rows);
}

function cellsOf(result: Measured['result'], whole: number): string[] {
  if (result === null) return ['did not finish', ...Array.from({ length: 7 }, () => '')];
  const { size, seconds, memory, p50, p99, hit1, hit5, n, asked } = result;
  return [
    size < whole ? `${size} of ${whole}` : String(size),
    seconds.toFixed(1),
    memory.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
    hit1.toFixed(3),
    hit5.toFixed(3),
    n < asked ? `${n} of ${asked}` : String(n),
  ];
}
