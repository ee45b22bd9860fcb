import type { Response } from 'express';
import type { Logger } from 'pino';
import { reasonOf } from '../../bot/errors.ts';
import type { History } from '../../bot/ports.ts';
import { pageEntry } from './entry.ts';

type Stream = { person: string; after: number; response: Response; reading: boolean; again: boolean };

export type Streams = {
  /** Sends everything after `after`, then what comes, until the browser leaves. */
  open(person: string, after: number, response: Response): void;
  /** Something new was said to or by this person in this process. Whether the person has the page open here. */
  wake(person: string): boolean;
  close(): void;
};

/** Other replicas answer too: once a second the open streams are compared with the database, in one query. */
const lookMs = 1_000;
const heartbeatMs = 15_000;
const pageSize = 100;
/** Tabs of one person: a further one closes the oldest. */
const mostStreams = 8;

/** Server-sent events. The record is the queue: an event is an entry of the history, its id the entry's. */
export function createStreams(channel: string, history: History, log: Logger): Streams {
  const streams = new Set<Stream>();
  let looking = false;

  async function send(stream: Stream): Promise<void> {
    if (stream.reading) {
      stream.again = true;
      return;
    }
    stream.reading = true;
    try {
      do {
        stream.again = false;
        const entries = await history.read(channel, stream.person, stream.after, pageSize);
        if (entries.length === pageSize) stream.again = true;
        for (const entry of entries) {
          stream.after = entry.id;
          stream.response.write(`id: ${entry.id}\nevent: entry\ndata: ${JSON.stringify(pageEntry(entry))}\n\n`);
        }
      } while (stream.again);
    } catch (error) {
      // The browser comes back by itself and asks from the last entry that it has.
      log.warn({ reason: reasonOf(error) }, 'stream ended');
      end(stream);
    } finally {
      stream.reading = false;
    }
  }

  function end(stream: Stream): void {
    streams.delete(stream);
    stream.response.end();
  }

  const look = setInterval(async () => {
    if (looking || streams.size === 0) return;
    looking = true;
    try {
      const newest = await history.newest(channel, [...new Set([...streams].map((stream) => stream.person))]);
      await Promise.all([...streams].filter((stream) => (newest.get(stream.person) ?? 0) > stream.after).map(send));
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'streams not compared');
    } finally {
      looking = false;
    }
  }, lookMs);
  const heartbeat = setInterval(() => {
    for (const { response } of streams) response.write(': still here\n\n');
  }, heartbeatMs);
  // A server that could not open its port ends although nobody closed these.
  for (const timer of [look, heartbeat]) timer.unref();

  return {
    open(person, after, response) {
      const stream: Stream = { person, after, response, reading: false, again: false };
      const own = [...streams].filter((other) => other.person === person);
      for (const oldest of own.slice(0, Math.max(0, own.length - mostStreams + 1))) end(oldest);
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
      void send(stream);
    },
    wake(person) {
      const own = [...streams].filter((stream) => stream.person === person);
      for (const stream of own) void send(stream);
      return own.length > 0;
    },
    close() {
      clearInterval(look);
      clearInterval(heartbeat);
      for (const stream of [...streams]) end(stream);
    },
  };
}
