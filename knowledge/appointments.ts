import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { Appointments, Booked, Booking, BookingWish, Office, Visitor } from '../bot/ports.ts';
import { transaction } from './transaction.ts';

/** How many one person may have at a time, how many they may make or change in a day, and how many may be made from one network address. */
const most = { open: 3, aDay: 10, network: 40 };

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM');
/** A counter as the agency describes it. */
export const officeSchema: z.ZodType<Office> = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'lower-case letters, digits and dashes'),
  name: z.string().min(3).max(120),
  address: z.string().max(200).default(''),
  serves: z.array(z.string().regex(/^(\d{5}|\d{2})$/, 'the code of a commune or a province')).default([]),
  hours: z
    .array(z.tuple([clockTime, clockTime]))
    .min(1)
    .refine(
      (spans) => spans.flat().every((time, place, all) => place === 0 || time > (all[place - 1] ?? '')),
      'the hours must follow one another',
    )
    .default([
      ['07:30', '11:30'],
      ['13:30', '17:00'],
    ]),
  slotMinutes: z.number().int().min(5).max(240).default(30),
  perSlot: z.number().int().min(1).max(100).default(2),
  daysAhead: z.number().int().min(1).max(60).default(14),
  noticeMinutes: z.number().int().min(0).max(10_080).default(60),
  closed: z.array(z.iso.date()).default([]),
});

/** Appointments at the counters of this installation, shared by the replicas: a place is given once. */
export function createAppointments({ pool }: { pool: pg.Pool }): Appointments {
  return {
    offices: async () => {
      const { rows } = await pool.query<{ body: Office }>('select body from offices where open order by place');
      return rows.map(({ body }) => body);
    },
    taken: async ({ id }, from) => {
      const { rows } = await pool.query<{ at: string; count: number }>(countTaken, [id, from]);
      return new Map(rows.map(({ at, count }) => [at, count]));
    },
    book: (visitor, wish, now) => transaction(pool, (client) => book(client, visitor, wish, now)),
    own: async ({ channel, person }, now) => {
      const { rows } = await pool.query<Booking>(`${bookings} and channel = $1 and person = $2 and ${comes('$3')} order by day, time`, [
        channel,
        person,
        now,
      ]);
      return rows;
    },
    cancel: async ({ channel, person }, code, now) => {
      const { rowCount } = await pool.query(cancelOwn, [channel, person, code, now]);
      return (rowCount ?? 0) > 0;
    },
  };
}

/** Replaces the offices: what is not among them is closed to new appointments. How many are open, and how many appointments to come stand at closed ones. */
export async function importOffices(pool: pg.Pool, offices: Office[], now: string): Promise<{ open: number; stranded: number }> {
  return transaction(pool, async (client) => {
    await client.query('update offices set open = false');
    for (const [place, office] of offices.entries()) await client.query(saveOffice, [office.id, place, JSON.stringify(office)]);
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::integer as count from appointments join offices on offices.id = office_id where not open and cancelled_at is null and ${comes('$1')}`,
      [now],
    );
    return { open: offices.length, stranded: rows[0]?.count ?? 0 };
  });
}

/** The appointments of one day, or of all days to come, in the order of coming. Nobody is named. */
export async function listAppointments(pool: pg.Pool, day: string | null, now: string): Promise<(Booking & { draft: string | null })[]> {
  const { rows } = await pool.query<Booking & { draft: string | null }>(
    `${bookings} and ($1::date is null and ${comes('$2')} or day = $1) order by day, office_id, time, number limit 1000`,
    [day, now],
  );
  return rows;
}

/** Cancelled by the office: whose it was, to be told; null where there is no such appointment to come. */
export async function cancelByOffice(
  pool: pg.Pool,
  code: string,
  now: string,
): Promise<{ booking: Booking; visitor: { channel: string; person: string }; language: 'vi' | 'en' } | null> {
  const { rows } = await pool.query<Booking & { channel: string; person: string; language: 'vi' | 'en' }>(
    `${bookings.replace('select ', "select channel, person, coalesce(memory ->> 'language', 'vi') as language, ")} and appointments.code = $1 and ${comes('$2')}`,
    [code, now],
  );
  const [row] = rows;
  if (row === undefined) return null;
  await pool.query('update appointments set cancelled_at = now() where code = $1', [code]);
  const { channel, person, language, ...booking } = row;
  return { booking, visitor: { channel, person }, language };
}

/** Forgets appointments that were so long ago that nobody asks for them. How many those were. */
export async function forgetOldAppointments(pool: pg.Pool, now: Date): Promise<number> {
  const { rowCount } = await pool.query("delete from appointments where day < ($1::timestamptz - interval '30 days')::date", [now]);
  return rowCount ?? 0;
}

/**
 * Under the locks of the person and of the office, so that what is counted holds until it is written. What is changed keeps its code: a calendar then
 * replaces its entry.
 */
async function book(client: pg.PoolClient, visitor: Visitor, wish: BookingWish, now: string): Promise<Booked> {
  const { office, day, time, instead } = wish;
  const { rows: people } = await client.query<{ id: string }>(
    'select id from conversations where channel = $1 and person = $2 for update',
    [visitor.channel, visitor.person],
  );
  const asker = people[0]?.id;
  if (asker === undefined) return { kind: 'limit' };
  await client.query('select from offices where id = $1 for update', [office.id]);
  const one = async (where: string, values: unknown[]) =>
    (await client.query<Booking>(`${bookings} and conversation_id = $1 and ${where}`, [asker, ...values])).rows[0];
  const before = await one('message = $2', [visitor.message]);
  if (before !== undefined) return { kind: 'booked', booking: before };
  const had = await one(`case_id is not distinct from $2::uuid and ${comes('$3')} and appointments.code is distinct from $4`, [
    wish.case,
    now,
    instead,
  ]);
  if (had !== undefined && instead === null) return { kind: 'had', booking: had };
  const { rows: counts } = await client.query<{ open: number; lately: number; nearby: number; there: number; last: number }>(
    countForBooking,
    [asker, now, office.id, day, time, instead, visitor.network],
  );
  const { open = 0, lately = 0, nearby = 0, there = 0, last = 0 } = counts[0] ?? {};
  if (lately >= most.aDay || nearby >= most.network || (instead === null && open >= most.open)) return { kind: 'limit' };
  if (there >= office.perSlot) return { kind: 'full' };
  const values = [office.id, day, time, last + 1, visitor.message, asker];
  if (instead !== null) {
    const { rowCount } = await client.query(moveBooking, [...values, instead, now]);
    if (rowCount === 0) return { kind: 'limit' };
  } else await client.query(insertBooking, [...values, wish.case, newCode(day), visitor.network]);
  const booking = await one('message = $2', [visitor.message]);
  if (booking === undefined) throw new Error('an appointment was written and is not there');
  return { kind: 'booked', booking };
}

/** Characters that are told apart when they are read out. */
const characters = 'ABCDEKMNPQRSTVXY23456789';

function newCode(day: string): string {
  const check = Array.from({ length: 4 }, () => characters.charAt(randomInt(characters.length))).join('');
  return `LH-${day.slice(2).replaceAll('-', '')}-${check}`;
}

/** Still to come at this moment of a clock in Vietnam. */
function comes(now: string): string {
  return `to_char(day, 'YYYY-MM-DD') || ' ' || time > ${now}`;
}

const bookings = `
  select appointments.id, appointments.code, number, offices.body as office, to_char(day, 'YYYY-MM-DD') as day, time, case_id as "case",
    (select cases.code from cases where cases.id = case_id) as draft
  from appointments join offices on offices.id = office_id join conversations on conversations.id = conversation_id
  where cancelled_at is null`;

const countTaken = `
  select to_char(day, 'YYYY-MM-DD') || ' ' || time as at, count(*)::integer as count from appointments
  where office_id = $1 and day >= $2 and cancelled_at is null group by 1`;

// What is to be changed takes no room where it goes.
const countForBooking = `
  select (select count(*)::integer from appointments where conversation_id = $1 and cancelled_at is null and ${comes('$2')}) as open,
    (select count(*)::integer from appointments where conversation_id = $1 and booked_at > now() - interval '1 day') as lately,
    (select count(*)::integer from appointments where network = $7 and booked_at > now() - interval '1 day') as nearby,
    (select count(*)::integer from appointments
     where office_id = $3 and day = $4 and time = $5 and cancelled_at is null and code is distinct from $6) as there,
    (select coalesce(max(number), 0)::integer from appointments where office_id = $3 and day = $4) as last`;

const insertBooking = `
  insert into appointments (office_id, day, time, number, message, conversation_id, case_id, code, network)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const moveBooking = `
  update appointments set office_id = $1, day = $2, time = $3, number = $4, message = $5, booked_at = now()
  where conversation_id = $6 and code = $7 and cancelled_at is null and ${comes('$8')}`;

const cancelOwn = `
  update appointments set cancelled_at = now() from conversations
  where conversations.id = conversation_id and channel = $1 and person = $2 and code = $3 and cancelled_at is null and ${comes('$4')}`;

const saveOffice = `
  insert into offices (id, place, open, body) values ($1, $2, true, $3)
  on conflict (id) do update set place = excluded.place, open = true, body = excluded.body`;
