import { setTimeout as wait } from 'node:timers/promises';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Accepted, Alerts, Attachments, Channel, Drafts, History, Meter, Pace, TextToSpeech } from '../bot/ports.ts';
import type { Message } from '../bot/types.ts';
import { createClient, groupParty, signalFor, statusOf } from './telegram/client.ts';
import { menuIn } from './telegram/commands.ts';
import { fetchFromTelegram } from './telegram/files.ts';
import { startPolling } from './telegram/polling.ts';
import { createTelegramChannels } from './telegram/send.ts';
import { createTake } from './telegram/take.ts';
import { createTokenAlert } from './telegram/token-alert.ts';
import { createTyping } from './telegram/typing.ts';
import { allowedUpdates } from './telegram/updates.ts';
import { telegramWebhook } from './telegram/webhook.ts';

export type TelegramOptions = {
  token: string;
  apiRoot: string;
  /** Where the platform brings updates, and what it says with them; null: we ask for them. */
  webhook: { url: string; secret: string } | null;
  pace: Pace;
  /** Nothing reaches this person any longer: nothing more is told there unprompted. */
  unreachable(channel: string, person: string): Promise<void>;
  /** Runs it where no other replica does; throws `OperatorError` where one does. */
  alone(work: () => Promise<void>): Promise<void>;
  alerts: Alerts;
  meter: Meter;
  log: Logger;
  now: () => Date;
};

export type Telegram = {
  /** Files that came with messages. */
  fetch: Attachments['fetch'];
  /** The link where people talk with it alone; null until the platform has said who we are. */
  privately(): string | null;
  /** The name of the channel of people in groups. */
  group: string;
  /** To people, and to people in groups. */
  channels(drafts: Pick<Drafts, 'file'>, mouth?: TextToSpeech | null): Channel[];
  /** `receive` resolves when the message is durable. */
  open(to: { receive(message: Message): Promise<Accepted>; history: Pick<History, 'read' | 'forget'> }): OpenTelegram;
};

export type OpenTelegram = {
  routes: ((app: Express) => void)[];
  /** Resolves when the platform knows where to bring updates, or is asked for them; it is tried again until then. */
  start(): Promise<void>;
  close(): Promise<void>;
};

const longestPauseMs = 60_000;

export function createTelegram(options: TelegramOptions): Telegram {
  const { token, apiRoot, webhook, pace, unreachable, alone, alerts, meter, log, now } = options;
  const bot = createClient({ token, apiRoot, pace });
  const typing = createTyping(bot);
  const tokenAlert = createTokenAlert(alerts, log);

  async function setUp(stopped: AbortSignal): Promise<void> {
    const signal = signalFor(stopped);
    if (!bot.isInited()) bot.botInfo = await bot.api.getMe(signal);
    await bot.api.setMyCommands(menuIn('vi'), {}, signal);
    await bot.api.setMyCommands(menuIn('en'), { language_code: 'en' }, signal);
    if (webhook === null) return;
    await bot.api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: [...allowedUpdates] }, signal);
  }

  /** A platform that is away holds nothing else up. */
  async function insist(stopped: AbortSignal): Promise<void> {
    for (let pauseMs = 1_000; !stopped.aborted; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
      try {
        await setUp(stopped);
        return await tokenAlert.works();
      } catch (error) {
        if (stopped.aborted) return;
        const status = statusOf(error);
        log.warn({ status }, 'Telegram could not be set up yet');
        await tokenAlert.refused(status);
        await wait(pauseMs, undefined, { signal: stopped }).catch(() => {});
      }
    }
  }

  return {
    group: groupParty,
    fetch: fetchFromTelegram({ bot, token, apiRoot }),
    privately: () => (bot.isInited() ? `https://t.me/${bot.botInfo.username}` : null),
    channels: (drafts, mouth = null) => createTelegramChannels({ bot, drafts, mouth, typing, tokenAlert, unreachable, log, now }),
    open: ({ receive, history }) => {
      const stopping = new AbortController();
      const take = createTake({ bot, botId: Number.parseInt(token, 10), receive, history, typing, unreachable, log });
      let polling: { stop(): Promise<void> } | null = null;
      let ready: Promise<void> = Promise.resolve();
      const begin = async () => {
        await insist(stopping.signal);
        if (webhook === null && !stopping.signal.aborted) polling = startPolling({ bot, take, alone, tokenAlert, meter, log });
      };
      return {
        routes: webhook === null ? [] : [telegramWebhook({ secret: webhook.secret, take, meter, log })],
        start: () => {
          ready = begin();
          return ready;
        },
        close: async () => {
          stopping.abort();
          await ready;
          await polling?.stop();
          typing.stop();
          await take.settled();
        },
      };
    },
  };
}
