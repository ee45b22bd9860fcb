import type pg from 'pg';
import type { Ratings } from '../bot/ports.ts';
import type { Seal } from './seal.ts';

/** A question that is older than this is not answered any more. */
const waitingDays = 14;

export type RatingsOptions = { pool: pg.Pool; seal: Seal };

/** Who was asked, and what waits for an answer. The answer itself is written by the inbox, with its turn. */
export function createRatings({ pool, seal }: RatingsOptions): Ratings {
  return {
    ask: async ({ channel, person, message }, dossier, agency) => {
      const token = seal.token(JSON.stringify([channel, person, dossier]));
      const { rowCount } = await pool.query(askOnce, [token, channel, person, agency, message]);
      return (rowCount ?? 0) > 0;
    },
    told: async ({ channel, person }, dossier) => {
      const { rows } = await pool.query<{ told: boolean }>(toldHere, [channel, person, `notice ${dossier} `]);
      return rows[0]?.told ?? false;
    },
    waiting: async ({ channel, person }) => {
      const { rows } = await pool.query<{ token: string }>(newestWaiting, [channel, person, waitingDays]);
      return rows[0]?.token ?? null;
    },
  };
}

/** What citizens thought of one agency. `scores` counts the ratings from 1 to 5, in this order. */
export type AgencyRatings = { agency: string; count: number; mean: number; scores: number[]; words: { score: number; word: string }[] };

/** Per agency, most rated first; of one month (`YYYY-MM`) or of all. */
export async function ratingsByAgency(pool: pg.Pool, month: string | null): Promise<AgencyRatings[]> {
  const { rows } = await pool.query<AgencyRatings>(byAgency, [month]);
  return rows;
}

const askOnce = `
  insert into rating_questions (token, conversation_id, agency, message)
  values ($1, (select id from conversations where channel = $2 and person = $3), $4, $5)
  on conflict (token) do update set at = now() where rating_questions.message = excluded.message and rating_questions.answered_at is null`;

// What a notice is about stands in its `once`.
const toldHere = `
  select exists (select from entries join conversations on conversations.id = conversation_id
    where channel = $1 and person = $2 and once is not null and starts_with(once, $3)) as told`;

const newestWaiting = `
  select token from rating_questions join conversations on conversations.id = conversation_id
  where channel = $1 and person = $2 and answered_at is null and rating_questions.at > now() - make_interval(days => $3)
  order by rating_questions.at desc limit 1`;

const byAgency = `
  select agency, count(*)::integer as count, avg(score)::float8 as mean,
    array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
      count(*) filter (where score = 4), count(*) filter (where score = 5)]::integer[] as scores,
    coalesce(jsonb_agg(jsonb_build_object('score', score, 'word', word) order by id) filter (where word <> ''), '[]') as words
  from ratings where $1::text is null or month = $1 group by agency order by count(*) desc, agency`;
