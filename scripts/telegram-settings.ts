import { z } from 'zod';
import { webhookPath } from '../connectors/telegram/webhook.ts';

/** A Telegram bot. */
export type TelegramSettings = {
  token: string;
  apiRoot: string;
  /** null: we ask for updates, instead of having them brought. */
  webhook: { url: string; secret: string } | null;
};

type Given = Record<string, string | undefined>;

const names = ['TELEGRAM_TOKEN', 'TELEGRAM_MODE', 'TELEGRAM_SECRET', 'TELEGRAM_API_ROOT'];

const schema = z.object({
  TELEGRAM_TOKEN: z.string('is needed, as @BotFather gives it').regex(/^\d{3,}:[\w-]{20,}$/, 'must be a token as @BotFather gives it'),
  TELEGRAM_MODE: z.enum(['webhook', 'polling']).default('polling'),
  TELEGRAM_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, _ or -')
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine((text) => isRoot(text), 'must be http:// or https:// and a host, without / at the end')
    .default('https://api.telegram.org'),
});

/** Reads the settings named TELEGRAM_…. None set: null. Half-set is a fault that names what is missing. `publicUrl`: where we are reached. */
export function readTelegramSettings(given: Given, publicUrl: string | null): { settings: TelegramSettings | null; faults: string[] } {
  if (names.every((name) => given[name] === undefined)) return { settings: null, faults: [] };
  const read = schema.safeParse(given);
  const faults = (read.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`);
  const isBrought = given.TELEGRAM_MODE === 'webhook';
  if (isBrought && given.TELEGRAM_SECRET === undefined) faults.push('TELEGRAM_SECRET: is needed beside TELEGRAM_MODE=webhook');
  if (isBrought && publicUrl === null) faults.push('PUBLIC_URL: is needed beside TELEGRAM_MODE=webhook, for the platform to reach us');
  if (!isBrought && given.TELEGRAM_SECRET !== undefined) faults.push('TELEGRAM_MODE: must be webhook where TELEGRAM_SECRET is set');
  if (!read.success || faults.length > 0) return { settings: null, faults };
  const { TELEGRAM_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_SECRET: secret } = read.data;
  const webhook = isBrought && secret !== undefined && publicUrl !== null ? { url: `${publicUrl}${webhookPath}`, secret } : null;
  return { settings: { token, apiRoot, webhook }, faults: [] };
}

function isRoot(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (
    url !== null && /^https?:$/.test(url.protocol) && !text.endsWith('/') && url.search === '' && url.hash === '' && url.username === ''
  );
}
