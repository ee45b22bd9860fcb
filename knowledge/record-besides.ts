import type { TurnResult } from '../bot/types.ts';

/** What a turn may come to beside its replies. Most come to none of it, and the statement that records them says nothing of it. */
export type More = { notes: boolean; petition: boolean; uploads: boolean; rating: boolean; filing: boolean; hides: boolean };

/** Which of them this turn comes to. `files`: its message has some; `hides`: of its words only a sealed or masked form is kept. */
export function moreOf(result: TurnResult, { files, hides }: { files: boolean; hides: boolean }): More {
  return {
    notes: result.notes.length > 0,
    // Papers go to the petition that is made with them.
    petition: result.petition !== undefined || (result.papers ?? []).length > 0,
    uploads: files,
    rating: result.rating !== undefined,
    filing: result.filing !== undefined,
    hides,
  };
}

/** The parts of the statement that see to it, in their order, each read only where it is wanted. They stand between others, hence the commas. */
export const besides: ReadonlyMap<keyof More, string> = new Map([
  [
    'notes',
    `noted as (
    insert into desk_notes (conversation_id, kind, text)
    select $1, note ->> 'kind', note ->> 'text' from fresh, jsonb_array_elements($10::jsonb) as note
  ), `,
  ],
  [
    'petition',
    `petitioned as (
    insert into petitions (conversation_id, code, language, text, place, happened, contact, files, sealed)
    select $1, code, language, text, place, happened, contact, files, coalesce(sealed, '{}')
    from fresh, jsonb_to_record($13::jsonb) as given
      (code text, language text, text text, place text, happened text, contact text, files boolean, sealed jsonb)
    where code is not null returning id, code
  ), handed_on as (
    update papers set owner = move."to", conversation_id = $1, petition_id = (select petitioned.id from petitioned where petitioned.code = move."to")
    from fresh, jsonb_to_recordset($15::jsonb) as move ("from" text, "to" text)
    where (papers.conversation_id = $1 or papers.owner like 'case %') and papers.owner = move."from" and move."to" is not null
  ), dropped as (
    delete from papers using fresh, jsonb_to_recordset($15::jsonb) as move ("from" text, "to" text)
    where (papers.conversation_id = $1 or papers.owner like 'case %') and papers.owner = move."from" and move."to" is null
  ), `,
  ],
  [
    'uploads',
    `examined as (
    delete from uploads using fresh where uploads.channel = $5 and uploads.ref = any ($16::text[])
  ), `,
  ],
  [
    'rating',
    `rated as (
    update rating_questions set answered_at = now() from fresh
    where token = $14::jsonb ->> 'token' and conversation_id = $1 and answered_at is null returning agency
  ), kept as (
    insert into ratings (agency, score, word, channel, month)
    select agency, ($14::jsonb ->> 'score')::integer, $14::jsonb ->> 'word', $5, to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') from rated
  ), `,
  ],
  [
    'filing',
    `filed as (
    insert into cases (id, code, conversation_id, form, state, body, revision)
    select ($17::jsonb ->> 'id')::uuid, $17::jsonb ->> 'code', $1, $17::jsonb ->> 'form', $17::jsonb ->> 'state', $17::jsonb ->> 'body', 1
    from fresh where $17::jsonb ->> 'kind' = 'save'
    on conflict (id) do update
      set conversation_id = $1, state = excluded.state, body = excluded.body, revision = cases.revision + 1, changed_at = now()
  ), sent_on as (
    insert into submissions (case_id, target) select ($17::jsonb ->> 'id')::uuid, $17::jsonb ->> 'submit' from fresh
    where $17::jsonb ->> 'submit' is not null
    on conflict (case_id) do update
      set target = excluded.target, state = 'queued', round = submissions.round + 1, attempts = 0, since = now(), due_at = now(), ended_at = null
      where submissions.state in ('refused', 'given-up')
  ), unfiled as (
    delete from cases using fresh where cases.id = ($17::jsonb ->> 'id')::uuid and $17::jsonb ->> 'kind' = 'delete'
  ), without_papers as (
    delete from papers using fresh where owner = 'case ' || ($17::jsonb ->> 'id') and $17::jsonb ->> 'kind' = 'delete'
  ), moved as (
    delete from move_codes using fresh where case_id = ($17::jsonb ->> 'id')::uuid and ($17::jsonb ->> 'take')::boolean
  ), moved_papers as (
    update papers set conversation_id = $1 from fresh where owner = 'case ' || ($17::jsonb ->> 'id') and ($17::jsonb ->> 'take')::boolean
  ), moved_appointments as (
    -- Messages are numbered by their channel: the one that asked for it is not one of this conversation.
    update appointments set conversation_id = $1, message = 'moved ' || appointments.id from fresh
    where case_id = ($17::jsonb ->> 'id')::uuid and conversation_id <> $1 and ($17::jsonb ->> 'take')::boolean
  ), `,
  ],
  [
    'hides',
    `hidden as (
    update entries set
      sealed = case when $20::text is null then coalesce(sealed, $19) else $19 end,
      text = case when $19::text is null then $20 else '' end
    from fresh where inbox_id = fresh.id and sender = 'citizen' and coalesce($19, $20) is not null
  ), `,
  ],
]);
