import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHistory } from '../../knowledge/conversations.ts';
import { createPushTargets, type PushTarget } from '../../knowledge/push-targets.ts';
import { createSeal } from '../../knowledge/seal.ts';
import { kinds } from '../support/databases.ts';
import { visitorIn } from '../support/followers.ts';
import { useDatabase } from '../support/use-database.ts';

const seal = createSeal(randomBytes(32), 'push');

describe.each(kinds)('browsers that want to be told, on $name', (kind) => {
  const database = useDatabase(kind);
  const targets = () => createPushTargets({ pool: database.pool, seal });
  const someone = async () => (await visitorIn(database.pool, 'web')).person;
  const browser = (name: string = randomUUID()): PushTarget => ({
    endpoint: `https://push.example/${name}`,
    keys: { p256dh: `p-${name}`, auth: `a-${name}` },
  });
  const rows = async () => JSON.stringify((await database.pool.query('select * from push_targets')).rows);

  it('are kept for who asked, once each, and not readable in the database', async () => {
    const person = await someone();
    const own = browser();
    expect(await targets().keep('web', person, own)).toBe(true);
    expect(await targets().keep('web', person, own)).toBe(true);
    expect(await targets().of('web', person)).toEqual([own]);
    expect(await targets().of('web', await someone())).toEqual([]);
    expect(await rows()).toContain('sealed');
    expect(await rows()).not.toContain(own.endpoint);
    expect(await rows()).not.toContain(own.keys.auth);
  });

  it('are not kept for who has no conversation', async () => {
    const stranger = randomUUID();
    expect(await targets().keep('web', stranger, browser())).toBe(false);
    expect(await targets().of('web', stranger)).toEqual([]);
  });

  it('are five at most: a sixth takes the place of the oldest', async () => {
    const person = await someone();
    const all = Array.from({ length: 6 }, () => browser());
    for (const each of all) await targets().keep('web', person, each);
    expect(await targets().of('web', person)).toEqual(all.slice(1).reverse());
    expect(
      (await database.pool.query('select from push_targets join conversations on id = conversation_id where person = $1', [person]))
        .rowCount,
    ).toBe(5);
  });

  it('are five at most even when twelve come at the same moment', async () => {
    const person = await someone();
    await Promise.all(Array.from({ length: 12 }, () => targets().keep('web', person, browser())));
    expect(await targets().of('web', person)).toHaveLength(5);
  });

  it('belong to who was there last', async () => {
    const [one, two, shared] = [await someone(), await someone(), browser()];
    await targets().keep('web', one, shared);
    await targets().keep('web', two, shared);
    expect(await targets().of('web', one)).toEqual([]);
    expect(await targets().of('web', two)).toEqual([shared]);
  });

  it('go one by one when their service drops them, and all when the citizen ends it', async () => {
    const [person, other] = [await someone(), await someone()];
    const [first, second, strange] = [browser(), browser(), browser()];
    for (const each of [first, second]) await targets().keep('web', person, each);
    await targets().keep('web', other, strange);
    await targets().drop(first);
    expect(await targets().of('web', person)).toEqual([second]);
    await targets().end('web', person);
    expect(await targets().of('web', person)).toEqual([]);
    expect(await targets().of('web', other)).toEqual([strange]);
  });

  it('go with the conversation', async () => {
    const person = await someone();
    const own = browser('forgotten');
    await targets().keep('web', person, own);
    await createHistory(database.pool).forget('web', person);
    expect(await rows()).not.toContain(seal.token(own.endpoint));
  });

  it('sealed with a key that is no longer in use reach nobody', async () => {
    const person = await someone();
    await createPushTargets({ pool: database.pool, seal: createSeal(randomBytes(32), 'push') }).keep('web', person, browser());
    expect(await targets().of('web', person)).toEqual([]);
  });
});
