import type pg from 'pg';
import { tailOf } from '../bot/call/number.ts';
import type { CallBacks, Meter } from '../bot/ports.ts';
import type { Seal } from './seal.ts';

export type CallBacksOptions = {
  pool: pg.Pool;
  /** The seal of `createCalls`. */
  seal: Seal;
  meter: Meter;
};

/** Wishes to be called back, as the caller's side sees them. Staff deal with them at the desk (`call-back-desk.ts`). */
export function createCallBacks({ pool, seal, meter }: CallBacksOptions): CallBacks {
  return {
    calling: async ({ person }) => {
      const { rows } = await pool.query<{ number: string | null }>('select number from calls where person = $1', [person]);
      const number = rows[0]?.number == null ? null : seal.open(rows[0].number);
      return number === null ? null : tailOf(number);
    },
    seal: (number) => seal.seal(number),
    ask: async ({ person, message }, { window, number, matter, language }) => {
      const values = [person, message, window.day, window.from, window.to, number, matter, language];
      const { rows } = await pool.query<{ found: boolean; kept: boolean }>(ask, values);
      if (rows[0]?.kept === true) meter.count('call-back', { result: 'asked' });
      return rows[0]?.found === true;
    },
  };
}

// A message that is taken again finds its wish, dealt with or not.
const ask = `
  with calling as (
    select id, coalesce($6, number) as number from calls where person = $1
  ), kept as (
    insert into call_backs (call_id, message, day, from_time, to_time, number, matter, language)
    select id, $2, $3, $4, $5, number, $7, $8 from calling
    where number is not null and not exists (select from call_backs where call_id = calling.id and message = $2)
    on conflict (call_id) where state = 'open' do update
    set message = excluded.message, day = excluded.day, from_time = excluded.from_time, to_time = excluded.to_time, number = excluded.number,
      matter = excluded.matter, language = excluded.language
    returning id
  )
  select exists (select from kept) as kept,
    exists (select from kept) or exists (select from call_backs join calling on calling.id = call_id where message = $2) as found`;
