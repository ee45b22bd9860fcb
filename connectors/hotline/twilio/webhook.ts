import express, { type Express, type Request, type Response } from 'express';
import type { CallStart } from '../../../bot/call/line.ts';
import type { Calls, Meter } from '../../../bot/ports.ts';
import type { Language } from '../../../bot/types.ts';
import { within } from '../within.ts';
import { isSigned } from './signature.ts';
import { socketUrl, streamPath } from './stream.ts';
import type { Tickets } from './ticket.ts';
import { connectTo, dial, hangUp, nothing, say, type Voice } from './twiml.ts';
import { says } from './wording.ts';

export type TwilioWebhookOptions = {
  /** `https://…`, as it is set at Twilio: what Twilio signs, and where it asks. */
  publicUrl: string;
  account: string;
  token: string;
  tickets: Tickets;
  calls: Pick<Calls, 'next' | 'transferred' | 'whisper'>;
  /** Numbers (`+84…`, `sip:…`) by the names that a transfer has; `default`: where there is no such name, and where the assistant fails. */
  people: { default: string } & Record<string, string>;
  ringSeconds: number;
  /** How often a call may come to the assistant: after that nobody answering ends it. */
  turns: number;
  /** The number that people are shown: one of the account. Null: the caller's. */
  shown: string | null;
  language: Language;
  voice: Voice;
  /** As a voice has to be told: numbers, dates and short forms in words. */
  prepare(text: string, language: Language): string;
  /** Whether the assistant can take a call now. */
  ready(): Promise<boolean>;
  meter: Meter;
};

/** Twilio waits 15 s; the caller hears nothing meanwhile. */
const readyMs = 1_500;
const askMs = 3_000;
const answered = new Set(['completed', 'answered']);

type Fields = URLSearchParams;

/**
 * `/webhooks/twilio/voice` puts a call to the assistant, `/next` says what comes once the assistant has let it go, `/dialled` what comes once a person was
 * rung, `/whisper` what the person hears first. Whatever fails on our side, the call goes to a person.
 */
export function twilioWebhook(options: TwilioWebhookOptions): (app: Express) => void {
  const { account, token, tickets, calls, people, language, voice, turns, prepare, meter } = options;
  const base = options.publicUrl.replace(/\/$/, '');
  const count = (result: string) => meter.count('call-webhook', { party: 'twilio', result });
  const told = (text: string) => say(prepare(text, language), voice);

  function assist(fields: Fields, turn: number): string {
    count('call');
    const ticket = tickets.give(startOf(fields, turn));
    return connectTo({ stream: `${socketUrl(base)}${streamPath}`, ticket, next: `${base}/webhooks/twilio/next?turn=${turn}` });
  }

  async function person(to: string, fields: Fields, turn: number, said = ''): Promise<string> {
    const call = fields.get('CallSid') ?? '';
    const whisper = await within(calls.whisper(call), askMs, null);
    return dial(
      {
        number: (Object.hasOwn(people, to) ? people[to] : undefined) ?? people.default,
        seconds: options.ringSeconds,
        afterwards: `${base}/webhooks/twilio/dialled?turn=${turn}`,
        whisper: whisper === null ? null : `${base}/webhooks/twilio/whisper?call=${encodeURIComponent(call)}`,
        shown: options.shown,
      },
      said,
    );
  }

  function apologise(fields: Fields, turn: number): Promise<string> {
    count('apology');
    return person('default', fields, turn, told(says[language].apology));
  }

  async function voiceAsked(fields: Fields): Promise<string> {
    return (await within(options.ready(), readyMs, false)) ? assist(fields, 1) : apologise(fields, 1);
  }

  async function nextAsked(fields: Fields, turn: number): Promise<string> {
    if (fields.get('CallStatus') === 'completed') return nothing();
    const next = await within(calls.next(fields.get('CallSid') ?? ''), askMs, null);
    // Nothing was kept: the stream never began, or broke. The caller is still there.
    if (next === null) return apologise(fields, turn);
    count(next.kind);
    return next.kind === 'hangup' ? hangUp() : person(next.to, fields, turn);
  }

  async function dialled(fields: Fields, turn: number): Promise<string> {
    const came = answered.has(fields.get('DialCallStatus') ?? '');
    if (!came && turn < turns && (await within(options.ready(), readyMs, false))) return assist(fields, turn + 1);
    await within(calls.transferred(fields.get('CallSid') ?? '', came), askMs, undefined);
    return came ? hangUp() : hangUp(told(says[language].nobody));
  }

  async function whispered(call: string): Promise<string> {
    const text = await within(calls.whisper(call), askMs, null);
    return nothing(text === null ? '' : told(text));
  }

  /** The form, once it is known to be Twilio's; otherwise the status that its own middleware has. */
  function read(request: Request, response: Response): Fields | null {
    const body: unknown = request.body;
    const fields = new URLSearchParams(body instanceof Buffer ? body.toString('utf8') : '');
    const header = request.get('x-twilio-signature') ?? '';
    const signed = header !== '' && isSigned({ token, url: `${base}${request.originalUrl}`, fields, header });
    if (signed && fields.get('AccountSid') === account && fields.has('CallSid')) return fields;
    count('signature');
    response.sendStatus(header === '' ? 400 : 403);
    return null;
  }

  return (app) => {
    const add = (name: string, answer: (fields: Fields, turn: number, request: Request) => Promise<string>) =>
      app.post(`/webhooks/twilio/${name}`, express.raw({ type: () => true, limit: '64kb', inflate: false }), async (request, response) => {
        const fields = read(request, response);
        if (fields === null) return;
        response.type('text/xml').send(await answer(fields, turnOf(request.query.turn), request));
      });
    add('voice', voiceAsked);
    add('next', nextAsked);
    add('dialled', dialled);
    add('whisper', (_fields, _turn, request) => whispered(String(request.query.call)));
  };
}

function turnOf(text: unknown): number {
  return typeof text === 'string' && /^[1-9]$/.test(text) ? Number(text) : 1;
}

function startOf(fields: Fields, turn: number): CallStart {
  const from = fields.get('From') ?? '';
  return {
    call: fields.get('CallSid') ?? '',
    from: isWithheld(from) ? null : from.slice(0, 60),
    to: (fields.get('To') ?? '').slice(0, 60),
    turn,
  };
}

// How Twilio tells that a number is withheld: the words RESTRICTED, BLOCKED, UNKNOWN, ANONYMOUS and UNAVAILABLE, or their letters on a telephone's keys.
const keysOfWords = new Set(['+7378742833', '+2562533', '+8656696', '+266696687', '+86282452253']);

function isWithheld(from: string): boolean {
  return from === '' || keysOfWords.has(from) || /^(sip:)?(restricted|blocked|unknown|anonymous|unavailable|private)\b/i.test(from);
}
