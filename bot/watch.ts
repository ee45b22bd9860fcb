import type { Logger } from 'pino';
import type { Calendar } from './calendar/calendar.ts';
import { vietnamDate } from './calendar/dates.ts';
import type { Dossier } from './dossier-types.ts';
import { reasonOf, Unavailable } from './errors.ts';
import { goneNow } from './notices/gone.ts';
import { newsOf, nowSeen } from './notices/news.ts';
import type { DossierSource, Watched, WatchLimit, WatchList } from './ports.ts';

export type WatchOptions = {
  list: WatchList;
  source: DossierSource;
  /** The last one is for dossiers whose source is none of the others. */
  limits: WatchLimit[];
  calendar: Calendar;
  now: () => Date;
  log: Logger;
  replica: string;
};

/** What a sweep came to: dossiers looked at, those with news, those whose source was away. */
export type Swept = { looked: number; told: number; away: number };

export type Watch = {
  /** Everything that is due now, once. */
  sweep(): Promise<Swept>;
  start(): void;
  /** What is being looked at is finished; nothing new is taken. */
  stop(): Promise<void>;
};

const lookMs = 9_000;
const tickMs = 1_000;
const tidyMs = 600_000;
/** A source that is away is asked again for this dossier after so long. */
const awayMs = 60_000;

/** Looks at followed dossiers and tells those who follow them what is new. Any number of replicas may run it on one list. */
export function createWatch({ list, source, limits, calendar, now, log, replica }: WatchOptions): Watch {
  const stopping = new AbortController();
  const loops: Promise<void>[] = [];
  let takes = 0;

  async function sweepSource(limit: WatchLimit): Promise<Swept> {
    const all: Swept = { looked: 0, told: 0, away: 0 };
    // Three rounds at most while the lease of 30 s lasts, however slow each look is.
    const most = 3 * limit.together;
    while (!stopping.signal.aborted) {
      takes += 1;
      const owner = `${replica}/${takes}`;
      const taken = await list.take(limit, owner, most);
      if (taken.length === 0) break;
      const swept = await lookAt(taken, limit, owner);
      all.looked += taken.length;
      all.told += swept.told;
      all.away += swept.away;
    }
    return all;
  }

  async function lookAt(taken: Watched[], limit: WatchLimit, owner: string): Promise<Omit<Swept, 'looked'>> {
    const same: string[] = [];
    const away: string[] = [];
    let told = 0;
    const rest = taken.values();
    const workers = Array.from({ length: limit.together }, async () => {
      for (const watched of rest) {
        const outcome = await lookAtOne(watched, limit, owner);
        if (outcome === 'told') told += 1;
        else if (outcome === 'same') same.push(watched.code);
        else if (outcome === 'away') away.push(watched.code);
      }
    });
    await Promise.all(workers);
    if (same.length > 0) await list.putBack(same, owner, limit.everyMs);
    if (away.length > 0) await list.putBack(away, owner, Math.min(awayMs, limit.everyMs));
    return { told, away: away.length };
  }

  async function lookAtOne(watched: Watched, limit: WatchLimit, owner: string): Promise<'told' | 'same' | 'away' | 'recorded'> {
    const dossier = await find(watched.code);
    if (dossier === 'away') return 'away';
    if (dossier === null) return missed(watched, limit, owner);
    const today = vietnamDate(now());
    const news = newsOf(watched, dossier, { now: now(), today, calendar });
    const seen = nowSeen(watched, dossier, { today, calendar });
    const isSame = news.length === 0 && watched.seen !== null && watched.goneSince === undefined && seen.overdueFor === watched.overdueFor;
    if (isSame) return 'same';
    const recorded = await list.record(watched, owner, seen, news, limit.everyMs);
    if (!recorded || news.length === 0) return 'recorded';
    log.info({ source: seen.source, status: seen.status, news: news.length }, 'dossier moved');
    return 'told';
  }

  /** A dossier that is gone is no news at first: its source may have it again tomorrow. */
  async function missed(watched: Watched, limit: WatchLimit, owner: string): Promise<'told' | 'same' | 'recorded'> {
    const { seen, news } = goneNow(watched, limit.name, now());
    if (watched.goneSince !== undefined && news.length === 0) return 'same';
    const recorded = await list.record(watched, owner, seen, news, limit.everyMs);
    if (!recorded || news.length === 0) return 'recorded';
    log.info({ source: limit.name }, 'dossier gone');
    return 'told';
  }

  async function find(code: string): Promise<Dossier | null | 'away'> {
    const signal = AbortSignal.timeout(lookMs);
    try {
      return await source.find(code, signal);
    } catch (error) {
      if (!(error instanceof Unavailable) && !signal.aborted) log.error({ reason: reasonOf(error) }, 'dossier not looked at');
      return 'away';
    }
  }

  async function heed(): Promise<void> {
    while ((await list.heed()) > 0 && !stopping.signal.aborted);
  }

  /** Again and again until it is stopped; what fails is tried again at the next turn. */
  async function repeat(what: string, everyMs: number, work: () => Promise<unknown>): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.error({ reason: reasonOf(error) }, `watch: ${what} failed`);
      }
      await pause(everyMs * (0.8 + 0.4 * Math.random()), stopping.signal);
    }
  }

  return {
    sweep: async () => {
      await list.prepare(limits);
      await heed();
      const swept = await Promise.all(limits.map(sweepSource));
      return swept.reduce((a, b) => ({ looked: a.looked + b.looked, told: a.told + b.told, away: a.away + b.away }));
    },
    start: () => {
      loops.push(
        repeat('prepare', tidyMs, () => list.prepare(limits)),
        repeat('heed', tickMs / 2, heed),
        repeat('tidy', tidyMs, list.tidy),
        ...limits.map((limit) => repeat(limit.name, tickMs / 2, () => sweepSource(limit))),
      );
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
