import { createHmac } from 'node:crypto';
import { Later, Refused, Unavailable } from '../../bot/errors.ts';
import type { Channel, Delivery, Pace, Rates } from '../../bot/ports.ts';
import type { Capabilities } from '../render/capabilities.ts';
import { renderReply } from '../render.ts';
import { channelOf, type MessagingClient } from './client.ts';
import type { FileLinks } from './files.ts';

export type MessagingChannelOptions = { client: MessagingClient; links: Pick<FileLinks, 'make'>; pace: Pace; now: () => Date };

const limitMs = 10_000;
/** How long is waited where the client does not say, and the longest that it may say. */
const usualMs = 30_000;
const longestMs = 3_600_000;

/** Posts each reply whole to the client's callback. Tried again it has the same `id`: the client shows it once. */
export function createMessagingChannel({ client, links, pace, now }: MessagingChannelOptions): Channel {
  const name = channelOf(client);
  const rates: Rates = { together: { most: client.perSecond, perMs: 1_000 } };
  return {
    name,
    send: async (delivery, signal) => {
      await pace.turn(name, null, rates, signal);
      const body = JSON.stringify(replyBody(delivery, links));
      const { status, retryAfter } = await post(client, body, now(), name, signal);
      if (status >= 200 && status < 300) return;
      if (status === 429 || status === 503) {
        const end = until(retryAfter, now());
        await pace.hold(name, end.getTime() - now().getTime());
        throw new Later(name, end, String(status));
      }
      if (status >= 400 && status < 500 && status !== 408) throw new Refused(name, String(status));
      throw new Unavailable(name, { cause: new Error(`HTTP ${status}`) });
    },
  };
}

/** A person who has neither buttons nor markup reads this. Files have their links. */
const plain: Capabilities = { text: 2_000, bold: 'none', buttons: null, links: 'addresses', files: ['pdf', 'docx', 'ics'] };

function replyBody({ id, channel, person, inReplyTo, at, reply }: Delivery, links: Pick<FileLinks, 'make'>): object {
  const { kind, text, choices, sources, dossier, files = [] } = reply;
  return {
    event: 'reply',
    id: String(id),
    person,
    inReplyTo,
    at,
    reply: {
      kind,
      text,
      choices,
      sources,
      dossier,
      files: files.map((file) => ({ kind: file.kind, label: file.label, name: file.name, ...links.make(channel, person, file) })),
      plain: renderReply(reply, plain).flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    },
  };
}

type Posted = { status: number; retryAfter: string | null };

async function post({ callback, secret }: MessagingClient, body: string, now: Date, name: string, signal: AbortSignal): Promise<Posted> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': `sha256=${signature}` };
  try {
    // What is said goes where the operator has said, and nowhere else: a redirect is not followed.
    const both = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const response = await fetch(callback, { method: 'POST', headers, body, redirect: 'manual', signal: both });
    await response.body?.cancel();
    return { status: response.status, retryAfter: response.headers.get('retry-after') };
  } catch {
    // The error of a request may hold what was to be said.
    throw new Unavailable(name, { cause: new Error('no answer') });
  }
}

/** `Retry-After` in seconds or as a date. */
function until(retryAfter: string | null, now: Date): Date {
  const said = retryAfter ?? '';
  const ms = /^\d{1,9}$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now.getTime();
  const wait = said === '' || !Number.isFinite(ms) ? usualMs : Math.min(Math.max(ms, 1_000), longestMs);
  return new Date(now.getTime() + wait);
}
