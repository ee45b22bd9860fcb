import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { run, start } from './process.ts';
import { atMost, type Figure, figure } from './report.ts';

const measured = z.object({
  turns: z.object({ n: z.number(), p50: z.number(), p99: z.number() }),
  forms: z.object({ ms: z.array(z.number()), bytes: z.array(z.number()) }),
});

export type FilingBench = { folder: string; environment: (data: string) => Record<string, string>; quick: boolean; signal: AbortSignal };

/** Turns of a guided filing from the message to its reply (taken in, thought, recorded with the case, handed over), printed forms, open cases. */
export async function filingFigures({ folder, environment, quick, signal }: FilingBench): Promise<Figure[]> {
  const data = join(folder, 'filing');
  const [people, open] = quick ? [6, 1_000] : [30, 10_000];
  const program = 'bench/filing.ts';
  const { output } = await run({ program, arguments: ['turns', String(people)], environment: environment(data), signal });
  const { turns, forms } = measured.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  const before = await resident();
  const { seconds } = await run({ program, arguments: ['begin', String(open)], environment: environment(data), signal });
  const after = await resident();
  return [
    atMost(`Turn of a filing on PGlite, saved, p50 of ${turns.n}`, turns.p50, 10, 'ms'),
    figure('… p99', `${turns.p99.toFixed(1)} ms`),
    atMost(`Printed form (PDF), slowest of ${forms.ms.length} filings`, Math.max(...forms.ms), 300, 'ms'),
    atMost('… the largest', Math.max(...forms.bytes) / 1_000, 200, 'KB'),
    figure(`${open} filings begun`, `${seconds.toFixed(0)} s`),
    atMost(
      `Memory that ${open} open filings cost a server`,
      Math.max(0, after - before),
      20,
      'MB',
      `: ${before.toFixed(0)} → ${after.toFixed(0)} MB`,
    ),
  ];

  /** Of a server at rest, some seconds after its start. */
  async function resident(): Promise<number> {
    const server = await start({ program: 'serve.ts', environment: environment(data), signal }, /Web chat:\s+http:\/\/localhost:(\d+)/);
    await wait(5_000, undefined, { signal });
    const megabytes = server.resident();
    await server.stop();
    return megabytes;
  }
}
