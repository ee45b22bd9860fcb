import type pg from 'pg';
import type { CallTexts } from '../bot/ports.ts';
import { keepSent, refusalOf } from './address-codes.ts';
import { addressToken } from './address-place.ts';
import { createPostBox } from './post-box.ts';
import type { Seal } from './seal.ts';
import { transaction } from './transaction.ts';

export type CallTextsOptions = {
  pool: pg.Pool;
  /** The seal of the addresses of notices. */
  seal: Seal;
  /** The caller's number, by the person of the call; null where it is not known. */
  numberOf(person: string): Promise<string | null>;
};

/**
 * Text messages that callers ask for, on the way of notices by SMS: durable with the turn's own try, sent once, ended like those. They count with the
 * codes that are sent to addresses, as both can be had sent to somebody else's number.
 */
export function createCallTexts({ pool, seal, numberOf }: CallTextsOptions): CallTexts {
  return {
    send: async (visitor, letter, given) => {
      const number = given ?? (await numberOf(visitor.person));
      if (number === null || !mobile.test(number)) return 'no-number';
      const address = addressToken('sms', number, seal);
      return transaction(pool, async (client) => {
        const { rows } = await client.query<{ id: string }>(asker, [visitor.channel, visitor.person]);
        const [calling] = rows;
        if (calling === undefined) return 'no-number';
        // Whoever else has something sent to this number counts after us.
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [address]);
        const sent = await client.query('select from codes_sent where channel = $1 and message = $2', [visitor.channel, visitor.message]);
        if (sent.rowCount === 1) return 'sent';
        const refused = await refusalOf(client, { address }, visitor);
        if (refused !== null) return refused.kind === 'declined' ? 'off' : 'limited';
        await keepSent(client, { address }, visitor);
        // Not the place to which codes and notices of this number go: to have called from it proves nothing.
        const person = seal.token(`${calling.id} text ${number}`);
        await client.query(place, [person, calling.id, seal.seal(number), address]);
        const once = `text ${visitor.message}`;
        await createPostBox(client).post({ channel: 'sms', person, reply: letter, once, tellAt: null });
        return 'sent';
      });
    },
  };
}

const mobile = /^0[35789]\d{8}$/;

const asker = 'select id from conversations where channel = $1 and person = $2 for no key update';

const place = `
  with conversation as (
    insert into conversations (channel, person) values ('sms', $1) on conflict (channel, person) do update set last_at = now() returning id
  )
  insert into notice_addresses (conversation_id, asked_in, sealed, address, confirmed_at) select id, $2, $3, $4, now() from conversation
  on conflict (conversation_id) do nothing`;
