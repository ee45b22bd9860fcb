import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { reasonOf, Unavailable } from '../../bot/errors.ts';
import type { Alerts, Meter } from '../../bot/ports.ts';
import type { OAuth, Tokens } from './oauth.ts';

export type Pair = Tokens & { account: string };

/** The pair as it is kept, see `knowledge/zalo-tokens.ts`. */
export type Kept = Omit<Pair, 'seconds'> & {
  version: number;
  isGood: boolean;
  isDue: boolean;
  isHeld: boolean;
  mayTry: boolean;
  consentSince: string | null;
};

export type TokenStore = {
  read(): Promise<Kept | null>;
  claim(version: number, owner: string): Promise<boolean>;
  begin(owner: string): Promise<boolean>;
  keep(version: number, pair: Pair): Promise<boolean>;
  refused(version: number): Promise<void>;
  release(owner: string): Promise<void>;
};

/** Where a pair is put before the database has it: the platform gives it once. */
export type Aside = {
  put(aside: { after: number; pair: Pair }): void;
  read(): { after: number; pair: Pair } | null;
  drop(): void;
};

export type AccessOptions = {
  store: TokenStore;
  aside: Aside;
  oauth: Pick<OAuth, 'refresh'>;
  alerts: Alerts;
  meter: Meter;
  log: Logger;
  /** Between two looks at what another replica does. */
  pauseMs?: number;
};

export type Access = {
  /** A good access token; another than `stale`, which the platform has refused. Throws `Unavailable` where there is none. */
  token(stale: string | null, signal: AbortSignal): Promise<string>;
  /** Refreshes what is due, long before it ends. */
  refreshDue(): Promise<void>;
};

const party = 'zalo';
/** A token that another replica has replaced is told by the platform's refusal; until then this saves a look at the database. */
const believedMs = 5_000;
/** For so long what the platform gave is carried to a database that is away, and one try may last. */
const keepTries = 10;

/**
 * The access token, refreshed by one replica at a time. The order is: lease, read again, write down that it begins, ask, put both tokens aside on
 * this machine's disk, keep both sealed in the database, use. A process that dies leaves either the old pair or the new one to whoever comes next;
 * only where it dies between the platform's answer and the disk is the new pair gone, and then a person is called.
 */
export function createAccess({ store, aside, oauth, alerts, meter, log, pauseMs = 200 }: AccessOptions): Access {
  let believed: { token: string; until: number } | null = null;
  let underWay: Promise<string> | null = null;

  async function token(stale: string | null, signal: AbortSignal): Promise<string> {
    if (believed !== null && believed.token !== stale && believed.until > performance.now()) return believed.token;
    const kept = await store.read();
    if (kept?.isGood && kept.access !== stale) return believe(kept.access);
    return once((current) => renewed(stale, current), signal);
  }

  /** One at a time in this process. It goes on though whoever asked has no more time. */
  function once(work: (signal: AbortSignal) => Promise<string>, signal: AbortSignal): Promise<string> {
    underWay ??= work(AbortSignal.timeout(120_000)).finally(() => {
      underWay = null;
    });
    const gone = Promise.withResolvers<never>();
    const give = () => gone.reject(signal.reason);
    signal.addEventListener('abort', give, { once: true });
    return Promise.race([underWay, gone.promise]).finally(() => signal.removeEventListener('abort', give));
  }

  async function renewed(stale: string | null, signal: AbortSignal): Promise<string> {
    const owner = randomUUID();
    for (;;) {
      const kept = await store.read();
      if (kept === null) throw await withoutConsent('none');
      if (kept.isGood && kept.access !== stale) return believe(kept.access);
      if (await recovered(kept.version)) continue;
      if (!kept.isHeld && !kept.mayTry) throw kept.consentSince === null ? new Unavailable(party) : await withoutConsent('refused');
      if (!kept.isHeld && (await store.claim(kept.version, owner))) {
        const fresh = await refreshed(kept, owner).finally(() => store.release(owner));
        if (fresh !== null) return believe(fresh);
      } else await setTimeout(pauseMs, undefined, { signal });
    }
  }

  /** Under the lease. Null: something else is kept by now. */
  async function refreshed(kept: Kept, owner: string): Promise<string | null> {
    if (!(await store.begin(owner))) return null;
    const answer = await oauth.refresh(kept.refresh);
    meter.count('zalo-refresh', { result: answer.kind });
    if (answer.kind === 'granted') {
      const pair = { ...answer.tokens, account: kept.account };
      onDisk(() => aside.put({ after: kept.version, pair }));
      return (await carried(kept.version, pair)) ? pair.access : null;
    }
    log.warn({ why: answer.why, kind: answer.kind }, 'Zalo token not refreshed');
    // Somebody who was slow may have refreshed it: what is refused to us is good with them.
    if ((await store.read())?.version !== kept.version) return null;
    if (answer.kind === 'unclear') {
      await alerts.raise(party, 'refresh-unclear');
      throw new Unavailable(party);
    }
    await store.refused(kept.version);
    throw await withoutConsent('refused');
  }

  /** What was put aside when this process, or the one before it, could not keep it. */
  async function recovered(version: number): Promise<boolean> {
    const left = onDisk(() => aside.read());
    return left !== null && left.after === version && (await carried(version, left.pair));
  }

  async function carried(version: number, pair: Pair): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        const isKept = await store.keep(version, pair);
        onDisk(() => aside.drop());
        if (isKept) await alerts.clear(party, ['refresh-unclear', 'consent', 'token-refused']);
        return isKept;
      } catch (error) {
        log.error({ reason: reasonOf(error), tries }, 'Zalo tokens are on the disk and not yet in the database');
        if (tries >= keepTries) throw error;
        await setTimeout(pauseMs * tries);
      }
    }
  }

  /** A disk that is full or not ours to write costs the second net, not the tokens. */
  function onDisk<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'Zalo tokens not put aside: DATA_DIR cannot be used');
      return null;
    }
  }

  async function withoutConsent(why: string): Promise<Unavailable> {
    log.error({ why }, 'the Zalo account must consent again: npm run zalo -- login');
    meter.count('zalo-refresh', { result: 'consent-needed' });
    await alerts.raise(party, 'consent');
    return new Unavailable(party);
  }

  function believe(fresh: string): string {
    believed = { token: fresh, until: performance.now() + believedMs };
    return fresh;
  }

  return {
    token,
    refreshDue: async () => {
      const kept = await store.read();
      // Said once a minute where it can be seen, and not in the log.
      if (kept === null) return alerts.raise(party, 'consent');
      if (await recovered(kept.version)) return;
      if ((kept.isDue || !kept.isGood) && !kept.isHeld && kept.mayTry)
        await once((signal) => renewed(kept.access, signal), new AbortController().signal);
    },
  };
}
