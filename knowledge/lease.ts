import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';
import { OperatorError } from '../bot/errors.ts';

const seconds = 15;

/** For a database that this process has to itself: whatever lease is left, of work, a conversation or a reply, belongs to a process that has died. */
export async function dropLeases(pool: pg.Pool): Promise<void> {
  await pool.query('delete from leases');
  await pool.query('update conversations set lease_owner = null, lease_until = null where lease_owner is not null');
  await pool.query('update outbox set lease_owner = null, lease_until = null where lease_owner is not null');
  await pool.query('update submissions set lease_owner = null, due_at = now() where lease_owner is not null');
  // What was asked of the platform by then came to its end with its process: there is nothing to wait for.
  await pool.query(
    'update zalo_tokens set lease_owner = null, lease_until = null, again_at = case when refusals = 0 then null else again_at end',
  );
  await pool.query('update source_tokens set lease_owner = null, lease_until = null where lease_owner is not null');
}

/**
 * Does `work` while no other process does work of this name. Throws `OperatorError` when one does.
 * A lease left by a dead process runs out after 15 s.
 */
export async function withLease<Result>(pool: pg.Pool, name: string, work: () => Promise<Result>): Promise<Result> {
  const owner = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  const taken = await pool.query(
    `insert into leases (name, owner, until) values ($1, $2, now() + make_interval(secs => $3))
     on conflict (name) do update set owner = excluded.owner, until = excluded.until where leases.until < now()`,
    [name, owner, seconds],
  );
  if (taken.rowCount === 0) {
    const { rows } = await pool.query<{ owner: string }>('select owner from leases where name = $1', [name]);
    throw new OperatorError(
      `Another ${name} is running (${rows[0]?.owner ?? 'just ended'}). Wait for it to end; after a crash its claim runs out in ${seconds} seconds.`,
    );
  }
  const renewal = setInterval(
    () => {
      pool
        .query('update leases set until = now() + make_interval(secs => $3) where name = $1 and owner = $2', [name, owner, seconds])
        .catch(() => {
          // The work itself meets the same broken connection and reports it.
        });
    },
    (seconds * 1000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await pool.query('delete from leases where name = $1 and owner = $2', [name, owner]);
  }
}
