import type pg from 'pg';
import { z } from 'zod';
import type { Seal } from './seal.ts';

/** A browser as its push service knows it. Whoever has this can send to it. */
export type PushTarget = { endpoint: string; keys: { p256dh: string; auth: string } };

export type PushTargets = {
  /** False: there is no conversation to be told about. */
  keep(channel: string, person: string, target: PushTarget): Promise<boolean>;
  of(channel: string, person: string): Promise<PushTarget[]>;
  /** One that its push service no longer knows. */
  drop(target: PushTarget): Promise<void>;
  /** All of the person. */
  end(channel: string, person: string): Promise<void>;
};

const mostTargets = 5;
const targetSchema = z.object({ endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) });

/** Where people are told outside the page: five browsers each, a further one takes the place of the oldest. Gone with the conversation. */
export function createPushTargets({ pool, seal }: { pool: pg.Pool; seal: Seal }): PushTargets {
  return {
    keep: async (channel, person, target) => {
      const values = [channel, person, seal.token(target.endpoint), seal.seal(JSON.stringify(target)), mostTargets];
      const { rowCount } = await pool.query(keepOne, values);
      return rowCount === 1;
    },
    of: async (channel, person) => {
      const { rows } = await pool.query<{ sealed: string }>(newestOf, [channel, person, mostTargets]);
      return rows.flatMap(({ sealed }) => {
        // What was sealed with a key that is no longer in use reaches nobody; the page brings it again on its next visit.
        const text = seal.open(sealed);
        return text === null ? [] : [targetSchema.parse(JSON.parse(text))];
      });
    },
    drop: async ({ endpoint }) => {
      await pool.query('delete from push_targets where token = $1', [seal.token(endpoint)]);
    },
    end: async (channel, person) => {
      await pool.query(endAll, [channel, person]);
    },
  };
}

// A browser belongs to who was there last. Two that come at the same moment may be one too many: `newestOf` passes it over.
const keepOne = `
  with place as (
    select id from conversations where channel = $1 and person = $2
  ), older as (
    delete from push_targets where token in (
      select token from push_targets join place on place.id = conversation_id where token <> $3
      order by created_at desc, token offset $5 - 1)
  )
  insert into push_targets (token, conversation_id, sealed) select $3, id, $4 from place
  on conflict (token) do update set conversation_id = excluded.conversation_id, sealed = excluded.sealed, created_at = now()`;

const newestOf = `
  select sealed from push_targets join conversations on conversations.id = conversation_id
  where channel = $1 and person = $2 order by push_targets.created_at desc, token limit $3`;

const endAll = `
  delete from push_targets using conversations
  where conversations.id = conversation_id and channel = $1 and person = $2`;
