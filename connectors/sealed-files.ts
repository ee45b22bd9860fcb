import type { Attachments } from '../bot/ports.ts';
import type { SafeDownload } from './safe-download.ts';

/** An address of a file opens it for anybody: it is sealed while it waits. Neither read, changed nor invented by whoever is handed one. */
export type RefSeal = { seal(text: string): string; open(sealed: string): string | null };

/** Fetches a file that came with a message, by its sealed address. Null: it is not there any longer, or stands where we fetch nothing. */
export function fetchSealed(download: SafeDownload, seal: RefSeal): Attachments['fetch'] {
  return async (_from, { ref }, signal) => {
    const address = seal.open(ref);
    if (address === null) return null;
    const got = await download(address, signal);
    return got.kind === 'bytes' ? got.bytes : null;
  };
}
