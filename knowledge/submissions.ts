import type pg from 'pg';
import type { Case } from '../bot/forms/case.ts';
import type { SubmissionEnd, SubmissionQueue, SubmissionState, TakenSubmission } from '../bot/ports.ts';
import type { Reply } from '../bot/types.ts';
import { openedCase, sealedCase } from './case-body.ts';
import type { PaperSeal } from './paper-seal.ts';
import { papersOfCase } from './papers.ts';
import type { Seal } from './seal.ts';
import { shownReply } from './sealed-entry.ts';
import { mostFollowed } from './subscriptions.ts';

export type SubmissionsOptions = { pool: pg.Pool; seal: Seal; paperSeal: PaperSeal; leaseMs?: number };

/** Longer than any try takes: who has lost it has given up before. */
const standardLeaseMs = 120_000;

/** Filings on their way to agencies, shared by the replicas. What is said of them is sealed as the filing is. */
export function createSubmissions({ pool, seal, paperSeal, leaseMs = standardLeaseMs }: SubmissionsOptions): SubmissionQueue {
  return {
    leaseMs,
    take: async (owner) => {
      const { rows } = await pool.query<TakenRow>(takeDue, [owner, leaseMs / 1000]);
      const [row] = rows;
      if (row === undefined) return null;
      const { id, body, revision, channel, person, since, ...rest } = row;
      const draft = openedCase(body, revision, seal);
      if (draft === null) {
        // Sealed with a key that is gone: nobody can send it, and its citizen sees that it is gone.
        await pool.query("update submissions set state = 'given-up', lease_owner = null, ended_at = now() where case_id = $1", [id]);
        return null;
      }
      const papers = await papersOfCase(pool, paperSeal, id);
      return { ...rest, case: draft, visitor: { channel, person }, since: since.toISOString(), papers };
    },
    sending: async (caseId, owner) => {
      const sql = 'update submissions set sent = true where case_id = $1 and lease_owner = $2 and due_at > now()';
      const { rowCount } = await pool.query(sql, [caseId, owner]);
      return rowCount === 1;
    },
    putBack: async (caseId, owner, { sent, afterMs, news }) => {
      await pool.query(putBack, [caseId, owner, sent, afterMs / 1000, ...said(news, seal)]);
    },
    end: (caseId, owner, state, make) => end({ pool, seal }, caseId, owner, state, make),
  };
}

type TakenRow = Omit<TakenSubmission, 'case' | 'visitor' | 'papers' | 'since'> & {
  id: string;
  body: string;
  revision: number;
  channel: string;
  person: string;
  since: Date;
};

/** A turn may change the case meanwhile: then it is looked at again. */
async function end(
  { pool, seal }: Pick<SubmissionsOptions, 'pool' | 'seal'>,
  caseId: string,
  owner: string,
  state: SubmissionState,
  make: (draft: Case, mayFollow: boolean) => SubmissionEnd,
): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await pool.query<{ body: string; revision: number; followed: number }>(findHeld, [caseId, owner]);
    const draft = rows[0] === undefined ? null : openedCase(rows[0].body, rows[0].revision, seal);
    if (rows[0] === undefined || draft === null) return false;
    const { case: next, news, note, follow } = make(draft, rows[0].followed < mostFollowed);
    const values = [caseId, owner, state, draft.revision, next.state, sealedCase(next, seal), ...said(news, seal), note];
    const { rowCount } = await pool.query(endSubmission, [...values, JSON.stringify(follow ?? {}), next.language]);
    if (rowCount === 1) return true;
  }
  return false;
}

/** A reply as the database shows it, and as its citizen reads it. */
function said(news: Reply | null, seal: Seal): [string | null, string | null] {
  return news === null ? [null, null] : [JSON.stringify(shownReply(news)), seal.seal(JSON.stringify(news))];
}

const takeDue = `
  with taken as (
    update submissions set lease_owner = $1, due_at = now() + make_interval(secs => $2), attempts = attempts + 1
    where case_id = (select case_id from submissions where state = 'queued' and due_at <= now() order by due_at limit 1 for update skip locked)
    returning *
  )
  select cases.id, body, revision, target, round, attempts, sent, since, channel, person
  from taken join cases on cases.id = taken.case_id join conversations on conversations.id = conversation_id`;

const tell = (place: string, kind: string, shown: string, sealed: string) => `
  said as (
    insert into entries (conversation_id, sender, text, reply, sealed, once)
    select conversation_id, 'assistant', '', ${shown}::jsonb, ${sealed}, 'submission ' || ${place}.id || ' ' || round || ' ' || ${kind} from ${place}
    where ${sealed}::text is not null
    on conflict (conversation_id, once) where once is not null do nothing
    returning id, conversation_id
  ), queued as (
    insert into outbox (entry_id, conversation_id, channel, due_at)
    select said.id, said.conversation_id, channel, now() from said join conversations on conversations.id = said.conversation_id
  )`;

const putBack = `
  with back as (
    update submissions set lease_owner = null, sent = $3, due_at = now() + make_interval(secs => $4)
    from cases where cases.id = case_id and case_id = $1 and lease_owner = $2 returning cases.id, conversation_id, round
  ), ${tell('back', "'away'", '$5', '$6')}
  select from back`;

const findHeld = `
  select body, revision, (select count(distinct code)::integer from subscriptions where asked_in = conversation_id and ended_at is null) as followed
  from submissions join cases on cases.id = case_id where case_id = $1 and lease_owner = $2`;

const endSubmission = `
  with held as (
    select case_id, round from submissions where case_id = $1 and lease_owner = $2 for update
  ), changed as (
    update cases set state = $5, body = $6, revision = revision + 1, changed_at = now() from held
    where cases.id = held.case_id and revision = $4 returning cases.id, conversation_id, round
  ), ended as (
    update submissions set state = $3, lease_owner = null, sent = sent and $3 <> 'refused', ended_at = now() from changed where case_id = changed.id
  ), watched as (
    insert into watched_dossiers (code, source, status, status_text)
    select code, source, status, "statusText" from changed, jsonb_to_record($10::jsonb) as given (code text, source text, status integer, "statusText" text)
    where code is not null on conflict (code) do update set overdue_for = null
  ), followed as (
    insert into subscriptions (code, conversation_id, asked_in, language)
    select $10::jsonb ->> 'code', conversation_id, conversation_id, $11 from changed where $10::jsonb ->> 'code' is not null
    on conflict (code, conversation_id) do update set ended_at = null, language = excluded.language
  ), noted as (
    insert into desk_notes (conversation_id, kind, text) select conversation_id, 'hand-over', $9 from changed where $9::text is not null
  ), ${tell('changed', '$3', '$7', '$8')}
  select from changed`;
