import { randomUUID } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../evaluate/tally.ts';
import { eventOf, type Sent } from './channel-wire.ts';

export type Acknowledged = { sent: number; p50: number; p99: number; late: number; answered: number };
export type Sustained = { turns: number; perSecond: number; p50: number; p99: number };

/** The platform: it tells the server what people say, and counts what they are answered. */
export type FakePlatform = { url: string; close(): void; onAnswer(told: (person: string) => void): void };

export async function fakePlatform(): Promise<FakePlatform> {
  let told: (person: string) => void = () => {};
  const server = createServer((asked, response) => {
    let body = '';
    asked.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    asked.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"error":0,"message":"Success"}');
      told(/"user_id":"([^"]+)"/.exec(body)?.[1] ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  const onAnswer = (next: typeof told) => {
    told = next;
  };
  return { url: `http://127.0.0.1:${port}/message`, onAnswer, close: () => server.close().closeAllConnections() };
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** Messages by the clock, whether the ones before are acknowledged or not; milliseconds from when each was due. The replicas take them in turn. */
export async function byTheClock(
  webhooks: string[],
  platform: FakePlatform,
  load: { perSecond: number; seconds: number; people: number; questions: string[] },
): Promise<Acknowledged> {
  const times: number[] = [];
  const under = new Set<Promise<void>>();
  let failed: unknown = null;
  let answered = 0;
  let late = 0;
  // What is still on its way to the people of the run before is not counted.
  platform.onAnswer((person) => {
    if (person.startsWith('u')) answered += 1;
  });
  const most = load.perSecond * load.seconds;
  const begun = performance.now();
  for (let at = 0; at < most; at += 1) {
    const due = begun + (at * 1000) / load.perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    if (performance.now() - due > 20) late += 1;
    const work = tell(oneOf(webhooks, at), `u${at % load.people}`, load.questions[at % load.questions.length] ?? '').then(
      (ms) => {
        times.push(ms);
        under.delete(work);
      },
      (error: unknown) => {
        failed ??= error;
      },
    );
    under.add(work);
  }
  await Promise.all(under);
  if (failed !== null) throw failed;
  for (let rest = 0; answered < most && rest < 600; rest += 1) await wait(100);
  return { sent: most, p50: percentile(times, 0.5), p99: percentile(times, 0.99), late, answered };
}

function oneOf(webhooks: string[], at: number): string {
  return webhooks[at % webhooks.length] ?? '';
}

/** So many people, each writing again as soon as the answer is there, to whichever replica's turn it is. */
export async function withoutPause(
  webhooks: string[],
  platform: FakePlatform,
  load: { people: number; seconds: number; questions: string[] },
): Promise<Sustained> {
  const waiting = new Map<string, () => void>();
  platform.onAnswer((person) => waiting.get(person)?.());
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + load.seconds * 1000;
  let at = 0;
  await Promise.all(
    Array.from({ length: load.people }, async (_, place) => {
      const person = `s${place}`;
      while (performance.now() < until) {
        at += 1;
        const asked = performance.now();
        const answered = new Promise<void>((resolve) => waiting.set(person, resolve));
        await tell(oneOf(webhooks, at), person, load.questions[at % load.questions.length] ?? '');
        await Promise.race([answered, wait(20_000)]);
        times.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { turns: times.length, perSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Milliseconds to the acknowledgement; throws on any other answer. Like a platform it tells again what was cut off on a connection kept open. */
export async function tell(webhook: string, person: string, text: string): Promise<number> {
  const sent = eventOf(person, randomUUID(), text);
  const begun = performance.now();
  const status = (await statusOf(webhook, sent)) ?? (await statusOf(webhook, sent));
  if (status !== 200) throw new Error(`webhook answered ${status ?? 'nothing'}`);
  return performance.now() - begun;
}

/** Null where the connection broke. */
function statusOf(webhook: string, { body, signature }: Sent): Promise<number | null> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-zevent-signature': signature };
    const asked = request(webhook, { method: 'POST', agent, headers, signal: AbortSignal.timeout(60_000) }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? null));
      response.once('error', () => resolve(null));
    });
    asked.once('error', () => resolve(null));
    asked.end(body);
  });
}
