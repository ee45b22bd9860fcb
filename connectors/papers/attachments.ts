import type { Attachments } from '../../bot/ports.ts';

/** How one channel hands out the bytes of a file that came with a message. */
export type FetchFile = Attachments['fetch'];

/** The channels that take files, each with its own way to fetch them. */
export function createAttachments(channels: Record<string, FetchFile>): Attachments {
  const ways = new Map(Object.entries(channels));
  return {
    takes: (channel) => ways.has(channel),
    fetch: async (from, file, signal) => (await ways.get(from.channel)?.(from, file, signal)) ?? null,
  };
}
