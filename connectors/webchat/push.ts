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

/** Web Push (RFC 8030, 8291, 8292). Several news of one person that wait are one push. */
export function createPush({ key, contact, targets, accepts = isPushService, log }: PushOptions): Push {
  const pair = createECDH('prime256v1');
  // Any 32 bytes are a private key of this curve, but one in four thousand million.
  pair.setPrivateKey(key);
  const publicKey = pair.getPublicKey('base64url');
  const vapidDetails = { subject: contact, publicKey, privateKey: key.toString('base64url') };
  const waiting = new Map<string, string>();
  const workers = new Set<Promise<void>>();
  const closing = new AbortController();

  async function work(): Promise<void> {
    for (let next = first(waiting); next !== null && !closing.signal.aborted; next = first(waiting)) {
      const [person, text] = next;
      waiting.delete(person);
      try {
        for (const target of await targets.of(channel, person)) await send(target, text);
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'push not sent');
      }
    }
  }

  async function send(target: PushTarget, text: string): Promise<void> {
    const request = requestTo(target, text);
    const status = request === null ? 404 : await exchange(target.endpoint, request);
    if (status === 404 || status === 410) await targets.drop(target);
    log[status >= 200 && status < 300 ? 'debug' : 'warn']({ status }, 'push');
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
    tell: (person, text) => {
      if (closing.signal.aborted || waiting.size >= mostWaiting) return;
      waiting.set(person, text);
      if (workers.size >= mostAtOnce) return;
      const worker = work().finally(() => workers.delete(worker));
      workers.add(worker);
    },
    close: async () => {
      closing.abort();
      await Promise.all(workers);
    },
  };
}

function first(waiting: Map<string, string>): [string, string] | null {
  return waiting.entries().next().value ?? null;
}

/** The browsers' own services alone: an address that anybody may give must not lead our requests into a network of ours. */
const services = /(?:^|\.)(?:googleapis\.com|google\.com|push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)$/;

export function isPushService({ protocol, hostname, port, username, password }: URL): boolean {
  return protocol === 'https:' && port === '' && username === '' && password === '' && services.test(hostname);
}
