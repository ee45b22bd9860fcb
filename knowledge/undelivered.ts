import type pg from 'pg';

/** What did not arrive: an address that was ended, or a message that was given up. `about` names the dossier, never a person. */
export type Undelivered = {
  channel: string;
  kind: 'address-ended' | 'given-up';
  reason: string;
  about: string | null;
  attempts: number;
  at: Date;
};

/** What staff see of the last days, the newest first. */
export async function listUndelivered(pool: pg.Pool, days: number, limit: number): Promise<Undelivered[]> {
  const { rows } = await pool.query<Undelivered>(
    'select channel, kind, reason, about, attempts, at from undelivered where at > now() - make_interval(days => $1) order by id desc limit $2',
    [days, limit],
  );
  return rows;
}

/** For what is sent past the outbox, as a push is. */
export async function keepUndelivered(
  pool: pg.Pool,
  { channel, kind, reason, attempts }: Omit<Undelivered, 'about' | 'at'>,
): Promise<void> {
  await pool.query('insert into undelivered (channel, kind, reason, attempts) values ($1, $2, $3, $4)', [channel, kind, reason, attempts]);
}

/** Kept for so long. */
export const undeliveredDays = 90;
