import type pg from 'pg';
import type { History, HistoryEntry } from '../bot/ports.ts';
import type { Seal } from './seal.ts';
import { unsealed } from './sealed-entry.ts';

/** What was said, as a page shows it again. */
export function createHistory(pool: pg.Pool, seal: Seal | null = null): History {
  return {
    read: async (channel, person, after, limit) => {
      const { rows } = await pool.query<Row>(after > 0 ? entriesAfter : newestOnes, [channel, person, after, limit]);
      return rows.sort((a, b) => a.id - b.id).map(({ sealed, ...row }) => ({ ...unsealed(row, sealed, seal), at: row.at.toISOString() }));
    },
    newest: async (channel, persons) => {
      const { rows } = await pool.query<{ person: string; newest: number }>(newestEntries, [channel, persons]);
      return new Map(rows.map((row) => [row.person, row.newest]));
    },
    forget: async (channel, person) => {
      await pool.query(forgetPerson, [channel, person]);
    },
  };
}

// A petition is a matter of the administration and stays, without the person, without a way to them and as masked as it is shown; the rest of what was left for staff goes.
const forgetPerson = `
  with gone as (
    delete from conversations where channel = $1 and person = $2 returning id
  ), unnamed as (
    update petitions set contact = null, sealed = '{}' from gone where conversation_id = gone.id
  ), handed_over as (
    delete from uploads where channel = $1 and person = $2
  )
  delete from desk_notes using gone where conversation_id = gone.id and kind <> 'petition'`;

type Row = Omit<HistoryEntry, 'at'> & { at: Date; sealed: string | null };

const entries = `
  select entries.id as id, sender as "from", coalesce(inbox.message_id, '') as "messageId", entries.text, entries.reply, entries.at, entries.sealed
  from entries join conversations on conversations.id = entries.conversation_id left join inbox on inbox.id = entries.inbox_id
  where conversations.channel = $1 and conversations.person = $2 and entries.id > $3`;
// A first look shows the newest ones; a reader who has seen some gets the next, so that none is passed over.
const newestOnes = `${entries} order by entries.id desc limit $4`;
const entriesAfter = `${entries} order by entries.id limit $4`;

const newestEntries = `
  select person, newest.id as newest
  from conversations, lateral (select id from entries where conversation_id = conversations.id order by id desc limit 1) as newest
  where channel = $1 and person = any ($2)`;
