import type { Logger } from 'pino';
import type { Dialog } from './dialog.ts';
import { reasonOf, Unavailable } from './errors.ts';
import { emptyMemory } from './memory.ts';
import { shownWithFiles } from './papers-said.ts';
import type { Accepted, Channel, Inbox, Meter, Outbox, Taken } from './ports.ts';
import { plainReply } from './reply.ts';
import { shownOf, shownWhileSecret } from './secrets.ts';
import { createSending } from './sending.ts';
import { clean } from './text.ts';
import type { Message, TurnResult } from './types.ts';
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
/** A message that ended the process this often is answered with an apology instead. */
const mostAttempts = 3;

export function createAssistant(options: AssistantOptions): Assistant {
  const { inbox, dialog, log, replica } = options;
  const sending = createSending(options);
  const busy = new Map<string, Promise<void>>();
  const called = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let sweeping: Promise<void> = Promise.resolve();
  let stopped = false;
  let drains = 0;

  async function receive(message: Message): Promise<Accepted> {
    const text = clean(message.text);
    const shown = shownWithFiles(shownOf(text), message.files);
    const accepted = await inbox.accept({ ...message, text }, shown, shownWithFiles(shownWhileSecret(text), message.files));
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
    if (!(await inbox.lease(conversation, owner))) return;
    try {
      await takeTurns(conversation, owner);
    } catch (error) {
      // The rest is taken up by the next sweep, not when the lease has run out. Where the database is away, that must do.
      await inbox.abandon(conversation, owner).catch(() => log.debug('lease left to run out'));
      throw error;
    }
  }

  async function takeTurns(conversation: string, owner: string): Promise<void> {
    for (let empty = 0; empty < 2; ) {
      if (stopped) return inbox.abandon(conversation, owner);
      const taken = await inbox.next(conversation, owner);
      if (taken !== null) {
        empty = 0;
        await takeTurn(taken, conversation, owner);
      } else if (await inbox.release(conversation, owner)) return;
      else empty += 1;
    }
  }

  async function takeTurn(taken: Taken, conversation: string, owner: string): Promise<void> {
    const started = performance.now();
    const result = await resultOf(taken);
    const ms = performance.now() - started;
    const deliveries = await inbox.record(taken, conversation, owner, result, ms);
    if (deliveries === null) return;
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
    await sending.send(deliveries, owner);
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
    return { replies: [plainReply('not-found', wording.failed[memory.language])], memory, notes: [], candidates: [] };
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
