import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { CallBacks, Calls, Measures, Meter, Recordings } from '../bot/ports.ts';
import { createCallBacks } from '../knowledge/call-backs.ts';
import { endDeadCalls, forgetOldCalls, renewCalls } from '../knowledge/call-keeping.ts';
import { createCalls } from '../knowledge/calls.ts';
import type { Database } from '../knowledge/database.ts';
import { recordingSeal } from '../knowledge/recording-seal.ts';
import { createRecordings, forgetOldRecordings } from '../knowledge/recordings.ts';
import { sealFor } from '../knowledge/seals.ts';
import { keepCalls } from './keep-calls.ts';

export type OpenCallsOptions = { pool: Database['pool']; key: Buffer | null; meter: Meter & Measures };

export type KeptCalls = {
  calls: Calls;
  callBacks: CallBacks;
  recordings: Recordings;
  /** Keeps the calls of these people, who are asked for each time, for its own until it is stopped; for as long as it takes calls. */
  keep(people: () => string[], log: Logger): { stop(): Promise<void> };
  /** Numbers after 30 days, calls after a year, recordings after so many days. How much that was. */
  forgetOld(at: Date, recordingDays: number): Promise<number>;
};

/** What is kept of calls, in the database that all replicas share. */
export async function openCalls({ pool, key, meter }: OpenCallsOptions): Promise<KeptCalls> {
  const seal = await sealFor(pool, key, 'calls');
  const replica = randomUUID();
  return {
    calls: createCalls({ pool, seal, replica, meter }),
    callBacks: createCallBacks({ pool, seal, meter }),
    recordings: createRecordings({ pool, seal: await recordingSeal(pool, key) }),
    keep: (people, log) => keepCalls({ renew: () => renewCalls(pool, replica, people()), endDead: () => endDeadCalls(pool, meter), log }),
    forgetOld: async (at, recordingDays) =>
      (await forgetOldCalls(pool, at)) + (await forgetOldRecordings(pool, new Date(at.getTime() - recordingDays * 86_400_000))),
  };
}
