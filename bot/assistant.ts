import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Dialog } from './dialog.ts';
import { reasonOf, Unavailable } from './errors.ts';
import { emptyMemory } from './memory.ts';
import { shownWithFiles } from './papers-said.ts';
import type { Accepted, Channel, Delivery, Inbox, Meter, Outbox, Taken } from './ports.ts';
import { plainReply } from './reply.ts';
import { createRoom } from './room.ts';
import { shownOf, shownWhileSecret } from './secrets.ts';
import { createSending } from './sending.ts';
import { clean } from './text.ts';
import type { Message, TurnResult } from './types.ts';
import { voiceShown, voiceWording } from './voice-wording.ts';
import { wording } from './wording.ts';

export type AssistantOptions = {
  inbox: Inbox;
  outbox: Outbox;
  dialog: Dialog;
  channels: Channel[];
  log: Logger;
  replica: string;
  meter?: Meter;
};

export type Assistant = {
  /** Resolves once the message is durable: only then may a webhook be answered. The reply comes later, by the channel. */
  receive(message: Message): Promise<Accepted>;
  /** Begins to take up what waits: messages that a dead process left, replies that could not be sent. */
  start(): void;
  /** Turns in progress finish; nothing new is taken. */
  stop(): Promise<void>;
};

const turnLimitMs = 20_000;
const sweepMs = 1_000;
/** Turns at once. More would only wait for one another, and new messages behind them, before they are acknowledged. */
const mostTurns = 32;
/** The pictures of an album come one after the other, and are answered together. */
const albumMs = 1_500;
/** A message that ended the process this often is answered with an apology instead. */
const mostAttempts = 3;

export function createAssistant(options: AssistantOptions): Assistant {
  const { inbox, dialog, log, replica } = options;
  const sending = createSending(options);
  const turns = createRoom(mostTurns);
  const busy = new Map<string, Promise<void>>();
  const called = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<void> = Promise.resolve();
  let stopped = false;
  let drains = 0;
  let breathing: Promise<void> = Promise.resolve();

  async function receive(message: Message): Promise<Accepted> {
    const text = clean(message.text);
    const spoken = message.voice !== undefined && text === '';
    const shown = shownWithFiles(spoken ? voiceShown : shownOf(text), message.files);
    const whileSecret = shownWithFiles(spoken ? voiceShown : shownWhileSecret(text), message.files);
    const accepted = await inbox.accept({ ...message, text }, shown, whileSecret);
    wake(accepted.conversation);
    return accepted;
  }

  /** One drain at a time for each conversation in this process; the lease keeps other processes away. */
  function wake(conversation: string): void {
    if (stopped) return;
    if (busy.has(conversation)) {
      called.add(conversation);
      return;
    }
    const work = drain(conversation)
      .catch((error: unknown) => log.error({ reason: reasonOf(error) }, 'conversation left for later'))
      .finally(() => {
        busy.delete(conversation);
        if (called.delete(conversation)) wake(conversation);
      });
    busy.set(conversation, work);
  }

  async function drain(conversation: string): Promise<void> {
    drains += 1;
    const owner = `${replica}/${drains}`;
    // The lease comes after: it does not run out in a queue.
    let leave = await turns.enter();
    try {
      if (!(await inbox.lease(conversation, owner))) return;
      for (let empty = 0; empty < 2; leave = await turns.enter()) {
        if (stopped) return await inbox.abandon(conversation, owner);
        await breath();
        let taken = await inbox.next(conversation, owner);
        if (taken?.message.album !== undefined) {
          leave();
          await wait(albumMs);
          leave = await turns.enter();
          taken = await inbox.gather(taken, conversation, owner);
        }
        const replies = taken === null ? null : await takeTurn(taken, conversation, owner);
        leave();
        empty = taken === null ? empty + 1 : 0;
        if (replies !== null) await send(replies, taken?.message.channel ?? '', owner);
        // Most people write one message and wait: the lease goes back without another look for more.
        if (await inbox.release(conversation, owner)) return;
      }
    } catch (error) {
      // The rest is taken up by the next sweep, not when the lease has run out. Where the database is away, that must do.
      await inbox.abandon(conversation, owner).catch(() => log.debug('lease left to run out'));
      throw error;
    } finally {
      leave();
    }
  }

  /**
   * One turn begins after the other, and between them is a look at what comes in: a crowd of answers does not hold up who is acknowledged, and few
   * messages are in hand when a process dies.
   */
  function breath(): Promise<void> {
    breathing = breathing.then(() => setImmediate());
    return breathing;
  }

  /** What may be delivered now; null where the turn is another's. */
  async function takeTurn(taken: Taken, conversation: string, owner: string): Promise<Delivery[] | null> {
    const started = performance.now();
    const result = await resultOf(taken);
    const ms = performance.now() - started;
    const deliveries = await inbox.record(taken, conversation, owner, result, ms);
    if (deliveries === null) return null;
    const first = result.replies[0];
    options.meter?.count('turn', { kind: first?.kind ?? 'none', channel: taken.message.channel });
    log.info(
      {
        channel: taken.message.channel,
        entry: taken.entry,
        kind: first?.kind,
        aspect: first?.aspect,
        procedures: first?.procedures,
        ms: Math.round(ms * 10) / 10,
      },
      'turn',
    );
    return deliveries;
  }

  async function send(replies: Delivery[], channel: string, owner: string): Promise<void> {
    if (replies.length === 0) sending.behind(channel);
    else await sending.send(replies, owner);
  }

  async function resultOf(taken: Taken): Promise<TurnResult> {
    // What an earlier release did not keep is as at the beginning.
    const memory = { ...emptyMemory, ...taken.memory };
    try {
      // A channel's id may come again once its conversation was deleted; with the place in the inbox it is this message's alone.
      const message = { ...taken.message, id: `${taken.message.id}#${taken.entry}` };
      if (taken.attempts <= mostAttempts) return await dialog(message, memory, AbortSignal.timeout(turnLimitMs));
      log.error({ entry: taken.entry, attempts: taken.attempts }, 'turn given up');
    } catch (error) {
      // A party that is away for a moment costs no answer: the message is taken up again.
      if (error instanceof Unavailable && taken.attempts < mostAttempts) throw error;
      log.error({ entry: taken.entry, reason: reasonOf(error) }, 'turn failed');
    }
    const failed = taken.message.voice === undefined ? wording.failed : voiceWording.failed;
    return { replies: [plainReply('not-found', failed[memory.language])], memory, notes: [], candidates: [] };
  }

  async function sweep(): Promise<void> {
    for (const conversation of await inbox.waiting(50)) wake(conversation);
    await sending.sweep();
  }

  function schedule(delay: number): void {
    if (stopped) return;
    timer = setTimeout(async () => {
      try {
        sweeping = sweep();
        await sweeping;
        schedule(sweepMs);
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'sweep failed');
        schedule(5 * sweepMs);
      }
    }, delay);
  }

  return {
    receive,
    start: () => schedule(0),
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await Promise.allSettled([...busy.values(), sweeping]);
      await sending.stop();
    },
  };
}
