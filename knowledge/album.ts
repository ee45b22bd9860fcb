import type pg from 'pg';
import type { Taken } from '../bot/ports.ts';
import { messageSchema } from './stored-message.ts';

/**
 * Takes what came behind a message with the same album into it, for good: whoever takes the message next has all of it. As it was where nothing did,
 * or where the lease was lost.
 */
export async function gatherAlbum(pool: pg.Pool, taken: Taken, conversation: string, owner: string): Promise<Taken> {
  const { rows } = await pool.query<{ body: unknown }>(gather, [conversation, owner, taken.entry, taken.message.album ?? null]);
  const [whole] = rows;
  return whole === undefined ? taken : { ...taken, message: messageSchema.parse(whole.body) };
}

// One statement, so one commit. The rows of the parts stay: what is brought again is known.
const gather = `
  with held as (
    select id from conversations where id = $1 and lease_owner = $2 for update
  ), parts as (
    select inbox.id, body from inbox, held
    where conversation_id = held.id and recorded_at is null and inbox.id > $3 and body ->> 'album' = $4 for update of inbox
  ), taken_in as (
    update inbox set recorded_at = now(), body = null from parts where inbox.id = parts.id
  ), whole as (
    select string_agg(nullif(said, ''), E'\n' order by id) as said, jsonb_agg(file order by id, place) filter (where file is not null) as files
    from (
      select id, body ->> 'text' as said, null::jsonb as file, 0 as place from parts
      union all
      select id, null, file, place from parts, jsonb_array_elements(coalesce(body -> 'files', '[]')) with ordinality as one (file, place)
    ) as all_of_them
  )
  update inbox set body = body || jsonb_build_object(
    'text', concat_ws(E'\n', nullif(body ->> 'text', ''), whole.said),
    'files', coalesce(body -> 'files', '[]') || coalesce(whole.files, '[]'))
  from whole where inbox.id = $3 and recorded_at is null and exists (select from parts) returning body`;
