import type pg from 'pg';
import { silentChannels } from '../bot/notices/quiet-hours.ts';
import type { News, NowSeen, Watched, WatchLimit, WatchList } from '../bot/ports.ts';
import { undeliveredDays } from './undelivered.ts';

export type WatchListOptions = {
  pool: pg.Pool;
  /** How long a dossier is held that is looked at. */
  leaseMs?: number;
  /** Channels that wake nobody, such as a page that one has to open: nothing is kept from them until a later hour. */
  silent?: string[];
};

const mostNudges = 1_000;

/** What is followed, in the database that all replicas share. */
export function createWatchList({ pool, leaseMs = 30_000, silent = silentChannels }: WatchListOptions): WatchList {
  return {
    prepare: async (limits) => {
      const names = limits.map((limit) => limit.name);
      await pool.query(addSources, [names, limits.map((limit) => burstOf(limit))]);
      await pool.query('update watched_dossiers set source = $2 where source <> all ($1::text[])', [names, names.at(-1) ?? '']);
    },
    take: async (limit, owner, most) => {
      const { rows } = await pool.query<Row>(takeDue, [limit.name, owner, most, leaseMs / 1000, limit.perSecond, burstOf(limit)]);
      return rows.map(watchedOf);
    },
    putBack: async (codes, owner, nextMs) => {
      await pool.query(putBack, [codes, owner, nextMs / 1000]);
    },
    record: (watched, owner, now, news, nextMs) => record(pool, silent, watched, owner, now, news, nextMs),
    heed: async () => {
      const { rows } = await pool.query<{ heeded: number }>(heedNudges, [mostNudges]);
      return rows[0]?.heeded ?? 0;
    },
    tidy: async () => {
      await pool.query(forgetEnded);
      await pool.query(forgetAddresses);
      await pool.query(forgetUnfollowed);
      await pool.query(`delete from webhook_requests where at < now() - interval '1 hour'`);
      await pool.query(`delete from left_addresses where at < now() - interval '1 day'`);
      await pool.query('delete from undelivered where at < now() - make_interval(days => $1)', [undeliveredDays]);
    },
  };
}

/** What a source may be asked at once after a rest: two seconds' worth. */
function burstOf({ perSecond }: WatchLimit): number {
  return perSecond === null ? 0 : Math.max(1, 2 * perSecond);
}

type Row = {
  code: string;
  version: number;
  status: number | null;
  status_text: string | null;
  overdue_for: string | null;
  gone_since: Date | null;
};

function watchedOf({ code, version, status, status_text, overdue_for, gone_since }: Row): Watched {
  const seen = status_text === null ? null : { status, statusText: status_text };
  return { code, version, seen, overdueFor: overdue_for, ...(gone_since !== null && { goneSince: gone_since.toISOString() }) };
}

const addSources = `
  insert into watch_sources (name, tokens) select name, burst from unnest($1::text[], $2::float8[]) as given (name, burst)
  on conflict do nothing`;

// One statement: what a source may still be asked is counted under the lock of its row. What a dead process took is due when its lease has run out.
const takeDue = `
  with source as (
    select name, least($6::float8, tokens + extract(epoch from now() - filled_at) * $5::float8) as tokens from watch_sources where name = $1 for update
  ), taken as (
    select code from watched_dossiers where source = $1 and due_at <= now()
    order by due_at limit coalesce((select case when $5::float8 is null then $3::float8 else greatest(0, least($3::float8, floor(tokens))) end from source), 0) for update skip locked
  ), spent as (
    update watch_sources set tokens = source.tokens - (select count(*) from taken), filled_at = now()
    from source where watch_sources.name = source.name and $5::float8 is not null
  )
  update watched_dossiers set lease_owner = $2, due_at = now() + make_interval(secs => $4), again = false
  from taken where watched_dossiers.code = taken.code
  returning watched_dossiers.code, version, status, status_text, overdue_for, gone_since`;

// A fifth more or less, so that what was followed in one moment is not asked for in one moment for ever.
const next = (seconds: string) =>
  `case when again then now() else now() + make_interval(secs => ${seconds}::float8 * (0.8 + 0.4 * random())) end`;

const putBack = `
  update watched_dossiers set lease_owner = null, again = false, due_at = ${next('$3')}
  where lease_owner = $2 and code in (select code from watched_dossiers where code = any ($1) order by code for update)`;

const recordNews = `
  with held as (
    update watched_dossiers
    set source = $3, status = $4, status_text = $5, overdue_for = $6, gone_since = $12, version = nextval('watched_versions'), lease_owner = null, again = false, due_at = ${next('$9')}
    where code = $1 and lease_owner = $2 and version = $10 returning code
  ), told as (
    insert into entries (conversation_id, sender, text, reply, once)
    select subscriptions.conversation_id, 'assistant', said ->> 'text', said, news ->> 'once'
    from held join subscriptions using (code), jsonb_array_elements($7::jsonb) with ordinality as given (news, place),
      jsonb_extract_path(news, 'replies', subscriptions.language) as said
    where subscriptions.ended_at is null
    order by place
    on conflict (conversation_id, once) where once is not null do nothing
    returning id, conversation_id, once
  ), queued as (
    insert into outbox (entry_id, conversation_id, channel, due_at)
    select told.id, conversations.id, conversations.channel,
      case when conversations.channel = any ($11) then now() else coalesce((news ->> 'tellAt')::timestamptz, now()) end
    from told join conversations on conversations.id = told.conversation_id
      join jsonb_array_elements($7::jsonb) as given (news) on news ->> 'once' = told.once
  ), ended as (
    update subscriptions set ended_at = now() from held where subscriptions.code = held.code and ended_at is null and $8
  )
  select 1 from held`;

async function record(
  pool: pg.Pool,
  silent: string[],
  { code, version }: Watched,
  owner: string,
  now: NowSeen,
  news: News[],
  nextMs: number,
): Promise<boolean> {
  const { source, status, statusText, overdueFor, ended, goneSince = null } = now;
  const values = [
    code,
    owner,
    source,
    status,
    statusText,
    overdueFor,
    JSON.stringify(news),
    ended,
    nextMs / 1000,
    version,
    silent,
    goneSince,
  ];
  const { rowCount } = await pool.query(recordNews, values);
  return (rowCount ?? 0) > 0;
}

// Who looks at it now looks at it again; else it is due at once.
const heedNudges = `
  with heard as (
    delete from watch_nudges where id in (select id from watch_nudges order by id limit $1 for update skip locked) returning code
  ), due as (
    update watched_dossiers set again = lease_owner is not null, due_at = case when lease_owner is null then now() else due_at end
    where code in (select watched_dossiers.code from watched_dossiers where code in (select code from heard) order by code for update)
  )
  select count(*) as heeded from heard`;

// What ended stays until its last news is delivered: the address goes after it.
const forgetEnded = `
  delete from subscriptions
  where ended_at is not null and not exists (select from outbox where outbox.conversation_id = subscriptions.conversation_id)`;

// An hour's grace: nobody is taken away who is just being told of.
const forgetAddresses = `
  delete from conversations
  where channel = any ('{email,sms}') and last_at < now() - interval '1 hour'
    and not exists (select from subscriptions where subscriptions.conversation_id = conversations.id)`;

const forgetUnfollowed = `
  delete from watched_dossiers
  where code in (select code from watched_dossiers where not exists (select from subscriptions where subscriptions.code = watched_dossiers.code) for update skip locked)`;
