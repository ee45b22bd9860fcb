import type { Logger } from 'pino';
import { paperLimits } from '../bot/paper-types.ts';
import type { Accepted, Channel, Meter, Pace } from '../bot/ports.ts';
import type { Message } from '../bot/types.ts';
import type { FetchFile } from '../connectors/papers/attachments.ts';
import { createSafeDownload, type SafeDownload } from '../connectors/safe-download.ts';
import { fetchSealed } from '../connectors/sealed-files.ts';
import { mediaHosts } from '../connectors/zalo/attachments.ts';
import { createBotCall, party } from '../connectors/zalo-bot/call.ts';
import { askFor, bringTo, type Listening } from '../connectors/zalo-bot/listen.ts';
import { createZaloBotChannel } from '../connectors/zalo-bot/send.ts';
import { createTake } from '../connectors/zalo-bot/take.ts';
import { createTyping } from '../connectors/zalo-bot/typing.ts';
import { botWebhook } from '../connectors/zalo-bot/webhook.ts';
import { createAlerts } from '../knowledge/channel-alerts.ts';
import type { Database } from '../knowledge/database.ts';
import { withLease } from '../knowledge/lease.ts';
import { sealFor } from '../knowledge/seals.ts';
import type { ZaloBotSettings } from './zalo-bot-settings.ts';

export type ZaloBotParts = {
  pool: Database['pool'];
  settings: ZaloBotSettings;
  /** The operator's key, or null: the installation's own. */
  key: Buffer | null;
  pace: Pace;
  meter: Meter;
  log: Logger;
  now: () => Date;
  download?: SafeDownload;
  /** How long is waited where the platform has had too many calls, where it does not answer, and before a person is shown that an answer comes. */
  pauses?: { rateMs?: number; retryMs?: number; typingMs?: number };
};

/** A bot of the Zalo Bot platform as a channel. */
export type ZaloBot = {
  /** Files that came with messages. */
  fetch: FetchFile;
  channel: Channel;
  /** `listen` begins to hear the platform, once the routes answer. */
  hear(receive: (message: Message) => Promise<Accepted>): { routes: ReturnType<typeof botWebhook>; listen(): Listening };
};

const media = { party, hosts: mediaHosts, mostBytes: paperLimits.bytes, limitMs: 10_000 };

export async function openZaloBot(parts: ZaloBotParts): Promise<ZaloBot> {
  const { pool, settings, key, pace, meter, log, now, download = createSafeDownload(media), pauses = {} } = parts;
  const seal = await sealFor(pool, key, 'zalo-bot');
  const call = createBotCall({ url: settings.apiUrl, token: settings.token });
  const typing = createTyping({ call, log, ...(pauses.typingMs !== undefined && { afterMs: pauses.typingMs }) });
  const alerts = createAlerts(pool);
  const rate = pauses.rateMs === undefined ? {} : { pauseMs: pauses.rateMs };
  const retry = pauses.retryMs === undefined ? {} : { shortestMs: pauses.retryMs };
  return {
    fetch: fetchSealed(download, seal),
    channel: createZaloBotChannel({ call, pace, typing, alerts, log, now, ...rate }),
    hear: (receive) => {
      const take = createTake({ receive, seal, typing, meter });
      const { webhook } = settings;
      return {
        routes: webhook === null ? () => {} : botWebhook({ secret: webhook.secret, take, meter }),
        listen: () => {
          const options = { call, alerts, log, ...retry };
          const alone = (work: () => Promise<void>) => withLease(pool, 'zalo bot polling', work);
          const listening = webhook === null ? askFor(take, { ...options, alone }) : bringTo(webhook.url, webhook.secret, options);
          return {
            stop: async () => {
              typing.stop();
              await listening.stop();
            },
          };
        },
      };
    },
  };
}
