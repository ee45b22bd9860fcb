import type pg from 'pg';
import type { Known, SealedAddress, Subscribed, Subscriptions, Visitor } from '../bot/ports.ts';
import type { Language } from '../bot/types.ts';
import { createAddressCodes } from './address-codes.ts';
import { type Place, placeOf } from './address-place.ts';
import { maskAddress, type Seal } from './seal.ts';
import { transaction } from './transaction.ts';

export type SubscriptionsOptions = {
  pool: pg.Pool;
  /** What addresses are kept with; null: there are no channels that need one. */
  seal: Seal | null;
  ways: SealedAddress['by'][];
};

/** So many dossiers one conversation may follow, and so many addresses it may name. */
export const mostFollowed = 20;
const most = { dossiers: mostFollowed, addresses: 3 };

/** Who is told of which dossier. */
export function createSubscriptions({ pool, seal, ways }: SubscriptionsOptions): Subscriptions {
  const sealing = () => {
    if (seal === null) throw new Error('an address was to be kept without a key');
    return seal;
  };
  return {
    ways: seal === null ? [] : ways,
    seal: (by, address) => ({ by, sealed: sealing().seal(address), shown: maskAddress(address) }),
    codes: createAddressCodes({ pool, seal: sealing }),
    follow: (visitor, known, language, address) =>
      transaction(pool, (client) =>
        follow(client, visitor, known, language, (asker) => (address === null ? null : placeOf(address, asker, sealing()))),
      ),
    unfollow: async ({ channel, person }, code) => {
      const { rows } = await pool.query<{ code: string }>(unfollow, [channel, person, code]);
      return [...new Set(rows.map((row) => row.code))].sort();
    },
    followed: async ({ channel, person }) => {
      const { rows } = await pool.query<FollowedRow>(followedBy, [channel, person]);
      return rows.map(({ code, here, sealed }) => ({
        code,
        here,
        by: sealed.flatMap((each) => (each === null ? [] : [maskAddress(seal?.open(each) ?? '')])),
      }));
    },
  };
}

type FollowedRow = { code: string; here: boolean; sealed: (string | null)[] };

async function follow(
  client: pg.PoolClient,
  { channel, person }: Visitor,
  known: Known,
  language: Language,
  placeFor: (asker: string) => Place | null,
): Promise<Subscribed> {
  // Locked: what one person asks for twice in one moment is counted one after the other. Not so far that a notice to them would have to wait.
  const { rows } = await client.query<{ id: string }>('select id from conversations where channel = $1 and person = $2 for no key update', [
    channel,
    person,
  ]);
  const asker = rows[0]?.id;
  if (asker === undefined) return 'nowhere';
  const place = placeFor(asker);
  const told = place === null ? asker : await confirmedPlace(client, place);
  if (told === null) return 'unconfirmed';
  const { rows: counts } = await client.query<{ dossiers: number; addresses: number }>(countOwn, [asker, known.code]);
  if ((counts[0]?.dossiers ?? 0) >= most.dossiers || (place !== null && (counts[0]?.addresses ?? 0) >= most.addresses)) return 'full';
  await client.query(watch, [known.code, known.source, known.status, known.statusText]);
  const { rowCount } = await client.query(subscribe, [known.code, told, asker, language]);
  return (rowCount ?? 0) > 0 ? 'subscribed' : 'already';
}

/** Held from being forgotten; null where nobody has typed its code. */
async function confirmedPlace(client: pg.PoolClient, { channel, person }: Place): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(touchConfirmed, [channel, person]);
  return rows[0]?.id ?? null;
}

const touchConfirmed = `
  update conversations set last_at = now() from notice_addresses
  where conversation_id = id and channel = $1 and person = $2 and confirmed_at is not null returning id`;

const countOwn = `
  select (select count(distinct code) from subscriptions where asked_in = $1 and ended_at is null and code <> $2) as dossiers,
    (select count(*) from subscriptions join notice_addresses using (conversation_id)
     where subscriptions.asked_in = $1 and ended_at is null and code = $2) as addresses`;

// Who comes later knows what the others know; the overdue news is told to them too. The new version keeps a look that began before from writing
// that it has been told: the next look tells them.
const watch = `
  insert into watched_dossiers (code, source, status, status_text) values ($1, $2, $3, $4)
  on conflict (code) do update set overdue_for = null, gone_since = null, version = nextval('watched_versions')`;

const subscribe = `
  insert into subscriptions (code, conversation_id, asked_in, language) values ($1, $2, $3, $4)
  on conflict (code, conversation_id) do update set ended_at = null, language = excluded.language where subscriptions.ended_at is not null`;

// What is kept for a later hour, or could not be sent, stays unsaid; what is due now may have been read. An address that nothing goes to any
// longer is forgotten at once.
const unfollow = `
  with asker as (
    select id from conversations where channel = $1 and person = $2
  ), gone as (
    delete from subscriptions using asker where asked_in = asker.id and ($3::text is null or code = $3) returning code, conversation_id
  ), unsaid as (
    delete from entries using gone, outbox
    where entries.conversation_id = gone.conversation_id and entries.once like 'notice ' || gone.code || ' %' and outbox.entry_id = entries.id
      and (outbox.due_at > now() or outbox.attempts > 0)
  ), forgotten as (
    delete from conversations using asker, (select distinct conversation_id from gone) as place
    where conversations.id = place.conversation_id and place.conversation_id <> asker.id
      and not exists (
        select from subscriptions as other
        where other.conversation_id = place.conversation_id
          and not exists (select from gone where gone.conversation_id = other.conversation_id and gone.code = other.code))
  )
  select code from gone`;

const followedBy = `
  select code, bool_or(subscriptions.conversation_id = subscriptions.asked_in) as here, array_agg(sealed order by subscriptions.created_at) as sealed
  from subscriptions join conversations on conversations.id = subscriptions.asked_in
    left join notice_addresses on notice_addresses.conversation_id = subscriptions.conversation_id
  where channel = $1 and person = $2 and ended_at is null
  group by code order by min(subscriptions.created_at)`;
