import { setTimeout as wait } from 'node:timers/promises';
import { createBatchSink, createRunner, createSource, createUpdateFetcher, type RunnerHandle, sequentialize } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { Logger } from 'pino';
import { OperatorError, reasonOf } from '../../bot/errors.ts';
import type { Meter } from '../../bot/ports.ts';
import { statusOf } from './client.ts';
import type { Take } from './take.ts';
import type { TokenAlert } from './token-alert.ts';
import { allowedUpdates } from './updates.ts';

export type PollingOptions = {
  bot: Bot;
  take: Take;
  /** Runs it where no other replica does; throws `OperatorError` where one does. The platform gives updates to one at a time. */
  alone(work: () => Promise<void>): Promise<void>;
  tokenAlert: Pick<TokenAlert, 'refused'>;
  meter: Meter;
  log: Logger;
  /** How long is waited before it is tried again. */
  pauseMs?: number;
};

type Update = Parameters<Bot['handleUpdate']>[0];

/** Seconds of one long poll, and milliseconds between tries when the platform is away. */
const pollSeconds = 25;
const retryInterval = 2_000;

/** Asks for updates until it is stopped. The bot must know who it is. */
export function startPolling({ bot, take, alone, tokenAlert, meter, log, pauseMs = 5_000 }: PollingOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let runner: RunnerHandle | null = null;

  bot.use(sequentialize((context) => context.chatId?.toString()));
  bot.use(async ({ update }) => insist(update));

  /** What is not kept must not be confirmed: it is tried until it is, or until we stop and it comes again. */
  async function insist(update: unknown): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const took = await take(update);
        meter.count('telegram-update', { result: took });
        return;
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'Telegram update not kept');
        meter.count('telegram-update', { result: 'failed' });
        await pause(1_000, stopping.signal);
      }
    }
    throw new Error('stopped');
  }

  /** The next poll confirms the updates of the one before, so it waits until these are kept: a batch at a time, its chats side by side. */
  async function poll(): Promise<void> {
    await bot.api.deleteWebhook();
    const fetchOptions = { timeout: pollSeconds, allowed_updates: [...allowedUpdates] };
    const fetchUpdates = createUpdateFetcher(bot, { fetch: fetchOptions, retryInterval, silent: true });
    const sink = createBatchSink({ consume: (update: Update) => bot.handleUpdate(update) }, async () => {
      // Only when we stop is an update left unkept; by then nothing confirms it.
      if (!stopping.signal.aborted) log.error('a Telegram update was lost');
    });
    if (stopping.signal.aborted) return;
    runner = createRunner(createSource({ supply: fetchUpdates }), sink);
    runner.start();
    try {
      await runner.task();
    } finally {
      runner = null;
    }
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await alone(poll);
      } catch (error) {
        if (error instanceof OperatorError) log.debug('another replica asks Telegram');
        else if (!stopping.signal.aborted) {
          log.warn({ status: statusOf(error) }, 'asking Telegram ended; it is begun again');
          await tokenAlert.refused(statusOf(error));
        }
      }
      await pause(pauseMs, stopping.signal);
    }
  }

  const working = work();
  return {
    stop: async () => {
      stopping.abort();
      await runner?.stop();
      await working;
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => {});
}
