import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { AddressCodes, CodeSent, CodeTried, SealedAddress, Visitor } from '../bot/ports.ts';
import type { Reply } from '../bot/types.ts';
import { type Place, placeOf } from './address-place.ts';
import { createPostBox } from './post-box.ts';
import type { Seal } from './seal.ts';
import { transaction } from './transaction.ts';

/** At most `most` codes in so many minutes, by whom they are counted. */
const limits = [
  { by: 'address', most: 3, minutes: 60 },
  { by: 'address', most: 5, minutes: 1_440 },
  { by: 'person', most: 5, minutes: 60 },
  { by: 'person', most: 10, minutes: 1_440 },
  { by: 'network', most: 30, minutes: 1_440 },
] as const;
const codeMinutes = 15;
const mostWrong = 5;
const leftHours = 24;

/** Codes for addresses, in the database that all replicas share: sealed, counted per person, address and network. */
export function createAddressCodes({ pool, seal }: { pool: pg.Pool; seal: () => Seal }): AddressCodes {
  return {
    send: (visitor, address, letter) => transaction(pool, (client) => send(client, seal(), visitor, address, letter)),
    take: (visitor, address, typed) => transaction(pool, (client) => take(client, seal(), visitor, address, typed)),
  };
}

async function send(client: pg.PoolClient, seal: Seal, visitor: Visitor, address: SealedAddress, letter: Reply): Promise<CodeSent> {
  const asker = await askerOf(client, visitor);
  if (asker === null) return { kind: 'nowhere' };
  const place = placeOf(address, asker, seal);
  // Whoever else names this address counts after us.
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [place.address]);
  const own = [visitor.channel, visitor.message];
  if ((await client.query('select from codes_sent where channel = $1 and message = $2', own)).rowCount === 1) return { kind: 'sent' };
  const refused = await refusalOf(client, place, visitor);
  if (refused !== null) return refused;
  await keepSent(client, place, visitor);
  const conversation = await placed(client, place, asker);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await client.query(keepCode, [conversation, seal.seal(code), codeMinutes]);
  // A letter that has not gone yet would carry the new code beside the new letter.
  await client.query(`delete from entries where conversation_id = $1 and once like 'code %'`, [conversation]);
  const once = `code ${visitor.channel} ${visitor.message}`;
  await createPostBox(client).post({ channel: place.channel, person: place.person, reply: letter, once, tellAt: null });
  return { kind: 'sent' };
}

async function take(client: pg.PoolClient, seal: Seal, visitor: Visitor, address: SealedAddress, typed: string): Promise<CodeTried> {
  const asker = await askerOf(client, visitor);
  if (asker === null) return { kind: 'expired' };
  const { channel, person } = placeOf(address, asker, seal);
  const { rows } = await client.query<CodeRow>(readCode, [channel, person]);
  const [row] = rows;
  // Typed right a moment ago, in a turn that is taken again.
  if (row?.confirmed === true) return { kind: 'right' };
  if (row === undefined || row.sealed === null) return { kind: 'expired' };
  if (row.wrong >= mostWrong) return { kind: 'worn' };
  if (!row.fresh) return { kind: 'expired' };
  if (isSame(typed, seal.open(row.sealed))) {
    await client.query('update notice_addresses set confirmed_at = now() where conversation_id = $1', [row.id]);
    await client.query('delete from address_codes where conversation_id = $1', [row.id]);
    return { kind: 'right' };
  }
  const wrong = row.triedBy === visitor.message ? row.wrong : row.wrong + 1;
  await client.query('update address_codes set wrong = $2, tried_by = $3 where conversation_id = $1', [row.id, wrong, visitor.message]);
  return wrong >= mostWrong ? { kind: 'worn' } : { kind: 'wrong', left: mostWrong - wrong };
}

type CodeRow = { id: string; confirmed: boolean; sealed: string | null; fresh: boolean; wrong: number; triedBy: string | null };

/** Locked: what one person asks for twice in one moment is done one after the other. Not so far that a notice to them would have to wait. */
async function askerOf(client: pg.PoolClient, { channel, person }: Visitor): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>('select id from conversations where channel = $1 and person = $2 for no key update', [
    channel,
    person,
  ]);
  return rows[0]?.id ?? null;
}

/** Something is sent to an address that may be anybody's: counted, once for each message. */
export async function keepSent(client: pg.PoolClient, { address }: Pick<Place, 'address'>, visitor: Visitor): Promise<void> {
  await client.query('insert into codes_sent (channel, message, person, address, network) values ($1, $2, $3, $4, $5)', [
    visitor.channel,
    visitor.message,
    whoIs(visitor),
    address,
    visitor.network,
  ]);
}

/** Whether nothing may be sent there now, as its receiver wanted no more, or as too much was sent. Null: it may. */
export async function refusalOf(
  client: pg.PoolClient,
  { address }: Pick<Place, 'address'>,
  visitor: Visitor,
): Promise<Extract<CodeSent, { until: string }> | null> {
  const left = await client.query<{ until: Date }>(leftUntil, [address, leftHours]);
  if (left.rows[0] !== undefined) return { kind: 'declined', until: left.rows[0].until.toISOString() };
  await client.query(dropOld);
  let until: Date | null = null;
  for (const { by, most, minutes } of limits) {
    const key = by === 'address' ? address : by === 'person' ? whoIs(visitor) : visitor.network;
    const { rows } = await client.query<{ until: Date }>(openAgain[by], [key, minutes, most]);
    const [row] = rows;
    if (row !== undefined && (until === null || row.until > until)) until = row.until;
  }
  return until === null ? null : { kind: 'limited', until: until.toISOString() };
}

async function placed(client: pg.PoolClient, { channel, person, sealed, address }: Place, asker: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'insert into conversations (channel, person) values ($1, $2) on conflict (channel, person) do update set last_at = now() returning id',
    [channel, person],
  );
  const id = rows[0]?.id ?? '';
  await client.query(
    `insert into notice_addresses (conversation_id, asked_in, sealed, address) values ($1, $2, $3, $4)
     on conflict (conversation_id) do update set address = excluded.address`,
    [id, asker, sealed, address],
  );
  return id;
}

function isSame(typed: string, code: string | null): boolean {
  const [one, other] = [typed, code ?? ''].map((text) => createHash('sha256').update(text).digest());
  return code !== null && one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function whoIs({ channel, person }: Visitor): string {
  return createHash('sha256').update(`${channel} ${person}`).digest('base64url');
}

const keepCode = `
  insert into address_codes (conversation_id, sealed, expires_at) values ($1, $2, now() + make_interval(mins => $3))
  on conflict (conversation_id) do update set sealed = excluded.sealed, expires_at = excluded.expires_at, wrong = 0, tried_by = null`;

const readCode = `
  select conversations.id, confirmed_at is not null as confirmed, address_codes.sealed, coalesce(expires_at > now(), false) as fresh,
    coalesce(wrong, 0) as wrong, tried_by as "triedBy"
  from conversations join notice_addresses on notice_addresses.conversation_id = conversations.id
    left join address_codes on address_codes.conversation_id = conversations.id
  where channel = $1 and person = $2 for update of notice_addresses`;

const leftUntil = `
  select at + make_interval(hours => $2) as until from left_addresses where address = $1 and at > now() - make_interval(hours => $2)`;

// The one that is `most` codes back opens the door again when it is old enough.
const openAgainBy = (column: string) => `
  select at + make_interval(mins => $2) as until from codes_sent where ${column} = $1 and at > now() - make_interval(mins => $2)
  order by at desc offset $3 - 1 limit 1`;
const openAgain = { address: openAgainBy('address'), person: openAgainBy('person'), network: openAgainBy('network') };

const dropOld = `
  delete from codes_sent where (channel, message) in
    (select channel, message from codes_sent where at <= now() - interval '1 day' limit 50 for update skip locked)`;
