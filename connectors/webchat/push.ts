import { createECDH } from 'node:crypto';
import type { Logger } from 'pino';
import webpush from 'web-push';
import { reasonOf } from '../../bot/errors.ts';

/** A browser as its push service knows it. */
export type PushTarget = { endpoint: string; keys: { p256dh: string; auth: string } };

export type PushOptions = {
  /** 32 random bytes, the same for all replicas and for good: browsers accept pushes of this key alone. */
  key: Buffer;
  /** Whom a push service writes to when something is wrong: `mailto:` or `https:`. */
  contact: string;
  targets: {
    keep(channel: string, person: string, target: PushTarget): Promise<boolean>;
    of(channel: string, person: string): Promise<PushTarget[]>;
    drop(target: PushTarget): Promise<void>;
    end(channel: string, person: string): Promise<void>;
  };
  /** What did not arrive, for staff. `reason` is a status of the push service. */
  undelivered(kind: 'address-ended' | 'given-up', reason: string, attempts: number): Promise<void>;
  /** After how long a push that failed for now is tried again; after the last one it is given up. */
  pausesMs?: number[];
  /** Whether pushes may go there. */
  accepts?: (endpoint: URL) => boolean;
  log: Logger;
};

export type Push = {
  publicKey: string;
  accepts(endpoint: string): boolean;
  keep(person: string, target: PushTarget): Promise<boolean>;
  end(person: string): Promise<void>;
  /** Returns at once: whether a push arrives holds nothing back, the conversation has it all. */
  tell(person: string, text: string): void;
  /** What is under way is given up. */
  close(): Promise<void>;
};

const channel = 'web';
const ttlSeconds = 86_400;
const limitMs = 8_000;
const mostAtOnce = 10;
const mostWaiting = 10_000;
/** An hour in all. A process that stops gives up sooner: the conversation has it all. */
const usualPausesMs = [10_000, 60_000, 600_000, 3_000_000];

/** Web Push (RFC 8030, 8291, 8292). Several news of one person that wait are one push. */
export function createPush(options: PushOptions): Push {
  const { key, contact, targets, undelivered, pausesMs = usualPausesMs, accepts = isPushService, log } = options;
  const pair = createECDH('prime256v1');
  // Any 32 bytes are a private key of this curve, but one in four thousand million.
  pair.setPrivateKey(key);
  const publicKey = pair.getPublicKey('base64url');
  const vapidDetails = { subject: contact, publicKey, privateKey: key.toString('base64url') };
  const waiting = new Map<string, Waiting>();
  const later = new Map<string, NodeJS.Timeout>();
  const workers = new Set<Promise<void>>();
  const closing = new AbortController();

  async function work(): Promise<void> {
    for (let next = first(waiting); next !== null && !closing.signal.aborted; next = first(waiting)) {
      const [place, push] = next;
      waiting.delete(place);
      try {
        const all = await targets.of(channel, push.person);
        const wanted = push.only === null ? all : all.filter(({ endpoint }) => endpoint === push.only);
        for (const target of wanted) await send(target, push);
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'push not sent');
      }
    }
  }

  async function send(target: PushTarget, push: Waiting): Promise<void> {
    const request = requestTo(target, push.text);
    const status = request === null ? 404 : await exchange(target.endpoint, request);
    const isSent = status >= 200 && status < 300;
    log[isSent ? 'debug' : 'warn']({ status }, 'push');
    if (isSent || closing.signal.aborted) return;
    const attempts = push.tries + 1;
    if (status === 404 || status === 410) {
      await targets.drop(target);
      return undelivered('address-ended', `HTTP ${status}`, attempts);
    }
    const isForNow = status === 0 || status === 408 || status === 429 || status >= 500;
    const pauseMs = isForNow ? pausesMs[push.tries] : undefined;
    if (pauseMs === undefined) return undelivered('given-up', status === 0 ? 'no answer' : `HTTP ${status}`, attempts);
    sendLater({ ...push, only: target.endpoint, tries: attempts }, pauseMs);
  }

  /** To one browser alone: the others have it. What is newer takes its place. */
  function sendLater(push: Waiting, pauseMs: number): void {
    const place = `${push.person} ${push.only}`;
    clearTimeout(later.get(place));
    const timer = setTimeout(() => {
      later.delete(place);
      put(place, push);
    }, pauseMs);
    later.set(place, timer.unref());
  }

  function put(place: string, push: Waiting): void {
    if (closing.signal.aborted || waiting.size >= mostWaiting) return;
    waiting.set(place, push);
    if (workers.size >= mostAtOnce) return;
    const worker = work().finally(() => workers.delete(worker));
    workers.add(worker);
  }

  /** Null: nothing can be encrypted for these keys. */
  function requestTo(target: PushTarget, text: string): { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> } | null {
    try {
      const details = webpush.generateRequestDetails(target, text, { vapidDetails, TTL: ttlSeconds, urgency: 'normal', topic: 'motcua' });
      const { 'Content-Length': _, ...headers } = details.headers;
      const named = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
      return { headers: Object.fromEntries(named), body: new Uint8Array(details.body ?? []) };
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'push not encrypted');
      return null;
    }
  }

  /** 0: no answer. */
  async function exchange(endpoint: string, request: NonNullable<ReturnType<typeof requestTo>>): Promise<number> {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(limitMs)]);
    try {
      const response = await fetch(endpoint, { method: 'POST', ...request, signal, redirect: 'manual' });
      await response.body?.cancel();
      return response.status;
    } catch {
      // The error of a request may name its address, which is a secret of the browser.
      return 0;
    }
  }

  return {
    publicKey,
    accepts: (endpoint) => URL.canParse(endpoint) && accepts(new URL(endpoint)),
    keep: (person, target) => targets.keep(channel, person, target),
    end: (person) => targets.end(channel, person),
    tell: (person, text) => put(person, { person, text, only: null, tries: 0 }),
    close: async () => {
      closing.abort();
      for (const timer of later.values()) clearTimeout(timer);
      await Promise.all(workers);
    },
  };
}

/** `only`: the endpoint of the one browser that it is tried at again. */
type Waiting = { person: string; text: string; only: string | null; tries: number };

function first(waiting: Map<string, Waiting>): [string, Waiting] | null {
  return waiting.entries().next().value ?? null;
}

/** The browsers' own services alone: an address that anybody may give must not lead our requests into a network of ours. */
const services = /(?:^|\.)(?:googleapis\.com|google\.com|push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)$/;

export function isPushService({ protocol, hostname, port, username, password }: URL): boolean {
  return protocol === 'https:' && port === '' && username === '' && password === '' && services.test(hostname);
}
