import type { Dossier } from '../../bot/dossier-types.ts';
import { Unavailable } from '../../bot/errors.ts';
import { createBreaker, type Outcome } from './breaker.ts';
import type { DetailedSource, TokenStore } from './details.ts';
import { type Call, exchangeTwice } from './exchange.ts';
import type { Mapping } from './mapping.ts';
import { type Read, readAnswer } from './read-answer.ts';
import { readRecord } from './read-record.ts';
import { addressOf, type Credentials, createSignIn, type Secrets } from './sign-in.ts';
import { createSingleFlight } from './single-flight.ts';
import { fill, fillAll, fillJson } from './template.ts';

export type HttpSourceOptions = {
  mapping: Mapping;
  secrets: Secrets;
  tokens: TokenStore;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The longest that one look-up takes, signing in and the second try included. */
  limitMs?: number;
  pauseMs?: number;
  /** After failures on so many codes in a row the source is left alone for so long. */
  failures?: number;
  restMs?: number;
  onUnread?: (source: string, field: string) => void;
};

/** One system that holds dossiers, asked over HTTP as its mapping says. */
export function createHttpSource(options: HttpSourceOptions): DetailedSource {
  const { mapping, secrets, tokens, now, limitMs = 8_000, pauseMs = 200, failures = 5, restMs = 30_000, onUnread } = options;
  const { name, auth, request } = mapping;
  const signIn = createSignIn({ mapping, secrets, tokens, now, limitMs, pauseMs });
  const breaker = createBreaker({ failures, restMs, now });
  const flight = createSingleFlight<Dossier | null>();
  const isRepeatable = request.method === 'GET' || request.repeatable;

  async function guarded(code: string, signal: AbortSignal): Promise<Dossier | null> {
    const pass = breaker.ask();
    if (pass === 'open') throw unavailable('left alone after failures');
    let outcome: Outcome = 'given-up';
    try {
      const read = await lookUp(code, signal);
      outcome = read.kind === 'broken' || read.kind === 'sign-in' ? 'failed' : 'answered';
      if (read.kind === 'none') return null;
      if (read.kind !== 'record') throw unavailable(read.kind === 'sign-in' ? 'the sign-in is refused' : read.why);
      const asOf = new Date(now()).toISOString();
      return readRecord(read.record, { mapping, code, asOf, onUnread: (field) => onUnread?.(name, field) });
    } catch (error) {
      // The sign-in is part of the source; an abort of all who waited says nothing about it.
      if (error instanceof Unavailable && outcome === 'given-up') outcome = 'failed';
      throw error;
    } finally {
      breaker.tell(code, pass, outcome);
    }
  }

  async function lookUp(code: string, signal: AbortSignal): Promise<Read> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    try {
      const credentials = await signIn.credentials(limit);
      const read = await ask(code, credentials, limit);
      if (read.kind !== 'sign-in') return read;
      const renewed = await signIn.renewed(credentials, limit);
      return renewed === null ? read : await ask(code, renewed, limit);
    } catch (error) {
      if (limit.aborted && !signal.aborted) return { kind: 'broken', why: 'no answer in time' };
      throw error;
    }
  }

  async function ask(code: string, credentials: Credentials, signal: AbortSignal): Promise<Read> {
    const answer = await exchangeTwice(callOf(code, credentials), isRepeatable, pauseMs, signal);
    return answer.kind === 'broken' ? answer : readAnswer(mapping, code, answer);
  }

  function callOf(code: string, credentials: Credentials): Call {
    const values = { ...mapping.values, code, ...(auth.kind === 'session' ? { token: credentials.token ?? '' } : {}) };
    const type = request.json !== undefined ? 'application/json' : request.form !== undefined ? 'application/x-www-form-urlencoded' : null;
    const headers = {
      accept: 'application/json',
      ...(type === null ? {} : { 'content-type': type }),
      ...fillAll(request.headers, values),
      ...credentials.headers,
    };
    return {
      url: addressOf(mapping.baseUrl, fill(request.path, values, encodeURIComponent)),
      method: request.method,
      headers,
      body: bodyOf(values),
    };
  }

  function bodyOf(values: Record<string, string>): string | null {
    if (request.json !== undefined) return JSON.stringify(fillJson(request.json, values));
    return request.form === undefined ? null : new URLSearchParams(fillAll(request.form, values)).toString();
  }

  function unavailable(why: string): Unavailable {
    return new Unavailable(name, { cause: new Error(why) });
  }

  return { name, find: (code, signal) => flight(code, signal, (shared) => guarded(code, shared)) };
}
