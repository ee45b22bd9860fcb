import { randomUUID } from 'node:crypto';
import { percentile } from '../evaluate/tally.ts';
import { arrive, post } from './citizen.ts';

export type Latency = { n: number; p50: number; p99: number };
export type Throughput = { turns: number; perSecond: number; p50: number };

/** One citizen after another, one question after another; a new citizen every four questions. */
export async function oneByOne(address: string, questions: string[]): Promise<Latency> {
  const times: number[] = [];
  for (let at = 0; at < questions.length; at += 4) {
    const citizen = await arrive(address);
    for (const question of questions.slice(at, at + 4)) times.push(await citizen.ask(question));
    citizen.leave();
  }
  return { n: times.length, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** This many people at once, each asking as soon as the reply is there. */
export async function allAtOnce(address: string, people: number, each: number, questions: string[]): Promise<Throughput> {
  const citizens = await Promise.all(Array.from({ length: people }, () => arrive(address)));
  const times: number[] = [];
  const seconds = await secondsOf(
    citizens.map(async (citizen, place) => {
      for (let turn = 0; turn < each; turn += 1) times.push(await citizen.ask(questions[(place * each + turn) % questions.length] ?? ''));
    }),
  );
  for (const citizen of citizens) citizen.leave();
  return { turns: times.length, perSecond: times.length / seconds, p50: percentile(times, 0.5) };
}

/** Bare posts to a server that keeps them: first one by one, then from this many at once. */
export async function postsTo(url: string, count: number, people: number, each: number): Promise<{ p50: number; perSecond: number }> {
  const times: number[] = [];
  const send = () => post(url, { id: randomUUID(), text: 'làm giấy khai sinh cho con cần giấy tờ gì' });
  for (let at = -50; at < count; at += 1) {
    const begun = performance.now();
    await send();
    if (at >= 0) times.push(performance.now() - begun);
  }
  const seconds = await secondsOf(
    Array.from({ length: people }, async () => {
      for (let turn = 0; turn < each; turn += 1) await send();
    }),
  );
  return { p50: percentile(times, 0.5), perSecond: (people * each) / seconds };
}

async function secondsOf(work: Promise<void>[]): Promise<number> {
  const begun = performance.now();
  await Promise.all(work);
  return (performance.now() - begun) / 1000;
}
