import type { Logger } from 'pino';
import { Later, Refused, reasonOf } from './errors.ts';
import type { Channel, Delivery, Meter, NotDelivered, Outbox } from './ports.ts';

export type SendingOptions = { outbox: Outbox; channels: Channel[]; log: Logger; replica: string; meter?: Meter };

/** Replies on their way out. Each channel has its own room: one that hangs holds up none of the others. */
export type Sending = {
  /** Sends in order what was just recorded under `owner`. What finds no room, or stands behind a reply that cannot be sent, is left to the sweep. */
  send(deliveries: Delivery[], owner: string): Promise<void>;
  /** Something of this channel was recorded behind an earlier reply: it goes out once that one has arrived. */
  behind(channel: string): void;
  /** Looks for what is due, without waiting for it to arrive. */
  sweep(): Promise<void>;
  /** What is under way comes to its end; nothing new is taken. */
  stop(): Promise<void>;
};

const usualAtOnce = 20;
const limitMs = 20_000;
/** A lease is 30 s: after so long no further reply is begun under it, for one may take as long as the limit. */
const freshMs = 8_000;

/** The room of one channel. `full`: something was left for want of it; `looking`: a sweep is on its way; `again`: another was wished for meanwhile. */
type Line = { channel: Channel; most: number; busy: number; full: boolean; looking: boolean; again: boolean };

export function createSending({ outbox, channels, log, replica, meter }: SendingOptions): Sending {
  const lines = new Map(channels.map((channel) => [channel.name, lineOf(channel)]));
  const owner = `${replica}/sweep`;
  const swept = new Set<Promise<void>>();
  let stopped = false;

  async function send(deliveries: Delivery[], owner: string): Promise<void> {
    const line = lines.get(deliveries[0]?.channel ?? '');
    if (line === undefined) return;
    const begun = performance.now();
    const left = [...deliveries];
    const hasRoom = line.busy < line.most;
    if (hasRoom) {
      line.busy += 1;
      try {
        for (let [next] = left; next !== undefined && performance.now() - begun < freshMs; [next] = left) {
          left.shift();
          if (!(await deliver(line.channel, next, owner))) break;
        }
      } finally {
        line.busy -= 1;
        lookIfFull(line);
      }
    }
    if (left.length === 0) return;
    await outbox.putBack(
      left.map(({ id }) => id),
      owner,
    );
    if (hasRoom) return;
    line.full = true;
    // The others may have come to their end meanwhile.
    if (line.busy < line.most) lookIfFull(line);
  }

  /** What found no room goes out as soon as there is some, not with the next sweep. */
  function lookIfFull(line: Line): void {
    if (!line.full || stopped) return;
    line.full = false;
    look(line).catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'sweep failed'));
  }

  /** False where it has not arrived: what stands behind it must wait. */
  async function deliver(channel: Channel, delivery: Delivery, owner: string): Promise<boolean> {
    try {
      await handOver(channel, delivery, owner);
    } catch (error) {
      if (error instanceof TakenOver) return false;
      const what = outcomeOf(error);
      const seen = { channel: channel.name, delivery: delivery.id, outcome: what.kind, reason: what.why };
      if (what.kind === 'later') log.info(seen, 'reply put off');
      else log.warn(seen, 'reply not delivered');
      meter?.count('delivery', { channel: channel.name, outcome: what.kind });
      await outbox.notDelivered(delivery.id, what);
      return false;
    }
    meter?.count('delivery', { channel: channel.name, outcome: 'delivered' });
    await outbox.delivered(delivery.id);
    return true;
  }

  /** One try within its time. A channel that hears nothing of the signal is left alone, and counts no further part. */
  async function handOver(channel: Channel, delivery: Delivery, owner: string): Promise<void> {
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(limitMs)]);
    const handedOver = async () => {
      signal.throwIfAborted();
      if (!(await outbox.handedOver(delivery.id, owner))) throw new TakenOver();
    };
    const late = Promise.withResolvers<never>();
    const giveUp = () => late.reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await Promise.race([channel.send(delivery, signal, handedOver), late.promise]);
    } finally {
      signal.removeEventListener('abort', giveUp);
      ending.abort();
    }
  }

  async function look(line: Line): Promise<void> {
    line.again = true;
    if (line.looking) return;
    line.looking = true;
    try {
      while (line.again && !stopped) {
        line.again = false;
        const room = line.most - line.busy;
        line.full = room <= 0;
        if (room <= 0) break;
        const found = await outbox.due(line.channel.name, owner, room);
        if (found.length === room) line.full = true;
        for (const delivery of found) begin(line, delivery);
      }
    } finally {
      line.looking = false;
    }
  }

  /** What is behind it, or found no room before, is looked for once it is done. */
  function begin(line: Line, delivery: Delivery): void {
    line.busy += 1;
    const work = deliver(line.channel, delivery, owner)
      .catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'delivery left for later'))
      .then(() => {
        line.busy -= 1;
        swept.delete(work);
        if (!stopped) look(line).catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'sweep failed'));
      });
    swept.add(work);
  }

  return {
    send,
    behind: (channel) => {
      const line = lines.get(channel);
      if (line === undefined) return;
      line.full = true;
      if (line.busy < line.most) lookIfFull(line);
    },
    sweep: async () => {
      await Promise.all([...lines.values()].map(look));
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled([...swept]);
    },
  };
}

function lineOf(channel: Channel): Line {
  return { channel, most: channel.atOnce ?? usualAtOnce, busy: 0, full: false, looking: false, again: false };
}

/** Another process has the lease now: what is left to do is its own. */
class TakenOver extends Error {
  override name = 'TakenOver';
}

function outcomeOf(error: unknown): NotDelivered {
  const why = reasonOf(error);
  if (error instanceof Refused) return { kind: 'refused', why };
  return error instanceof Later ? { kind: 'later', why, until: error.until.toISOString() } : { kind: 'failed', why };
}
