import type pg from 'pg';

/** One call in the list of staff. `at` is ISO 8601; `reason` null: it is under way. Nothing tells who called. */
export type ListedCall = {
  id: number;
  at: string;
  system: string;
  seconds: number;
  turns: number;
  reason: string | null;
  transferred: string;
  /** What was told to the person who was to take it; null: nothing, or it is forgotten. */
  whisper: string | null;
  recorded: boolean;
};

/** What calls of a span of days came to. Milliseconds are of the middle call and of all but one in twenty; null: there was none. */
export type CallFigures = {
  calls: number;
  contained: number;
  turns: number;
  bargeIns: number;
  noInputs: number;
  noMatches: number;
  reasons: { reason: string; count: number }[];
  transfers: { transferred: string; count: number }[];
  firstAudioMs: { middle: number; most: number } | null;
};

/** The calls that began last, the newest first. */
export async function listCalls(pool: pg.Pool, limit: number): Promise<ListedCall[]> {
  const { rows } = await pool.query<Omit<ListedCall, 'at'> & { at: Date }>(list, [limit]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** The calls that began at that moment or later, and have ended. */
export async function callFigures(pool: pg.Pool, since: Date): Promise<CallFigures> {
  const { rows } = await pool.query<Sums>(sums, [since]);
  const { middle = null, most = null, ...counts } = rows[0] ?? noCalls;
  const reasons = await pool.query<{ reason: string; count: number }>(by('reason'), [since]);
  const transfers = await pool.query<{ transferred: string; count: number }>(by('transferred'), [since]);
  return {
    ...counts,
    reasons: reasons.rows,
    transfers: transfers.rows.filter(({ transferred }) => transferred !== 'no'),
    firstAudioMs: middle === null || most === null ? null : { middle: Math.round(middle), most: Math.round(most) },
  };
}

type Sums = Omit<CallFigures, 'reasons' | 'transfers' | 'firstAudioMs'> & { middle: number | null; most: number | null };

const noCalls: Sums = { calls: 0, contained: 0, turns: 0, bargeIns: 0, noInputs: 0, noMatches: 0, middle: null, most: null };

const list = `
  select id, begun_at as at, system, seconds, turns, reason, transferred, whisper,
    exists (select from recordings where call_id = calls.id) as recorded
  from calls order by id desc limit $1`;

const sums = `
  select count(*) as calls, count(*) filter (where contained) as contained, coalesce(sum(turns), 0) as turns,
    coalesce(sum(barge_ins), 0) as "bargeIns", coalesce(sum(no_inputs), 0) as "noInputs", coalesce(sum(no_matches), 0) as "noMatches",
    percentile_cont(0.5) within group (order by first_audio_ms) as middle, percentile_cont(0.95) within group (order by first_audio_ms) as most
  from calls where begun_at >= $1 and ended_at is not null`;

const by = (column: 'reason' | 'transferred') => `
  select ${column}, count(*) from calls where begun_at >= $1 and ended_at is not null group by ${column} order by count(*) desc, ${column}`;
