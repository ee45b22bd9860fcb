import { z } from 'zod';
import { postsTo } from './load.ts';
import { run, start } from './process.ts';
import { type Figure, figure } from './report.ts';

const botkitSchema = z.object({ turns: z.number(), perSecond: z.number() });

/** What the parts alone reach on this machine in the same minute: the answer cannot be faster than these. */
export async function floorFigures(
  folder: string,
  size: { asked: number; people: number; each: number },
  signal: AbortSignal,
): Promise<Figure[]> {
  const server = await start({ program: 'bench/floor.ts', arguments: ['express', folder], signal }, /listening on (\d+)/);
  const posts = await postsTo(`http://127.0.0.1:${server.told}/messages`, size.asked, size.people, size.each);
  await server.stop();
  const { output } = await run({ program: 'bench/floor.ts', arguments: ['botkit', '2000'], signal });
  const botkit = botkitSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  return [
    figure(
      'Floor: bare Express with one durable PGlite insert',
      `p50 ${posts.p50.toFixed(1)} ms; ${size.people} at once ${posts.perSecond.toFixed(0)} a second`,
    ),
    figure('Floor: bare Botkit, memory storage, one core', `${botkit.perSecond.toFixed(0)} turns/s`),
  ];
}
