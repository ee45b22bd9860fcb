import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { FolderInUse, OperatorError } from '../../bot/errors.ts';
import { type Database, openDatabase } from '../../knowledge/database.ts';
import type { Config } from '../config.ts';
import { type Answer, answerSchema, openSpool, type Spool } from './spool.ts';
import { type Program, say } from './take.ts';

export type ErrandOptions = {
  config: Config;
  program: string;
  request: unknown;
  /** The program on an open database. */
  on: (pool: Database['pool']) => Program;
  /** How long a server may leave an errand untouched before it is taken back. */
  patienceMs?: number;
};

const lookMs = 100;
/** A large import takes its time. */
const mostMs = 3_600_000;

/** Does a command of staff on the database; where a running server has the embedded one to itself, the server does it. The exit status. */
export async function runErrand(options: ErrandOptions): Promise<number> {
  const { config, request, on } = options;
  try {
    const { pool, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, onIdleError: () => {} });
    try {
      return await on(pool)(request, say, new AbortController().signal);
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const { status, out, err } = await handOver(options, error);
    process.stdout.write(out);
    process.stderr.write(err);
    return status;
  }
}

async function handOver({ config, program, request, patienceMs = 15_000 }: ErrandOptions, inUse: FolderInUse): Promise<Answer> {
  const spool = openSpool(config.dataDir);
  const name = `${String(Date.now()).padStart(15, '0')}-${randomUUID()}`;
  const given = givenUp();
  try {
    spool.put(name, 'errand', { program, request, at: new Date().toISOString() });
    return await waitFor(name, spool, { inUse, patienceMs, givenUp: given.signal });
  } finally {
    given.stop();
  }
}

type Waiting = { inUse: FolderInUse; patienceMs: number; givenUp: AbortSignal };

async function waitFor(name: string, spool: Spool, { inUse, patienceMs, givenUp }: Waiting): Promise<Answer> {
  for (let waited = 0; waited < mostMs; waited += lookMs) {
    await setTimeout(lookMs);
    if (spool.names('answer').includes(name)) {
      const answer = answerSchema.parse(spool.read(name, 'answer'));
      spool.drop(name, 'answer');
      return answer;
    }
    if (givenUp.aborted) {
      const isBegun = !spool.move(name, 'errand', 'withdrawn');
      if (!isBegun) spool.drop(name, 'withdrawn');
      return { status: 130, out: '', err: `${isBegun ? underWay : takenBack}\n` };
    }
    // A server at another errand comes to this one; a process that is no server never does.
    const isStuck = waited >= patienceMs && spool.names('taken').length === 0;
    if (isStuck && spool.move(name, 'errand', 'withdrawn')) {
      spool.drop(name, 'withdrawn');
      throw inUse;
    }
  }
  throw new OperatorError('The running server has not finished in an hour. What it has done stays; see its log.');
}

const takenBack = 'Taken back: the server had not begun, and nothing was done.';
const underWay = 'The server has begun and finishes it: look whether it was done before asking again.';

/** Ctrl+C, or being told to end. What is waited for can still be taken back, so the process does not end at once. */
function givenUp(): { signal: AbortSignal; stop(): void } {
  const giving = new AbortController();
  const give = () => giving.abort();
  const names = ['SIGINT', 'SIGTERM'] as const;
  for (const name of names) process.on(name, give);
  return {
    signal: giving.signal,
    stop: () => {
      for (const name of names) process.off(name, give);
    },
  };
}
