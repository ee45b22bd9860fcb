import type { Logger } from 'pino';
import { OperatorError, reasonOf } from '../../bot/errors.ts';
import { type Answer, errandSchema, openSpool } from './spool.ts';

/** Writes what a command says: `out` is its result, `err` beside it. */
export type Say = { out(text: string): void; err(text: string): void };
/** A command of staff on an open database: what it is asked is checked by itself, what it returns is its exit status. */
export type Program = (request: unknown, say: Say, signal: AbortSignal) => Promise<number>;

export const say: Say = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

export type TakeOptions = { dataDir: string; programs: Record<string, Program>; log: Logger; sweepMs?: number };

/**
 * Does what commands ask of the server that has the embedded database: in the order in which it was asked, each once at most. An errand at which a
 * server has died is answered as not known, not done again.
 */
export function takeErrands({ dataDir, programs, log, sweepMs = 500 }: TakeOptions): { stop(): Promise<void> } {
  const spool = openSpool(dataDir);
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<void> = Promise.resolve();

  for (const name of spool.names('taken')) answer(name, { status: 1, out: '', err: `${interrupted}\n` });
  for (const name of spool.names('answer')) if (isOld(name)) spool.drop(name, 'answer');
  schedule();

  function schedule(): void {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      sweeping = sweep()
        .catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'errands left for later'))
        .then(schedule);
    }, sweepMs);
  }

  async function sweep(): Promise<void> {
    for (const name of spool.names('errand')) {
      if (stopping.signal.aborted) return;
      if (spool.move(name, 'errand', 'taken')) answer(name, await done(name));
    }
  }

  async function done(name: string): Promise<Answer> {
    const said = { out: '', err: '' };
    const keep: Say = {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    };
    try {
      const { program, request } = errandSchema.parse(spool.read(name, 'taken'));
      const run = Object.hasOwn(programs, program) ? programs[program] : undefined;
      if (run === undefined)
        throw new OperatorError('The running server is of another version and does not know this command. Restart it.');
      const status = await run(request, keep, stopping.signal);
      log.info({ program, status }, 'errand done');
      return { status, ...said };
    } catch (error) {
      if (!(error instanceof OperatorError)) log.error({ reason: reasonOf(error) }, 'errand failed');
      const message = error instanceof OperatorError ? error.message : `It failed in the running server: ${reasonOf(error)}.`;
      return { status: 1, out: said.out, err: `${said.err}${message}\n` };
    }
  }

  function answer(name: string, given: Answer): void {
    spool.put(name, 'answer', given);
    spool.drop(name, 'taken');
  }

  return {
    stop: async () => {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      await sweeping;
    },
  };
}

const interrupted = 'The server ended while it was doing this: look whether it was done before asking again.';
const dayMs = 86_400_000;

/** Nobody has waited for the answer; the name of an errand begins with when it was asked. */
function isOld(name: string): boolean {
  return Date.now() - Number(name.slice(0, 15)) > dayMs;
}
