import type pg from 'pg';
import type { Language, Reply } from '../bot/types.ts';
import { addressToken } from './address-place.ts';
import { createPostBox } from './post-box.ts';
import { maskAddress, type Seal } from './seal.ts';
import { transaction } from './transaction.ts';

/** Where a message by e-mail or SMS goes. `code` is what an unconfirmed address waits for, while it counts. */
export type Receiver = { address: string; confirmed: boolean; code: string | null; leave: string };

export type Receivers = {
  /** By the person of its conversation; null when that was ended. */
  of(person: string): Promise<Receiver | null>;
  /** Nothing arrives there: ended, with the reason for staff, and said to who named it. */
  unreachable(person: string, reason: string): Promise<void>;
  /** The receiver wants no more, by the token of a message: ended for whoever named the address. False: there is no such address. */
  leave(token: string): Promise<boolean>;
  /** The same by the number from which a reply came; once for the request that brought it, by its signature. */
  leaveNumber(number: string, signature: string): Promise<boolean>;
};

export type ReceiversOptions = {
  pool: pg.Pool;
  seal: Seal;
  /** What is said to who named an address that has ended. */
  endedNotice(why: 'unreachable' | 'left', shown: string, language: Language): Reply;
};

/** The other end of the addresses that were named for notices. */
export function createReceivers({ pool, seal, endedNotice }: ReceiversOptions): Receivers {
  const notice = (why: 'unreachable' | 'left', { sealed, language }: Ended) =>
    endedNotice(why, maskAddress(seal.open(sealed) ?? ''), language ?? 'vi');

  async function end(client: pg.PoolClient, why: 'unreachable' | 'left', places: Ended[]): Promise<void> {
    const box = createPostBox(client);
    for (const place of places) {
      const once = `address ended ${place.id}`;
      await box.post({ channel: place.askedBy, person: place.asker, reply: notice(why, place), once, tellAt: null });
      // Its subscriptions, its code and what was on its way go with it.
      await client.query('delete from conversations where id = $1', [place.id]);
    }
  }

  async function leave(where: 'leave' | 'address', value: string, signature: string | null = null): Promise<boolean> {
    return transaction(pool, async (client) => {
      // Taken with what it ends: one that fails may come again, one that was done would end what the number has asked for since.
      if (signature !== null && (await client.query(keepRequest, [signature])).rowCount === 0) return false;
      const { rows } = await client.query<Ended>(places[where], [value]);
      for (const { address } of rows) if (address !== null) await client.query(keepLeft, [address]);
      await end(client, 'left', rows);
      return rows.length > 0;
    });
  }

  return {
    of: async (person) => {
      const { rows } = await pool.query<ReceiverRow>(receiverOf, [person]);
      const [row] = rows;
      const address = row === undefined ? null : seal.open(row.sealed);
      if (row === undefined || address === null) return null;
      return { address, confirmed: row.confirmed, code: row.code === null ? null : seal.open(row.code), leave: tokenOf(row.leave) };
    },
    unreachable: (person, reason) =>
      transaction(pool, async (client) => {
        const { rows } = await client.query<Ended>(places.person, [person]);
        for (const { channel } of rows) {
          await client.query(`insert into undelivered (channel, kind, reason) values ($1, 'address-ended', $2)`, [channel, reason]);
        }
        await end(client, 'unreachable', rows);
      }),
    leave: async (token) => {
      const id = idOf(token);
      return id === null ? false : leave('leave', id);
    },
    leaveNumber: (number, signature) => leave('address', addressToken('sms', number, seal), signature),
  };
}

type ReceiverRow = { sealed: string; confirmed: boolean; leave: string; code: string | null };
type Ended = {
  id: string;
  channel: string;
  sealed: string;
  address: string | null;
  askedBy: string;
  asker: string;
  language: Language | null;
};

/** 22 characters in the place of 36: an SMS is short. */
function tokenOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function idOf(token: string): string | null {
  if (!/^[\w-]{22}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const receiverOf = `
  select notice_addresses.sealed, confirmed_at is not null as confirmed, leave,
    case when expires_at > now() then address_codes.sealed end as code
  from notice_addresses join conversations on conversations.id = notice_addresses.conversation_id
    left join address_codes on address_codes.conversation_id = notice_addresses.conversation_id
  where person = $1`;

// In the order of their ids: two that end the same addresses do not wait for each other for ever.
const ended = (condition: string) => `
  select place.id, place.channel, sealed, address, asker.channel as "askedBy", asker.person as asker,
    (select language from subscriptions where subscriptions.conversation_id = place.id limit 1) as language
  from notice_addresses join conversations as place on place.id = notice_addresses.conversation_id
    join conversations as asker on asker.id = notice_addresses.asked_in
  where ${condition} order by place.id for update of place`;
const places = {
  person: ended('place.person = $1'),
  leave: ended('leave = $1::uuid or address = (select address from notice_addresses where leave = $1::uuid)'),
  address: ended('address = $1'),
};

const keepRequest = `insert into webhook_requests (source, signature) values ('sms', $1) on conflict do nothing`;
const keepLeft = 'insert into left_addresses (address) values ($1) on conflict (address) do update set at = now()';
