import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Later } from '../../bot/errors.ts';
import type { Rates } from '../../bot/ports.ts';
import type { Database } from '../../knowledge/database.ts';
import { cells, createPace, forgetPaces } from '../../knowledge/pace.ts';
import { strictRate } from '../fakes/strict-rate.ts';
import { kinds, open } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

const signal = () => AbortSignal.timeout(30_000);

describe.each(kinds)('the pace of a platform on $name', (kind) => {
  const database = useDatabase(kind);
  let second: Database | null = null;
  let channel = '';
  beforeEach(() => {
    channel = randomUUID();
  });
  afterEach(async () => {
    await second?.close();
    second = null;
  });

  /** Two replicas: on PostgreSQL with a pool each; the embedded database has one process, and one pool. */
  const replicas = async () => {
    if (kind.name === 'PostgreSQL') second = await open(database.place);
    return [createPace({ pool: database.pool }), createPace({ pool: second?.pool ?? database.pool })];
  };

  it('never has two replicas make the 31st call within a second, and uses most of what there is', async () => {
    const taken = strictRate(30, 1_000);
    const rates: Rates = { together: { most: 30, perMs: 1_000 } };
    const begun = performance.now();
    const paces = await replicas();
    const outcomes = await Promise.all(
      Array.from({ length: 80 }, async (_, at) => {
        await paces[at % 2]?.turn(channel, null, rates, signal());
        return taken(performance.now());
      }),
    );
    expect(outcomes).toEqual(Array(80).fill(true));
    // 80 calls at 26 a second. A machine that is busy takes longer, never shorter.
    expect(performance.now() - begun).toBeGreaterThan(2_500);
  });

  it('lets no replica call while the platform wants a rest, and goes on after it', async () => {
    const rates: Rates = { together: { most: 1_000, perMs: 1_000 } };
    const [first, second] = await replicas();
    await first?.hold(channel, 60_000);
    await expect(second?.turn(channel, null, rates, signal())).rejects.toThrow(Later);
    await database.pool.query(`update pace set free_at = now() where channel = $1`, [channel]);
    await expect(second?.turn(channel, null, rates, signal())).resolves.toBeUndefined();
    // A shorter rest does not shorten a longer one.
    await first?.hold(channel, 60_000);
    await second?.hold(channel, 1);
    await expect(first?.turn(channel, null, rates, signal())).rejects.toThrow(Later);
  });

  it('leaves a second between two messages to one person, whichever replica sends them', async () => {
    const rates: Rates = { together: { most: 1_000, perMs: 1_000 }, person: { most: 1, perMs: 1_000 } };
    const people = ['a', 'b'];
    const checks = new Map(people.map((person) => [person, strictRate(1, 1_000)]));
    const paces = await replicas();
    const outcomes = await Promise.all(
      people.flatMap((person) =>
        [0, 1, 2].map(async (at) => {
          await paces[at % 2]?.turn(channel, person, rates, signal());
          return checks.get(person)?.(performance.now());
        }),
      ),
    );
    expect(outcomes).toEqual(Array(6).fill(true));
  });

  it('lets a short burst through where the person is owed it', async () => {
    const rates: Rates = { together: { most: 1_000, perMs: 1_000 }, person: { most: 3, perMs: 60_000, burst: 3 } };
    const [pace] = await replicas();
    for (let at = 0; at < 3; at += 1) await pace?.turn(channel, 'a', rates, signal());
    await expect(pace?.turn(channel, 'a', rates, signal())).rejects.toThrow(Later);
    await pace?.turn(channel, 'b', rates, signal());
  });

  it('puts off what it would have to wait for too long, and says until when', async () => {
    const rates: Rates = { together: { most: 1, perMs: 60_000 } };
    const [one, two] = await replicas();
    await one?.turn(channel, null, rates, signal());
    const refused = await two?.turn(channel, null, rates, signal()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Later);
    const left = (refused instanceof Later ? refused.until.getTime() : 0) - Date.now();
    expect(left).toBeGreaterThan(50_000);
    expect(left).toBeLessThan(70_000);
  });

  it('holds one channel back for none of the others', async () => {
    const slow: Rates = { together: { most: 1, perMs: 1_500 } };
    const [pace] = await replicas();
    await pace?.turn(channel, null, slow, signal());
    const order: string[] = [];
    const waiting = pace?.turn(channel, null, slow, signal()).then(() => order.push('slow'));
    await pace?.turn(randomUUID(), null, slow, signal()).then(() => order.push('other'));
    await waiting;
    expect(order).toEqual(['other', 'slow']);
  });

  it('asks for many calls together, so that a fast channel costs little', async () => {
    let statements = 0;
    const { pool } = database;
    const counted = new Proxy(pool, {
      get: (target, key) => {
        if (key === 'query') statements += 1;
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const pace = createPace({ pool: counted });
    const rates: Rates = { together: { most: 10_000, perMs: 1_000 } };
    await Promise.all(Array.from({ length: 500 }, () => pace.turn(channel, randomUUID(), rates, signal())));
    expect(statements).toBeLessThan(20);
  });

  it('stops waiting when it is told to', async () => {
    const rates: Rates = { together: { most: 1, perMs: 1_500 } };
    const [pace] = await replicas();
    await pace?.turn(channel, null, rates, signal());
    await expect(pace?.turn(channel, null, rates, AbortSignal.timeout(20))).rejects.toThrow();
  });

  it('forgets people who may be written to again', async () => {
    const rates: Rates = { together: { most: 10, perMs: 1_000 }, person: { most: 1, perMs: 1_000 } };
    const [pace] = await replicas();
    await pace?.turn(channel, 'a', rates, signal());
    expect(await forgetPaces(database.pool)).toBe(0);
    await database.pool.query(`update pace set free_at = now() - interval '2 hours' where channel = $1`, [channel]);
    expect(await forgetPaces(database.pool)).toBe(1);
  });
});

describe('the cells of a rate', () => {
  it('keep every span within the rate, for any burst and any delay on the way up to a twentieth of the span', () => {
    const rate = fc.record({
      most: fc.integer({ min: 1, max: 200 }),
      perMs: fc.integer({ min: 100, max: 60_000 }),
      rest: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const delays = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rate, delays, ({ most, perMs, rest }, delays) => {
        const burst = Math.max(1, Math.round(rest * most));
        const { gap, slack } = cells({ most, perMs, burst });
        const arrivals: number[] = [];
        // Everybody asks at once after a rest.
        for (let free = -slack, at = 0; at < 3 * most; at += 1, free += gap)
          arrivals.push(Math.max(0, free) + (delays[at % delays.length] ?? 0) * perMs * 0.05);
        const takes = strictRate(most, perMs);
        for (const arrival of arrivals.sort((a, b) => a - b)) expect(takes(arrival)).toBe(true);
      }),
    );
  });
});
