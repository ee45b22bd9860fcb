import type pg from 'pg';
import type { History, HistoryEntry } from '../bot/ports.ts';

/** What was said, as a page shows it again. */
export function createHistory(pool: pg.Pool): History {
  return {
    read: async (channel, person, after, limit) => {
      const { rows } = await pool.query<Row>(readEntries, [channel, person, after, limit]);
      return rows.reverse().map((row) => ({ ...row, at: row.at.toISOString() }));
    },
    newest: async (channel, persons) => {
      const { rows } = await pool.query<{ person: string; newest: number }>(newestEntries, [channel, persons]);
      return new Map(rows.map((row) => [row.person, row.newest]));
    },
    forget: async (channel, person) => {
      await pool.query('delete from conversations where channel = $1 and person = $2', [channel, person]);
    },
  };
}

type Row = Omit<HistoryEntry, 'at'> & { at: Date };

// The newest ones, for a long conversation: read backwards, turned round by the caller.
const readEntries = `
  select entries.id as id, sender as "from", inbox.message_id as "messageId", entries.text, entries.reply, entries.at
  from entries join conversations on conversations.id = entries.conversation_id join inbox on inbox.id = entries.inbox_id
  where conversations.channel = $1 and conversations.person = $2 and entries.id > $3
  order by entries.id desc limit $4`;

const newestEntries = `
  select person, newest.id as newest
  from conversations, lateral (select id from entries where conversation_id = conversations.id order by id desc limit 1) as newest
  where channel = $1 and person = any ($2)`;
