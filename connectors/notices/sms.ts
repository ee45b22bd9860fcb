import type { Logger } from 'pino';
import { Unavailable } from '../../bot/errors.ts';
import type { Channel } from '../../bot/ports.ts';
import { withoutMarks } from '../../bot/text.ts';
import { fill, fillAll, fillJson } from '../dossiers/template.ts';
import { plainText } from './plain-text.ts';
import type { Gateway } from './sms-gateway.ts';

export type SmsOptions = {
  gateway: Gateway;
  key: string;
  /** Where a notice goes, by its person; null when that was ended. */
  addressOf(person: string): Promise<string | null>;
  log: Logger;
};

const limitMs = 15_000;
const longestAnswer = 64_000;

/** SMS through an HTTP gateway. What it refuses for good is not tried again. */
export function createSms({ gateway, key, addressOf, log }: SmsOptions): Channel {
  return {
    name: 'sms',
    send: async ({ id, person, reply }, signal) => {
      const to = await addressOf(person);
      if (to === null) return;
      const text = shortened(plainText(reply), gateway);
      const values = { to, international: to.replace(/^0/, '84'), text, id: String(id), key };
      const response = await exchange(gateway, values, AbortSignal.any([signal, AbortSignal.timeout(limitMs)]));
      if (response.kind === 'refused') log.warn({ delivery: id, status: response.status }, 'SMS refused for good');
      if (response.kind === 'failed') throw new Unavailable('sms', { cause: new Error(response.why) });
    },
  };
}

type Sent = { kind: 'sent' } | { kind: 'refused'; status: number } | { kind: 'failed'; why: string };

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

function shortened(text: string, { longest, ascii }: Gateway): string {
  const lines = ascii ? withoutMarks(text) : text;
  return lines.length <= longest ? lines : `${lines.slice(0, longest - 1).trimEnd()}…`;
}
