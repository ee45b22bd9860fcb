import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Attempts, Visitor } from '../../bot/ports.ts';
import { createAttempts, limitsOf } from '../../knowledge/attempts.ts';
import { ownKey } from '../../knowledge/keys.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('attempts on $name', (kind) => {
  const database = useDatabase(kind);
  const clock = { now: new Date('2026-11-10T03:00:00Z') };
  const pass = (minutes: number) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
  };
  const replica = (): Attempts => createAttempts({ pool: database.pool, now: () => clock.now });
  const visitor = (person: string, network: string | null = null): Visitor => ({ channel: 'web', person, network, message: randomUUID() });
  const codes = (count: number) => Array.from({ length: count }, () => `H40.1-261110-${randomUUID().slice(0, 8)}`);
  const newCode = () => codes(1)[0] ?? '';

  beforeEach(() => pass(3_000));

  test('the fifth wrong try locks, until the first of the five is a quarter of an hour old', async () => {
    const attempts = replica();
    const code = newCode();
    const person = randomUUID();
    const left: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      const { after } = await attempts.take(visitor(person), code);
      if (after.kind === 'open') left.push(after.left);
      pass(1);
    }
    expect(left).toEqual([4, 3, 2, 1]);
    const until = new Date(clock.now.getTime() + 11 * 60_000).toISOString();
    const fifth = await attempts.take(visitor(person), code);
    expect(fifth.before).toEqual({ kind: 'open', left: 1 });
    expect(fifth.after).toMatchObject({ kind: 'locked', until });
    expect((await attempts.take(visitor(person), code)).before).toMatchObject({ kind: 'locked', until });
    expect(await attempts.door(visitor(person), code)).toMatchObject({ kind: 'locked', until });
    pass(11);
    expect(await attempts.door(visitor(person), code)).toEqual({ kind: 'open', left: 1 });
  });

  test('a person is locked whichever codes they try, and nobody else is', async () => {
    const attempts = replica();
    const person = randomUUID();
    const tried = codes(5);
    for (const code of tried) await attempts.take(visitor(person), code);
    expect(await attempts.door(visitor(person), newCode())).toMatchObject({ kind: 'locked', by: 'person' });
    expect(await attempts.door(visitor(randomUUID()), tried[0] ?? '')).toEqual({ kind: 'open', left: 4 });
  });

  test('a network address shared by many is locked by as many wrong tries as the operator says, a person and a code by as many as ever', async () => {
    const attempts = createAttempts({ pool: database.pool, now: () => clock.now, limits: limitsOf(8) });
    const network = randomUUID();
    for (let at = 0; at < 7; at += 1) await attempts.take(visitor(randomUUID(), network), newCode());
    expect(await attempts.door(visitor(randomUUID(), network), newCode())).toEqual({ kind: 'open', left: 1 });
    await attempts.take(visitor(randomUUID(), network), newCode());
    expect(await attempts.door(visitor(randomUUID(), network), newCode())).toMatchObject({ kind: 'locked', by: 'network' });
    const person = randomUUID();
    for (const code of codes(5)) await attempts.take(visitor(person), code);
    expect(await attempts.door(visitor(person), newCode())).toMatchObject({ kind: 'locked', by: 'person' });
  });

  test('wrong codes of petitions lock no PIN, and wrong PINs no petition', async () => {
    const attempts = replica();
    const [guesser, citizen] = [randomUUID(), randomUUID()];
    const network = randomUUID();
    for (let at = 0; at < 5; at += 1) await attempts.take(visitor(guesser, network), `PA-261110-000${at}`);
    expect(await attempts.door(visitor(guesser, network), 'PA-261110-0009')).toMatchObject({ kind: 'locked' });
    expect(await attempts.door(visitor(guesser, network), newCode())).toEqual({ kind: 'open', left: 5 });
    for (const code of codes(5)) await attempts.take(visitor(citizen), code);
    expect(await attempts.door(visitor(citizen), 'PA-261110-0009')).toEqual({ kind: 'open', left: 5 });
  });

  test('a network address has twenty wrong codes of petitions a day, however slowly', async () => {
    const attempts = replica();
    const network = randomUUID();
    for (let at = 0; at < 20; at += 1) {
      expect((await attempts.take(visitor(randomUUID(), network), `PA-261110-${1000 + at}`)).before.kind).toBe('open');
      pass(16);
    }
    expect(await attempts.door(visitor(randomUUID(), network), 'PA-261110-0001')).toMatchObject({ kind: 'locked', by: 'network' });
    expect(await attempts.door(visitor(randomUUID(), network), newCode())).toMatchObject({ kind: 'open' });
  });

  test('a code is locked whoever tries it, and so is a network address whoever comes from it', async () => {
    const attempts = replica();
    const code = newCode();
    for (let at = 0; at < 5; at += 1) await attempts.take(visitor(randomUUID()), code);
    expect(await attempts.door(visitor(randomUUID()), code)).toMatchObject({ kind: 'locked', by: 'code' });
    const network = randomUUID();
    for (const each of codes(5)) await attempts.take(visitor(randomUUID(), network), each);
    expect(await attempts.door(visitor(randomUUID(), network), newCode())).toMatchObject({ kind: 'locked', by: 'network' });
    expect(await attempts.door(visitor(randomUUID()), newCode())).toMatchObject({ kind: 'open' });
  });

  test('one message is one try, however often it is taken up again', async () => {
    const attempts = replica();
    const code = newCode();
    const once = visitor(randomUUID(), 'n');
    for (let at = 0; at < 9; at += 1) expect((await attempts.take(once, code)).after).toEqual({ kind: 'open', left: 4 });
    expect(await attempts.door({ ...once, message: 'next' }, code)).toEqual({ kind: 'open', left: 4 });
  });

  test('a right try forgets this person’s tries at this code, and no others', async () => {
    const attempts = replica();
    const [own = '', other = ''] = codes(2);
    const person = randomUUID();
    for (const code of [own, own, other, other, own]) await attempts.take(visitor(person), code);
    await attempts.right(visitor(person), own);
    expect(await attempts.door(visitor(person), own)).toEqual({ kind: 'open', left: 3 });
  });

  test('tries at the same moment, at two replicas, are five and no more', async () => {
    const both = [replica(), replica()];
    const code = newCode();
    const network = randomUUID();
    const doors = await Promise.all(Array.from({ length: 40 }, (_, at) => both[at % 2]?.take(visitor(randomUUID(), network), code)));
    expect(doors.filter((door) => door?.before.kind === 'open')).toHaveLength(5);
  });

  test('a code takes twenty wrong tries a day, however patient they are', async () => {
    const attempts = replica();
    const code = newCode();
    let compared = 0;
    for (let at = 0; at < 60; at += 1) {
      if ((await attempts.take(visitor(randomUUID()), code)).before.kind === 'open') compared += 1;
      pass(16);
    }
    expect(compared).toBe(20);
    expect(await attempts.door(visitor(randomUUID()), code)).toMatchObject({ kind: 'locked', by: 'code' });
    pass(1_440);
    expect(await attempts.door(visitor(randomUUID()), code)).toMatchObject({ kind: 'open' });
  });

  test('a person looks up ten codes in a quarter of an hour, each as often as they like', async () => {
    const attempts = replica();
    const person = randomUUID();
    const ten = codes(10);
    for (const code of ten) expect((await attempts.lookedUp(visitor(person), code)).kind).toBe('open');
    for (const code of ten) expect((await attempts.lookedUp(visitor(person), code)).kind).toBe('open');
    expect(await attempts.lookedUp(visitor(person), newCode())).toEqual({
      kind: 'locked',
      until: new Date(clock.now.getTime() + 15 * 60_000).toISOString(),
      by: 'person',
    });
    expect((await attempts.lookedUp(visitor(randomUUID()), newCode())).kind).toBe('open');
    pass(15);
    expect((await attempts.lookedUp(visitor(person), newCode())).kind).toBe('open');
  });

  test('of 1,000 codes asked for at once by as many people of one address thirty are looked up', async () => {
    const both = [replica(), replica()];
    const network = randomUUID();
    const doors = await Promise.all(codes(1_000).map((code, at) => both[at % 2]?.lookedUp(visitor(randomUUID(), network), code)));
    expect(doors.filter((door) => door?.kind === 'open')).toHaveLength(30);
    expect(doors.find((door) => door?.kind === 'locked')).toMatchObject({ by: 'network' });
  });

  test('neither person nor address is kept as it came, and a day later nothing is', async () => {
    const attempts = replica();
    const person = 'person-of-the-test';
    await attempts.take(visitor(person), newCode());
    await attempts.lookedUp(visitor(person), newCode());
    const count = async (table: string) => (await database.pool.query(`select * from ${table} where at <= $1`, [clock.now])).rows;
    expect(JSON.stringify([await count('wrong_tries'), await count('looked_up')])).not.toContain(person);
    pass(1_441);
    const old = clock.now;
    for (let at = 0; at < 80; at += 1) {
      await attempts.take(visitor(randomUUID()), newCode());
      await attempts.lookedUp(visitor(randomUUID()), newCode());
    }
    for (const table of ['wrong_tries', 'looked_up']) {
      const { rows } = await database.pool.query<{ left: number }>(`select count(*)::int as left from ${table} where at < $1`, [old]);
      expect(rows[0]?.left).toBe(0);
    }
  });

  test('a key is made once and is the same for all', async () => {
    const keys = await Promise.all(['a', 'a', 'a', 'b'].map((name) => ownKey(database.pool, name)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(2);
    expect(keys[0]).toHaveLength(32);
  });
});
