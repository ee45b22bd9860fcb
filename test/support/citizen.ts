import { randomUUID } from 'node:crypto';
import type { HistoryEntry } from '../../bot/ports.ts';
import type { Reply } from '../../bot/types.ts';

export type Answer = { status: number; type: string; body: unknown; text: string };

/** One person at the web chat: a cookie, and what a page can do with it. */
export type Citizen = {
  /** Sends one message and resolves with its id when it is accepted. Throws on any other answer. */
  say(text: string, id?: string, files?: string[]): Promise<string>;
  /** Sends one message and resolves with the reply to it. */
  ask(text: string, files?: string[]): Promise<Reply>;
  /** The reply to a message that was said. */
  replyTo(id: string): Promise<Reply>;
  /** Sends the same message, by the same id, until the server takes it, whatever happens to the server meanwhile. */
  insist(text: string, id?: string): Promise<string>;
  /** Any request with the cookie, as it comes back. */
  request(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    type?: string,
    more?: Record<string, string>,
  ): Promise<Answer>;
  /** A file as it comes; throws on any answer but 200. */
  download(path: string): Promise<Uint8Array>;
  history(after?: number): Promise<HistoryEntry[]>;
  /** The secret in the cookie; empty before the first answer. */
  token(): string;
  /** The entries as server-sent events, from `after` on, until `enough`. */
  events(enough: (entries: HistoryEntry[]) => boolean, after?: number): Promise<HistoryEntry[]>;
};

const patienceMs = 60_000;

/** `network`: headers that a proxy would set. */
export function createCitizen(url: string | (() => string), network: Record<string, string> = {}): Citizen {
  const address = typeof url === 'string' ? () => url : url;
  let cookie = '';

  async function send(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    type = 'application/json',
    more: Record<string, string> = {},
  ): Promise<Response> {
    const headers: Record<string, string> = {
      ...network,
      ...more,
      ...(cookie === '' ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': type }),
    };
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(address() + path, { method, headers, signal, ...(body === undefined ? {} : { body }) });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  }

  const request: Citizen['request'] = async (method, path, body, type, more) => {
    const response = await send(method, path, body, type, more);
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: parsed(text), text };
  };

  async function say(text: string, id: string = randomUUID(), files: string[] = []): Promise<string> {
    const answer = await request('POST', '/chat/messages', JSON.stringify({ id, text, ...(files.length > 0 && { files }) }));
    if (answer.status !== 202) throw new Error(`not accepted: ${answer.status} ${answer.text.slice(0, 200)}`);
    return id;
  }

  async function history(after = 0): Promise<HistoryEntry[]> {
    const response = await send('GET', `/chat/history?after=${after}`);
    if (!response.ok) throw new Error(`no history: ${response.status}`);
    return entriesOf(await response.json());
  }

  async function replyTo(id: string): Promise<Reply> {
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      const entry = (await history()).find((one) => one.from === 'assistant' && one.messageId === id);
      if (entry?.reply) return entry.reply;
      await pause(25);
    }
    throw new Error('no reply came in time');
  }

  return {
    say,
    ask: async (text, files) => replyTo(await say(text, randomUUID(), files)),
    replyTo,
    insist: async (text, id = randomUUID()) => {
      for (const until = Date.now() + patienceMs; Date.now() < until; await pause(50)) {
        // Refused, reset, cut off in the middle, answered 503: for the sender it is all one, the message is not known to be taken.
        const answer = await request('POST', '/chat/messages', JSON.stringify({ id, text })).catch(() => null);
        if (answer?.status === 202) return id;
        if (answer !== null && answer.status !== 503) throw new Error(`refused: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
      throw new Error('the server did not take the message in time');
    },
    request,
    download: async (path) => {
      const response = await send('GET', path);
      if (response.status !== 200) throw new Error(`no file: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    history,
    token: () => cookie.split('=')[1] ?? '',
    events: async (enough, after = 0) => {
      const response = await send('GET', `/chat/events?after=${after}`);
      if (response.body === null) throw new Error('no stream');
      const entries: HistoryEntry[] = [];
      let text = '';
      for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
        const events = (text + part).split('\n\n');
        text = events.pop() ?? '';
        entries.push(...entriesOf({ entries: events.flatMap(dataOf) }));
        if (enough(entries)) break;
      }
      return entries;
    },
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function dataOf(event: string): unknown[] {
  return event
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function entriesOf(body: unknown): HistoryEntry[] {
  return (body as { entries: HistoryEntry[] }).entries; // the API under test: a wrong shape shows in the assertions
}
