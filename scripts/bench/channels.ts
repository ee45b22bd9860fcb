import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { byTheClock, fakePlatform, type Sustained, tell, withoutPause } from './channel-load.ts';
import { nameOf, onServer } from './own-database.ts';
import { run, start } from './process.ts';
import { questions } from './questions.ts';
import { atMost, type Figure, figure } from './report.ts';

const botkitSchema = z.object({ perSecond: z.number() });
const longest = { seconds: 20, people: 100, perSecond: 300, crowd: 1_000 };
const quick: typeof longest = { seconds: 5, people: 100, perSecond: 300, crowd: 500 };

export type ChannelBench = { folder: string; environment: (data: string) => Record<string, string>; quick: boolean; signal: AbortSignal };

/** Messages through a signed webhook and back to a platform, on PGlite and, where TEST_DATABASE_URL names a server, on PostgreSQL. */
export async function channelFigures({ folder, environment, quick: short, signal }: ChannelBench): Promise<Figure[]> {
  const size = short ? quick : longest;
  const server = process.env.TEST_DATABASE_URL ?? '';
  const figures: Figure[] = [];
  for (const kind of server === '' ? ['PGlite'] : [await nameOf(server), 'PGlite']) {
    const own = async <Done>(work: (environment: Record<string, string>) => Promise<Done>) => {
      const data = join(folder, `channels-${randomUUID()}`);
      if (kind === 'PGlite') return work(environment(data));
      return onServer(server, (url) => work({ ...environment(data), DATABASE_URL: url }));
    };
    figures.push(
      ...(await own((given) => assistantFigures(kind, given, size, signal))),
      await own((given) => floorFigure(kind, given, size, signal)),
    );
  }
  const { output } = await run({ program: 'bench/floor.ts', arguments: ['botkit', '2000'], signal });
  const botkit = botkitSchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
  return [...figures, figure('Floor: bare Botkit, memory storage, one core', `${botkit.perSecond.toFixed(0)} turns/s`)];
}

async function assistantFigures(
  kind: string,
  environment: Record<string, string>,
  size: typeof longest,
  signal: AbortSignal,
): Promise<Figure[]> {
  const isEmbedded = kind === 'PGlite';
  const platform = await fakePlatform();
  const servers: { told: string; stop(): Promise<unknown> }[] = [];
  const webhooks: string[] = [];
  const another = async () => {
    const server = await start(
      { program: 'bench/channel-server.ts', arguments: [platform.url], environment, signal },
      /listening on (\d+)/,
    );
    servers.push(server);
    webhooks.push(`http://127.0.0.1:${server.told}/webhook`);
  };
  await another();
  const asked = questions();
  await withoutPause(webhooks, platform, { people: size.people, seconds: 3, questions: asked });
  const acknowledged = await byTheClock(webhooks, platform, { ...size, people: size.crowd, questions: asked });
  const greeted = await withoutPause(webhooks, platform, { ...size, questions: ['xin chào'] });
  const sustained = await withoutPause(webhooks, platform, { ...size, questions: asked });
  // The embedded database has one process. Beside a server of their own two share it, on the same two cores.
  if (!isEmbedded) await another();
  const together = isEmbedded ? null : await withoutPause(webhooks, platform, { ...size, questions: asked });
  await Promise.all(servers.map((server) => server.stop()));
  platform.close();
  const { p50, p99, sent, answered, late } = acknowledged;
  const what = `Webhook acknowledged at ${size.perSecond} messages/s on ${kind}, p99 of ${sent}`;
  return [
    // The target is that of PostgreSQL: the embedded database does one thing after the other.
    isEmbedded ? figure(what, `${p99.toFixed(0)} ms, p50 ${p50.toFixed(0)} ms`) : atMost(what, p99, 50, 'ms', `, p50 ${p50.toFixed(1)} ms`),
    figure(
      '… of them answered at the platform',
      `${answered} of ${sent}${late > 0 ? `; ${late} sent over 20 ms late by the bench itself` : ''}`,
    ),
    turnsOf(`Turns from webhook to platform on ${kind}, ${size.people} people without a pause, greetings`, greeted, !isEmbedded),
    turnsOf('… questions of the starter base', sustained, !isEmbedded),
    ...(together === null ? [] : [turnsOf('… the same, two replicas on these cores', together, true)]),
  ];
}

function turnsOf(what: string, { perSecond, p50, p99 }: Sustained, isAimed: boolean): Figure {
  const measured = `${perSecond.toFixed(0)} turns/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
  if (!isAimed) return figure(what, measured);
  return { what, measured, target: '≥ 500 turns/s', missed: perSecond < 500 };
}

async function floorFigure(kind: string, environment: Record<string, string>, size: typeof longest, signal: AbortSignal): Promise<Figure> {
  const server = await start({ program: 'bench/channel-floor.ts', environment, signal }, /listening on (\d+)/);
  const webhook = `http://127.0.0.1:${server.told}/webhook`;
  const until = performance.now() + (size.seconds / 2) * 1000;
  const begun = performance.now();
  let kept = 0;
  await Promise.all(
    Array.from({ length: size.people }, async () => {
      for (; performance.now() < until; kept += 1) await tell(webhook, 'p', 'làm giấy khai sinh cho con cần giấy tờ gì');
    }),
  );
  const perSecond = kept / ((performance.now() - begun) / 1000);
  await server.stop();
  return figure(`Floor: bare Express with one durable insert on ${kind}`, `${perSecond.toFixed(0)} a second`);
}
