import type pg from 'pg';

/** How a person stands to the account. `lastAt`: when they last did what lets us write to them; null: never, or too long ago by the platform's word. */
export type Standing = { lastAt: Date | null; follows: boolean | null; stopped: number | null };

/** What is known of the people who write to the account; it goes with their conversation. */
export type ZaloPeople = {
  /** They did something. Later news of something earlier changes nothing. */
  touch(person: string, at: Date, byApp: string | null, follows?: boolean): Promise<void>;
  unfollowed(person: string): Promise<void>;
  /** Null: nothing is known of them. */
  standing(person: string): Promise<Standing | null>;
  /** The platform says that the time to write to them is over, or, with a code, that nothing more reaches them until they write. */
  closed(person: string, stopped: number | null): Promise<void>;
  /** The person whom the app knows by that id. */
  byApp(id: string): Promise<string | null>;
  /** When anybody did anything last. */
  lastEvent(): Promise<Date | null>;
  /** A message of ours has gone out. Staff are not there for it, whatever its echo says. */
  sent(messageId: string): Promise<void>;
  isOurs(messageId: string): Promise<boolean>;
};

/** An echo comes again for an hour and fifty minutes at most. */
const sentHours = 6;

export function createZaloPeople(pool: pg.Pool, channel: string): ZaloPeople {
  return {
    touch: async (person, at, byApp, follows) => {
      await pool.query(touchPerson, [channel, person, at.toISOString(), byApp, follows ?? null]);
    },
    unfollowed: async (person) => {
      await pool.query(unfollow, [channel, person]);
    },
    standing: async (person) => {
      const { rows } = await pool.query<Standing>(standingOf, [channel, person]);
      return rows[0] ?? null;
    },
    closed: async (person, stopped) => {
      await pool.query(closePerson, [channel, person, stopped]);
    },
    byApp: async (id) => {
      const { rows } = await pool.query<{ person: string }>(
        'select person from zalo_people join conversations on id = conversation_id where by_app = $1',
        [id],
      );
      return rows[0]?.person ?? null;
    },
    lastEvent: async () => {
      const { rows } = await pool.query<{ at: Date | null }>('select max(last_at) as at from zalo_people');
      return rows[0]?.at ?? null;
    },
    sent: async (messageId) => {
      await pool.query(keepSent, [messageId]);
    },
    isOurs: async (messageId) => ((await pool.query('select from zalo_sent where message_id = $1', [messageId])).rowCount ?? 0) > 0,
  };
}

/** Forgets which messages were ours once no echo of them comes any longer. How many those were. */
export async function forgetSent(pool: pg.Pool, now: Date): Promise<number> {
  const until = new Date(now.getTime() - sentHours * 3_600_000);
  return (await pool.query('delete from zalo_sent where at < $1', [until.toISOString()])).rowCount ?? 0;
}

// Where the row says the same, but for a minute, nothing is written: most messages follow another.
const touchPerson = `
  with known as (
    select id from conversations where channel = $1 and person = $2
  ), made as (
    insert into conversations (channel, person) select $1, $2 where not exists (select from known)
    on conflict (channel, person) do update set last_at = conversations.last_at returning id
  ), place as (
    select id from known union all select id from made
  )
  insert into zalo_people (conversation_id, last_at, by_app, follows)
  select id, $3::timestamptz, $4, $5::boolean from place
  where not exists (
    select from zalo_people where conversation_id = place.id and last_at >= $3::timestamptz - interval '1 minute' and stopped is null
      and ($4::text is null or by_app = $4) and ($5::boolean is null or follows = $5))
  on conflict (conversation_id) do update
    set last_at = greatest(zalo_people.last_at, excluded.last_at), by_app = coalesce(excluded.by_app, zalo_people.by_app),
      follows = coalesce(excluded.follows, zalo_people.follows), stopped = null`;

const unfollow = `
  update zalo_people set follows = false from conversations where id = conversation_id and channel = $1 and person = $2`;

const standingOf = `
  select zalo_people.last_at as "lastAt", follows, stopped from zalo_people join conversations on id = conversation_id
  where channel = $1 and person = $2`;

const closePerson = `
  update zalo_people set last_at = case when $3::integer is null then null else zalo_people.last_at end, stopped = $3::integer
  from conversations where id = conversation_id and channel = $1 and person = $2`;

// An echo may come before the answer to what it echoes.
const keepSent = `
  with kept as (insert into zalo_sent (message_id) values ($1) on conflict do nothing)
  update staff_holds set until = now() where message_id = $1 and until > now()`;
