import type pg from 'pg';
import type { Measures, Meter } from '../bot/ports.ts';

/** The replica has the calls of these people still: what is not renewed for 45 s is lost with it, or could not be ended by it. */
export async function renewCalls(pool: pg.Pool, replica: string, people: string[]): Promise<void> {
  if (people.length === 0) return;
  await pool.query('update calls set seen_at = now() where replica = $1 and ended_at is null and person = any($2)', [replica, people]);
}

/** Ends the calls whose replica has died. How many those were. */
export async function endDeadCalls(pool: pg.Pool, meter: Meter & Measures): Promise<number> {
  const { rows } = await pool.query<{ transferred: string; seconds: number }>(endDead);
  for (const { transferred, seconds } of rows) {
    meter.count('call', { reason: 'replica-died', transferred, contained: 'no' });
    meter.measure('call-length', seconds);
  }
  return rows.length;
}

/**
 * Forgets numbers after 30 days, with what is said to staff of a call, and calls as such after a year. Call-backs that nobody has made by then have
 * no number any longer: they lapse. How many numbers and calls those were.
 */
export async function forgetOldCalls(pool: pg.Pool, at: Date): Promise<number> {
  await pool.query(lapse, [at]);
  const numbers = await pool.query(forgetNumbers, [at]);
  const calls = await pool.query("delete from calls where begun_at < $1::timestamptz - interval '365 days'", [at]);
  return (numbers.rowCount ?? 0) + (calls.rowCount ?? 0);
}

const endDead = `
  update calls set ended_at = now(), reason = 'replica-died', contained = false,
    seconds = seconds + round(extract(epoch from seen_at - stretch_at))
  where ended_at is null and seen_at < now() - interval '45 seconds'
  returning transferred, round(extract(epoch from seen_at - stretch_at))::int as seconds`;

const lapse = `
  update call_backs set state = case when state = 'open' then 'lapsed' else state end, number = null, ended_at = coalesce(ended_at, $1)
  where number is not null and asked_at < $1::timestamptz - interval '30 days'`;

const forgetNumbers = `
  update calls set number = null, whisper = null
  where (number is not null or whisper is not null) and begun_at < $1::timestamptz - interval '30 days'`;
