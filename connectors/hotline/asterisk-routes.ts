import type { Express, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { CallStart, Next } from '../../bot/call/line.ts';
import { reasonOf } from '../../bot/errors.ts';
import type { Meter } from '../../bot/ports.ts';
import { basicAuth, type TelephoneUser } from './basic-auth.ts';
import { readCall, readCallId } from './call-query.ts';
import type { CallRoom } from './room.ts';
import { within } from './within.ts';

/** What the dialplan does next. `case`: what the officer's telephone shows of it. */
export type NextStep = (Next & { case?: string }) | { kind: 'talk' };

export type AsteriskRoutesOptions = TelephoneUser & {
  room: CallRoom;
  /** True when a call can be served: the database answers. */
  ready(): Promise<boolean>;
  /** What was kept for this call; null: nothing, or there is no such call. */
  next(call: string): Promise<NextStep | null>;
  /** Told of each call that is about to come: AudioSocket alone says of a call no more than its id. */
  expect?(start: CallStart): void;
  log: Logger;
  meter: Meter;
};

/** The dialplan gives up after a second. */
const readyMs = 800;
/** Extensions and queues, and codes of cases: nothing that could mean something in a dialplan. */
const name = /^[\w.-]{1,40}$/;

/**
 * What the dialplan asks, in a word each, for whoever has the password. `GET /thoai/ready?call=&from=&to=&turn=` before a call: `ok`, else why not.
 * `GET /thoai/next?call=&dial=` after it: `hangup`, `talk`, `transfer:<extension>[:<case>]`, or `unknown`: then the dialplan does what it does without us.
 */
export function asteriskRoutes(options: AsteriskRoutesOptions): (app: Express) => void {
  const { room, log, meter } = options;
  const isAllowed = basicAuth(options);
  const count = (result: string) => meter.count('call-leg', { system: 'asterisk', result });
  const guarded =
    (answer: (request: Request) => Promise<Answer>): RequestHandler =>
    async (request, response) => {
      if (isAllowed(request.headers.authorization)) return say(response, await answer(request));
      count('password');
      response.set('WWW-Authenticate', 'Basic realm="thoai"');
      say(response, { status: 401, text: 'no' });
    };

  async function ready(request: Request): Promise<Answer> {
    const state = room.state();
    if (state !== 'free') return { status: 503, text: state };
    const start = request.query.call === undefined ? null : readCall(queryOf(request));
    if (request.query.call !== undefined && start === null) return { status: 400, text: 'request' };
    if (!(await within(options.ready(), readyMs, false))) return { status: 503, text: 'away' };
    if (start !== null) options.expect?.(start);
    return { status: 200, text: 'ok' };
  }

  async function next(request: Request): Promise<Answer> {
    const call = readCallId(request.query.call);
    const { dial } = request.query;
    // Media that never came up left nothing to do next, whatever an earlier turn has left.
    if (call === null || (typeof dial === 'string' && dial !== '' && dial !== 'ANSWER')) return unknown;
    try {
      return stepOf(await options.next(call));
    } catch (error) {
      log.error({ call, reason: reasonOf(error) }, 'next of a call');
      return { ...unknown, status: 503 };
    }
  }

  return (app) => {
    app.get('/thoai/ready', guarded(ready));
    app.get('/thoai/next', guarded(next));
  };
}

type Answer = { status: number; text: string };
const unknown: Answer = { status: 200, text: 'unknown' };

function stepOf(next: NextStep | null): Answer {
  if (next === null) return unknown;
  if (next.kind !== 'transfer') return { status: 200, text: next.kind };
  if (!name.test(next.to)) return unknown;
  const shown = next.case !== undefined && name.test(next.case) ? `:${next.case}` : '';
  return { status: 200, text: `transfer:${next.to}${shown}` };
}

function say(response: Response, { status, text }: Answer): void {
  // Without a line break: the dialplan compares it as it is.
  response.status(status).set('Cache-Control', 'no-store').type('text').send(text);
}

function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}
