import { describe, expect, it, vi } from 'vitest';
import { OperatorError } from '../../bot/errors.ts';
import { withLease } from '../../knowledge/lease.ts';
import { kinds } from '../support/databases.ts';
import { useDatabase } from '../support/use-database.ts';

describe.each(kinds)('work under a lease on $name', (kind) => {
  const database = useDatabase(kind);
  const secondsLeft = async (name: string): Promise<number | undefined> => {
    const { rows } = await database.pool.query<{ seconds: number }>(
      'select extract(epoch from until - now())::float8 as seconds from leases where name = $1',
      [name],
    );
    return rows[0]?.seconds;
  };

  it('is done by one at a time: the second is told so in a sentence', async () => {
    const outcome = await withLease(database.pool, 'import', async () => {
      const second = withLease(database.pool, 'import', async () => 'never');
      await expect(second).rejects.toThrow(OperatorError);
      await expect(second).rejects.toThrow(/^Another import is running \(.+\/\d+\/.+\)\. Wait for it to end/);
      return 'done';
    });
    expect(outcome).toBe('done');
  });

  it('does not stop work of another name', async () => {
    expect(await withLease(database.pool, 'import', () => withLease(database.pool, 'sweep', async () => 'both'))).toBe('both');
  });

  it('can be done again when it has ended, well or badly', async () => {
    await expect(
      withLease(database.pool, 'import', async () => {
        throw new Error('the work broke');
      }),
    ).rejects.toThrow('the work broke');
    expect(await secondsLeft('import')).toBeUndefined();
    expect(await withLease(database.pool, 'import', async () => 'again')).toBe('again');
  });

  it('is taken over from a dead process when its lease has run out, not before', async () => {
    await database.pool.query(`insert into leases (name, owner, until) values ('import', 'dead/1/x', now() + interval '15 seconds')`);
    await expect(withLease(database.pool, 'import', async () => 'too early')).rejects.toThrow('dead/1/x');
    await database.pool.query(`update leases set until = now() - interval '1 second'`);
    expect(await withLease(database.pool, 'import', async () => 'taken over')).toBe('taken over');
  });

  it('keeps its lease for as long as it takes', async () => {
    await withLease(database.pool, 'import', async () => {
      await database.pool.query(`update leases set until = now() + interval '1 second' where name = 'import'`);
      await vi.waitFor(async () => expect(await secondsLeft('import')).toBeGreaterThan(5), { timeout: 20_000, interval: 200 });
    });
  });

  it('is done once when many begin at the same time', async () => {
    const begun = Array.from({ length: 6 }, () => withLease(database.pool, 'import', () => database.pool.query('select pg_sleep(0.2)')));
    const outcomes = await Promise.allSettled(begun);
    // On one connection they may come one after the other; at no time two together.
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toBeInstanceOf(OperatorError);
    expect(refused).toHaveLength(5);
  });
});
