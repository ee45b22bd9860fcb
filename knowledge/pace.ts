import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { Later } from '../bot/errors.ts';
import type { Pace, Rate, Rates } from '../bot/ports.ts';

export type PaceOptions = { pool: pg.Pool; now?: () => Date };

/** A place further ahead is not waited for: the call is put off instead. */
const longestMs = 5_000;
/** Between two questions to the database: who comes meanwhile is asked for together. */
const gatherMs = 5;
/** What calls may be delayed on their way unlike one another, as a part of the span, and still keep the rate where it is counted. */
const jitter = 0.1;

type Caller = { person: string; rates: Rates; take(answer: Answer): void; fail(error: unknown): void };
type Answer = { granted: boolean; wait: number };

/**
 * The generic cell rate algorithm, kept in the database: one row a channel and one a person says when the next call may be made. The calls of one
 * process are asked for together, so that a fast channel costs two hundred small statements a second at most.
 */
export function createPace({ pool, now = () => new Date() }: PaceOptions): Pace {
  const asking = new Map<string, (caller: Omit<Caller, 'take' | 'fail'>) => Promise<Answer>>();

  function askFor(channel: string) {
    const known = asking.get(channel) ?? createAsking(pool, channel);
    asking.set(channel, known);
    return known;
  }

  return {
    hold: async (channel, ms) => {
      await pool.query({ name: 'hold', text: holdChannel, values: [channel, ms] });
    },
    turn: async (channel, person, rates, signal) => {
      for (;;) {
        signal.throwIfAborted();
        const answer = await askFor(channel)({ person: person ?? '', rates });
        if (!answer.granted && answer.wait > longestMs) throw new Later(channel, new Date(now().getTime() + answer.wait));
        const due = performance.now() + answer.wait;
        if (answer.wait > 0) await wait(Math.ceil(answer.wait), undefined, { signal });
        // A place that was overslept is left to nobody: the next call may come right behind it.
        if (answer.granted && performance.now() - due <= lateness(rates)) return;
      }
    },
  };
}

/** By how many milliseconds a place may be missed, and still be within the delays that the gap allows for. */
function lateness({ together, person }: Rates): number {
  return Math.max(5, (Math.min(together.perMs, person?.perMs ?? Number.POSITIVE_INFINITY) * jitter) / 2);
}

/** One question to the database at a time, for all who wait; one place for each person in it. */
function createAsking(pool: pg.Pool, channel: string): (caller: Omit<Caller, 'take' | 'fail'>) => Promise<Answer> {
  const queue: Caller[] = [];
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (queue.length > 0) {
      const begun = performance.now();
      const callers = takeRound(queue);
      try {
        const answers = await ask(pool, channel, callers);
        callers.forEach((caller, place) => {
          caller.take(answers[place] ?? { granted: false, wait: gatherMs });
        });
      } catch (error) {
        for (const caller of callers) caller.fail(error);
      }
      const rest = gatherMs - (performance.now() - begun);
      if (rest > 0) await wait(rest);
    }
    running = false;
  }

  return (caller) =>
    new Promise((take, fail) => {
      queue.push({ ...caller, take, fail });
      void run();
    });
}

/** Those in front with the same rates as the first, each person once; the others keep their places. */
function takeRound(queue: Caller[]): Caller[] {
  const first = queue[0];
  const people = new Set<string>();
  const round: Caller[] = [];
  const left: Caller[] = [];
  for (const caller of queue) {
    const fits = caller.rates === first?.rates || JSON.stringify(caller.rates) === JSON.stringify(first?.rates);
    if (!fits || round.length >= 100 || people.has(caller.person)) left.push(caller);
    else {
      round.push(caller);
      if (caller.person !== '') people.add(caller.person);
    }
  }
  queue.splice(0, queue.length, ...left);
  return round;
}

const holdChannel = `
  insert into pace (channel, person, free_at) values ($1, '', now() + $2 * interval '1 millisecond')
  on conflict (channel, person) do update set free_at = greatest(pace.free_at, excluded.free_at)`;

const takeTurns = 'select granted, wait from take_turns($1, $2::text[], $3, $4, $5, $6, $7) order by place';

async function ask(pool: pg.Pool, channel: string, callers: Caller[]): Promise<Answer[]> {
  const { together, person } = callers[0]?.rates ?? { together: { most: 1, perMs: 1_000 } };
  const line = cells(together);
  const own = person === undefined ? { gap: 0, slack: 0 } : cells(person);
  const people = callers.map((caller) => (person === undefined ? '' : caller.person));
  const values = [channel, people, line.gap, line.slack, own.gap, own.slack, longestMs];
  const { rows } = await pool.query<Answer>({ name: 'pace', text: takeTurns, values });
  return rows;
}

/**
 * Milliseconds between calls, and how far before its place a call may come: chosen so that no span holds more than `most`, even when calls are
 * delayed unlike one another. In a span there are at most (span + slack + delay) / gap calls and one.
 */
export function cells({ most, perMs, burst = Math.max(1, Math.round(most / 20)) }: Rate): { gap: number; slack: number } {
  const gap = (perMs * (1 + jitter)) / (most - burst + 1);
  return { gap, slack: (burst - 1) * gap };
}

/** Forgets who may be written to at once again. How many they were. */
export async function forgetPaces(pool: pg.Pool): Promise<number> {
  const { rowCount } = await pool.query(`delete from pace where person <> '' and free_at < now() - interval '1 hour'`);
  return rowCount ?? 0;
}
