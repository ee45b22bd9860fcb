import type { Logger } from 'pino';
import type { Meter, Pace } from '../bot/ports.ts';
import { createTelegram, type Telegram } from '../connectors/telegram.ts';
import { createAlerts } from '../knowledge/channel-alerts.ts';
import type { Database } from '../knowledge/database.ts';
import { withLease } from '../knowledge/lease.ts';
import { createUnreachable } from '../knowledge/unreachable.ts';
import type { TelegramSettings } from './telegram-settings.ts';

export type TelegramParts = {
  pool: Database['pool'];
  settings: TelegramSettings;
  pace: Pace;
  meter: Meter;
  log: Logger;
  now: () => Date;
};

/** A Telegram bot as a channel. */
export function openTelegram({ pool, settings, ...parts }: TelegramParts): Telegram {
  const alone = (work: () => Promise<void>) => withLease(pool, 'telegram polling', work);
  return createTelegram({ ...settings, ...parts, alone, alerts: createAlerts(pool), unreachable: createUnreachable(pool) });
}
