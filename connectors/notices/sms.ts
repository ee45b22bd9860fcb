import type { Logger } from 'pino';
import { addressWording } from '../../bot/address-wording.ts';
import { Refused, Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import { withoutMarks } from '../../bot/text.ts';
import { fill, fillAll, fillJson } from '../dossiers/template.ts';
import { leaveUrl, letterFor, type Receiver, type Receivers } from './receiver.ts';
import type { Gateway } from './sms-gateway.ts';

export type SmsOptions = {
  gateway: Gateway;
  key: string;
  receivers: Receivers;
  /** Where this server is reached from outside; null: no link. */
  publicUrl: string | null;
  /** The gateway brings in what is answered, so that HUY ends it. */
  takesReplies: boolean;
  log: Logger;
};

const limitMs = 15_000;
const longestAnswer = 64_000;
/** A dossier's code and its status, or a code with what it is for. */
const leastRoom = 70;

/** SMS through an HTTP gateway. A number that there is not is ended; another message that is refused for good is not tried again. */
export function createSms({ gateway, key, receivers, publicUrl, takesReplies, log }: SmsOptions): Channel {
  return {
    name: 'sms',
    send: async ({ id, person, reply }, signal) => {
      const receiver = await receivers.of(person);
      const letter = receiver === null ? null : letterFor(receiver, reply);
      if (receiver === null || letter === null) return;
      const to = receiver.address;
      const text = shortened(letter, endLine(receiver, publicUrl, takesReplies), gateway);
      const values = { to, international: to.replace(/^0/, '84'), text, id: String(id), key };
      const response = await exchange(gateway, values, AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
      if (response.kind === 'failed') throw new Unavailable('sms', { cause: new Error(response.why) });
      if (response.kind === 'sent') return;
      const reason = `HTTP ${response.status}${response.kind === 'bad-number' ? ', bad number' : ''}`;
      log.warn({ delivery: id, reason }, 'SMS refused for good');
      if (response.kind === 'refused') throw new Refused('sms', reason);
      await receivers.unreachable(person, reason);
    },
  };
}

/** Without marks and short: a part of an SMS has 160 letters, or 70 with marks. */
function endLine(receiver: Receiver, publicUrl: string | null, takesReplies: boolean): string {
  const { sms } = addressWording.endLine;
  if (takesReplies) return sms.reply;
  return publicUrl === null ? sms.inChat : `${sms.link} ${leaveUrl(publicUrl, receiver)}`;
}

type Sent = { kind: 'sent' } | { kind: 'refused' | 'bad-number'; status: number } | { kind: 'failed'; why: string };

async function exchange(gateway: Gateway, values: Record<string, string>, signal: AbortSignal): Promise<Sent> {
  const url = new URL(gateway.url);
  for (const [name, value] of Object.entries(fillAll(gateway.query, values))) url.searchParams.set(name, value);
  const body =
    gateway.json !== undefined
      ? JSON.stringify(fillJson(gateway.json, values))
      : gateway.form === undefined
        ? null
        : new URLSearchParams(fillAll(gateway.form, values)).toString();
  const type = gateway.json !== undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers = { ...(body === null ? {} : { 'content-type': type }), ...headersOf(gateway, values) };
  try {
    // A redirect would take number and key to a stranger.
    const response = await fetch(url, { method: gateway.method, headers, body, signal, redirect: 'error' });
    const answer = (await response.text()).slice(0, longestAnswer);
    if (gateway.badNumber !== undefined && new RegExp(gateway.badNumber, 'u').test(answer))
      return { kind: 'bad-number', status: response.status };
    if (gateway.refused.includes(response.status)) return { kind: 'refused', status: response.status };
    if (!response.ok) return { kind: 'failed', why: `HTTP ${response.status}` };
    const isGood = gateway.ok === undefined || new RegExp(gateway.ok, 'u').test(answer);
    return isGood ? { kind: 'sent' } : { kind: 'failed', why: 'the answer says that it is not good' };
  } catch {
    // The error of a request may name its address, and with it the number.
    return { kind: 'failed', why: 'no answer' };
  }
}

function headersOf({ headers }: Gateway, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, fill(text, values, oneLine)]));
}

function oneLine(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, ' ');
}

/** How to end it stands whole, and the letter is cut for it; a gateway that takes next to nothing is left the letter alone. */
function shortened(letter: string, end: string, { longest, ascii }: Gateway): string {
  const text = ascii ? withoutMarks(letter) : letter;
  const room = longest - end.length - 1;
  return room < leastRoom ? cut(text, longest) : `${cut(text, room)}\n${end}`;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
