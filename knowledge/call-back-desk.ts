import type pg from 'pg';
import { tailOf } from '../bot/call/number.ts';
import type { Meter } from '../bot/ports.ts';
import type { Language } from '../bot/types.ts';
import type { Seal } from './seal.ts';
import { transaction } from './transaction.ts';

/** A wish to be called back in the list of staff. `tail`: the last digits of the number; null: this key does not open it. `day`, times: Vietnam. */
export type ListedCallBack = {
  id: number;
  day: string;
  from: string;
  to: string;
  tail: string | null;
  matter: string;
  language: Language;
  misses: number;
};

/** All of one. `number` null: it is dealt with and forgotten, or this key does not open it. Times are ISO 8601. */
export type ShownCallBack = ListedCallBack & {
  state: 'open' | 'done' | 'missed' | 'lapsed';
  number: string | null;
  askedAt: string;
  openings: { by: string; at: string }[];
};

/** The open ones, the earliest window first. */
export async function listCallBacks(pool: pg.Pool, seal: Seal, limit: number): Promise<ListedCallBack[]> {
  const { rows } = await pool.query<Omit<ListedCallBack, 'tail'> & { number: string | null }>(
    `select ${columns} from call_backs where state = 'open' order by day, from_time, id limit $1`,
    [limit],
  );
  return rows.map(({ number, ...row }) => ({ ...row, tail: tailFrom(number, seal) }));
}

/** How many are open. */
export async function openCallBacks(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ open: number }>("select count(*) as open from call_backs where state = 'open'");
  return rows[0]?.open ?? 0;
}

/** One with its whole number; that `by` has read it is kept first. Null: there is none. */
export async function showCallBack(pool: pg.Pool, seal: Seal, id: number, by: string): Promise<ShownCallBack | null> {
  await pool.query('insert into call_back_openings (call_back_id, opened_by) select id, $2 from call_backs where id = $1', [id, by]);
  const { rows } = await pool.query<Omit<ShownCallBack, 'tail' | 'openings' | 'askedAt'> & { askedAt: Date }>(
    `select ${columns}, state, asked_at as "askedAt" from call_backs where id = $1`,
    [id],
  );
  if (rows[0] === undefined) return null;
  const { number, askedAt, ...row } = rows[0];
  const read = await pool.query<{ by: string; at: Date }>(
    'select opened_by as by, at from call_back_openings where call_back_id = $1 order by id',
    [id],
  );
  return {
    ...row,
    tail: tailFrom(number, seal),
    number: number === null ? null : seal.open(number),
    askedAt: askedAt.toISOString(),
    openings: read.rows.map((one) => ({ by: one.by, at: one.at.toISOString() })),
  };
}

/** What became of marking one. `again`: it was missed and is called once more; `closed`: it is dealt with already. */
export type Marked = 'done' | 'again' | 'given-up' | 'closed' | 'missing';

/** So often nobody answers before it is given up. */
export const mostMisses = 3;

/** The citizen was called: talked to, or nobody answered. What is dealt with forgets the number, that of its call as well. */
export function markCallBack(pool: pg.Pool, id: number, what: 'done' | 'missed', meter: Meter | null): Promise<Marked> {
  return transaction(pool, async (client) => {
    const { rows } = await client.query<{ state: string; misses: number }>(
      'select state, misses from call_backs where id = $1 for update',
      [id],
    );
    const row = rows[0];
    if (row === undefined) return 'missing';
    if (row.state !== 'open') return 'closed';
    if (what === 'missed' && row.misses + 1 < mostMisses) {
      await client.query('update call_backs set misses = misses + 1 where id = $1', [id]);
      return 'again';
    }
    await client.query(end, [id, what, what === 'missed' ? 1 : 0]);
    await client.query('update calls set number = null where id = (select call_id from call_backs where id = $1)', [id]);
    meter?.count('call-back', { result: what });
    return what === 'done' ? 'done' : 'given-up';
  });
}

function tailFrom(number: string | null, seal: Seal): string | null {
  const opened = number === null ? null : seal.open(number);
  return opened === null ? null : tailOf(opened);
}

const columns = 'id, day, from_time as "from", to_time as "to", number, matter, language, misses';
const end = 'update call_backs set state = $2, misses = misses + $3, number = null, ended_at = now() where id = $1';
