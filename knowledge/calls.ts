import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { Next } from '../bot/call/line.ts';
import { dialledNumber } from '../bot/call/number.ts';
import type { Calls, Measures, Meter } from '../bot/ports.ts';
import type { Seal } from './seal.ts';
import { transaction } from './transaction.ts';

export type CallsOptions = {
  pool: pg.Pool;
  /** Sealed for 'calls'. */
  seal: Seal;
  /** This process among the replicas: it renews what it holds (`keepCalls`). */
  replica: string;
  meter: Meter & Measures;
};

/** The calls in the database: a row each, the newest of an id counts. */
export function createCalls({ pool, seal, replica, meter }: CallsOptions): Calls {
  return {
    begin: async ({ call, system, from, to, turn }) => {
      const number = dialledNumber(from);
      const { person, cameBack, language } = await transaction(pool, async (client) => {
        // Two replicas that are told of the same call at once make one row of it.
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 20))', [call]);
        const again = await client.query<{ person: string; unanswered: boolean }>(comeBack, [call, turn, replica]);
        if (again.rows[0] !== undefined) {
          const talked = await client.query<{ language: unknown }>(talkedIn, [again.rows[0].person]);
          const language = languageSchema.parse(talked.rows[0]?.language);
          return { person: again.rows[0].person, cameBack: again.rows[0].unanswered, language };
        }
        const token = randomBytes(18).toString('base64url');
        const sealed = number === null ? null : seal.seal(number);
        await client.query(add, [call, system, token, to, sealed, turn, replica]);
        return { person: token, cameBack: false, language: null };
      });
      if (cameBack) meter.count('call-transfer', { result: 'unanswered' });
      const known =
        number === null ? ({ network: null, caller: 'withheld' } as const) : ({ network: seal.token(number), caller: 'known' } as const);
      return { person, ...known, ...(language !== null && { language }) };
    },
    keepNext: async (call, next, whisper = null) => {
      const isTransfer = next.kind === 'transfer';
      await pool.query(keep, [call, JSON.stringify(next), whisper, isTransfer]);
    },
    next: async (call) => {
      const { rows } = await pool.query<{ id: number; next: unknown }>(`select id, next from calls where ${isNewest}`, [call]);
      if (rows[0]?.next == null) return null;
      const next = nextSchema.parse(rows[0].next);
      return next.kind === 'transfer' ? { ...next, case: String(rows[0].id) } : next;
    },
    whisper: async (call) => {
      const { rows } = await pool.query<{ whisper: string | null }>(`select whisper from calls where ${isNewest}`, [call]);
      return rows[0]?.whisper ?? null;
    },
    transferred: async (call, answered) => {
      const result = answered ? 'answered' : 'unanswered';
      const { rowCount } = await pool.query(`update calls set transferred = $2 where ${isNewest} and transferred = 'asked'`, [
        call,
        result,
      ]);
      if (rowCount === 1) meter.count('call-transfer', { result });
    },
    ended: async (call, turn, summary) => {
      const { rows } = await pool.query<{ transferred: string; contained: boolean }>(end, [call, JSON.stringify(summary), turn]);
      if (rows[0] === undefined) return;
      const { reason, turns, bargeIns, noInputs, noMatches, firstAudioMs, seconds } = summary;
      const { transferred, contained } = rows[0];
      meter.count('call', { reason, transferred, contained: contained ? 'yes' : 'no' });
      const counts = { turn: turns, 'barge-in': bargeIns, 'no-input': noInputs, 'no-match': noMatches };
      for (const [what, count] of Object.entries(counts)) if (count > 0) meter.count('call-event', { what }, count);
      meter.measure('call-length', seconds);
      if (firstAudioMs !== null) meter.measure('call-first-audio', firstAudioMs / 1_000);
    },
    number: async (person) => {
      const { rows } = await pool.query<{ number: string | null }>('select number from calls where person = $1', [person]);
      return rows[0]?.number == null ? null : seal.open(rows[0].number);
    },
  };
}

const nextSchema: z.ZodType<Next> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hangup') }),
  z.object({ kind: z.literal('transfer'), to: z.string() }),
]);

const languageSchema = z.enum(['vi', 'en']).nullable().catch(null);
const talkedIn = "select memory ->> 'language' as language from conversations where channel = 'phone' and person = $1";

/** The row that a call's id stands for. */
const isNewest = 'id = (select max(id) from calls where call = $1)';

// A first turn after an end is another call that was given the same id: nobody hears what was said before. So is whatever is a day old.
const comeBack = `
  with known as (
    select id, transferred = 'asked' and $2 > turn as unanswered from calls
    where ${isNewest} and (ended_at is null or $2 > 1) and begun_at > now() - interval '1 day'
  )
  update calls set turn = $2, replica = $3, seen_at = now(), stretch_at = now(), next = null, whisper = null, ended_at = null, reason = null,
    transferred = case when known.unanswered then 'unanswered' else transferred end
  from known where calls.id = known.id returning person, known.unanswered`;

const add = 'insert into calls (call, system, person, dialled, number, turn, replica) values ($1, $2, $3, $4, $5, $6, $7)';

// The policy of the call and its leg may each keep it: the one that has no whisper takes away none.
const keep = `
  update calls set next = $2, whisper = case when $4 then coalesce($3, whisper) end,
    transferred = case when $4 then 'asked' else transferred end
  where ${isNewest}`;

// A replica that was taken for dead and is not has the last word.
const end = `
  with told as (select * from jsonb_to_record($2) as told (
    reason text, turns int, "bargeIns" int, "noInputs" int, "noMatches" int, keys int, fillers int, transferred text, contained boolean,
    "firstAudioMs" double precision, seconds double precision))
  update calls set ended_at = case when $3 >= turn then now() else ended_at end,
    reason = case when $3 >= turn then told.reason else calls.reason end, turns = calls.turns + told.turns, barge_ins = barge_ins + told."bargeIns",
    no_inputs = no_inputs + told."noInputs", no_matches = no_matches + told."noMatches", keys = calls.keys + told.keys,
    fillers = calls.fillers + told.fillers, first_audio_ms = coalesce(first_audio_ms, round(told."firstAudioMs")),
    seconds = calls.seconds + round(told.seconds),
    transferred = case when told.transferred = 'no' or calls.transferred <> 'no' and told.transferred = 'asked' then calls.transferred
      else told.transferred end,
    contained = told.contained and calls.transferred = 'no' and told.transferred = 'no'
  from told
  where ${isNewest} and (ended_at is null or calls.reason = 'replica-died')
  returning calls.transferred, calls.contained`;
