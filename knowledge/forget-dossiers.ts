import type pg from 'pg';
import { transaction } from './transaction.ts';
import { vietnamTime } from './vietnam-time.ts';

export type ForgetDossiersOptions = {
  pool: pg.Pool;
  /** How many days after its end a dossier is kept. */
  keepDays: number;
};

/**
 * Deletes what came to its end, or left its agency's list, so long ago: from the register, from what was said last, and from what is followed.
 * How many dossiers that were. A demonstration has no end.
 */
export function forgetDossiers({ pool, keepDays }: ForgetDossiersOptions): (now: Date) => Promise<number> {
  return async (now) => {
    const before = new Date(now.getTime() - keepDays * 86_400_000);
    let forgotten = 0;
    for (;;) {
      const some = await transaction(pool, (client) => forgetSome(client, before));
      forgotten += some;
      if (some < atOnce) return forgotten;
    }
  };
}

/** The first day (`YYYY-MM-DD`, in Vietnam) whose ended dossiers are still kept. */
export function keptSince(now: Date, keepDays: number): string {
  return vietnamTime(new Date(now.getTime() - keepDays * 86_400_000)).slice(0, 10);
}

/** A few at a time, so that nobody who asks meanwhile waits long. */
const atOnce = 500;

async function forgetSome(client: pg.PoolClient, before: Date): Promise<number> {
  const day = vietnamTime(before).slice(0, 10);
  const inRegister = await client.query<{ code: string }>(forgetInRegister, [day, before.toISOString(), atOnce]);
  const elsewhere = await client.query<{ code: string }>(forgetElsewhere, [day, atOnce]);
  const codes = [...inRegister.rows, ...elsewhere.rows].map(({ code }) => code);
  await client.query('delete from last_known where code = any($1)', [codes]);
  await client.query('update subscriptions set ended_at = now() where code = any($1) and ended_at is null', [codes]);
  return codes.length;
}

// Each half has its own index. The statuses are those of `hasEnded`.
const forgetInRegister = `
  delete from dossiers where code in (
    (select code from dossiers where least(body ->> 'finishedOn', body ->> 'absentSince') < $1 and not demonstration limit $3)
    union
    (select code from dossiers
      where body ->> 'finishedOn' is null and body ->> 'absentSince' is null and body ->> 'status' in ('3', '7', '8', '9', '10')
        and updated_at < $2 and not demonstration limit $3)
  ) returning code`;

const forgetElsewhere = 'delete from last_known where code in (select code from last_known where finished_on < $1 limit $2) returning code';
