import type { Bot } from 'grammy';
import { Unavailable } from '../../bot/errors.ts';
import { paperLimits } from '../../bot/paper-types.ts';
import type { Attachments } from '../../bot/ports.ts';
import { party, signalFor, statusOf } from './client.ts';

export type FilesOptions = { bot: Bot; token: string; apiRoot: string };

const limitMs = 10_000;

/**
 * Fetches a file that came with a message: from the Bot API server alone, which is the operator's setting, no redirect followed, no more bytes than a
 * paper may have. Null: it is not there any longer, or too large.
 */
export function fetchFromTelegram({ bot, token, apiRoot }: FilesOptions): Attachments['fetch'] {
  return async (_from, { ref }, signal) => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
    const path = await pathOf(bot, ref, limited);
    if (path === null) return null;
    try {
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { redirect: 'error', signal: limited });
      if (response.status >= 400 && response.status < 500 && response.status !== 429) return null;
      if (!response.ok || response.body === null) throw new Error('no answer');
      return await bytesOf(response.body);
    } catch {
      signal.throwIfAborted();
      // The address holds the token: it goes no further.
      throw new Unavailable(party);
    }
  };
}

async function pathOf(bot: Bot, ref: string, signal: AbortSignal): Promise<string | null> {
  try {
    const { file_path: path, file_size: size = 0 } = await bot.api.getFile(ref, signalFor(signal));
    // The path is the platform's: it must stay below its folder all the same.
    return path === undefined || size > paperLimits.bytes || !/^[\w-][\w./ -]*$/.test(path) || path.includes('..') ? null : encodeURI(path);
  } catch (error) {
    // Anything else but a plain no may pass: what is asked for again is not lost.
    if (statusOf(error) === '400') return null;
    throw new Unavailable(party);
  }
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > paperLimits.bytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
