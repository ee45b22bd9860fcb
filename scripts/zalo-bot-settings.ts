import { z } from 'zod';
import { isPlainUrl } from './zalo-settings.ts';

/** A bot of the Zalo Bot platform. `webhook` null: updates are asked for. */
export type ZaloBotSettings = { token: string; apiUrl: string; webhook: { url: string; secret: string } | null };

type Given = Record<string, string | undefined>;

const schema = z.object({
  ZALO_BOT_TOKEN: z.string().regex(/^\d+:[\w-]{8,}$/, 'must be as Zalo Bot Manager gives it, digits:secret'),
  // What a header can carry.
  ZALO_BOT_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,256}$/, 'must have 8 to 256 letters, digits and signs, without blanks')
    .optional(),
  ZALO_BOT_API_URL: z
    .string()
    .refine((text) => isPlainUrl(text), 'must be https://host, with a path at most')
    .default('https://bot-api.zaloplatforms.com'),
});

/** Reads ZALO_BOT_TOKEN, ZALO_BOT_SECRET and ZALO_BOT_API_URL. None set: null. Half-set is a fault that names what is missing. */
export function readZaloBotSettings(given: Given, publicUrl: string | null): { settings: ZaloBotSettings | null; faults: string[] } {
  if (Object.keys(schema.shape).every((name) => given[name] === undefined)) return { settings: null, faults: [] };
  const read = schema.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) =>
      given[String(path[0])] === undefined
        ? `${String(path[0])}: is needed beside the other settings of the Zalo bot`
        : `${String(path[0])}: ${message}`,
    );
    return { settings: null, faults };
  }
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_SECRET: secret, ZALO_BOT_API_URL: url } = read.data;
  const apiUrl = url.replace(/\/+$/, '');
  if (secret === undefined) return { settings: { token, apiUrl, webhook: null }, faults: [] };
  if (publicUrl === null) return { settings: null, faults: ['PUBLIC_URL: is needed beside ZALO_BOT_SECRET, for the webhook of the bot'] };
  return { settings: { token, apiUrl, webhook: { url: `${publicUrl}/webhooks/zalo-bot`, secret } }, faults: [] };
}
