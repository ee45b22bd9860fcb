import type { Logger } from 'pino';
import type { Meter, Pace } from '../bot/ports.ts';
import type { Place, SafeDownload } from '../connectors/safe-download.ts';
import type { Telegram } from '../connectors/telegram.ts';
import type { Database } from '../knowledge/database.ts';
import { createPace } from '../knowledge/pace.ts';
import type { Config } from './config.ts';
import { type Messaging, openMessaging } from './open-messaging.ts';
import type { Zalo } from './open-zalo.ts';
import type { ZaloBot } from './open-zalo-bot.ts';

export type ChannelParts = {
  pool: Database['pool'];
  config: Config;
  meter: Meter;
  log: Logger;
  now: () => Date;
  /** Ready-made, in place of our own. */
  pace?: Pace;
  download?: SafeDownload;
  place?: Place;
};

/** The platforms that carry messages; null where one is not set up. */
export type OpenChannels = { telegram: Telegram | null; zalo: Zalo | null; zaloBot: ZaloBot | null; messaging: Messaging };

/** What most installations are without is read from the disk where it is set: the libraries behind each take some megabytes. */
const optional = {
  telegram: () => import('./open-telegram.ts'),
  zalo: () => import('./open-zalo.ts'),
  zaloBot: () => import('./open-zalo-bot.ts'),
};

export async function openChannels({ pool, config, meter, log, now, download, place, ...parts }: ChannelParts): Promise<OpenChannels> {
  const { telegram, zalo, zaloBot, messaging: clients, notices, dataDir } = config;
  const reach = { pool, meter, now, pace: parts.pace ?? createPace({ pool }) };
  const keyed = { ...reach, key: notices.key, log, ...(download !== undefined && { download }) };
  // Signatures are of the clock that both sides have.
  const wire = { ...reach, key: notices.key, now: () => new Date(), ...(place !== undefined && { place }) };
  return {
    telegram: telegram === null ? null : (await optional.telegram()).openTelegram({ ...reach, settings: telegram, log }),
    zalo: zalo === null ? null : await (await optional.zalo()).openZalo({ ...keyed, settings: zalo, dataDir }),
    zaloBot: zaloBot === null ? null : await (await optional.zaloBot()).openZaloBot({ ...keyed, settings: zaloBot }),
    messaging: await openMessaging({ ...wire, clients, publicUrl: notices.publicUrl }),
  };
}

/** How files that came with messages are fetched, by channel. */
export function fetchersOf({ telegram, zalo, zaloBot, messaging }: OpenChannels) {
  return {
    ...(zalo !== null && { zalo: zalo.fetch }),
    ...(telegram !== null && { telegram: telegram.fetch }),
    ...(zaloBot !== null && { 'zalo-bot': zaloBot.fetch }),
    ...messaging.fetchers,
  };
}
