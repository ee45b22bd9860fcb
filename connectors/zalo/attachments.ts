import type { Attachments } from '../../bot/ports.ts';
import type { SafeDownload } from '../safe-download.ts';

/** Where the platform keeps what people send. */
export const mediaHosts = ['.zdn.vn', '.zadn.vn'];

/** An address of a file opens it for anybody: it is sealed while it waits. */
export type RefSeal = { seal(text: string): string; open(sealed: string): string | null };

/** Fetches a file that came with a message. Null: it is not there any longer, or stands where we fetch nothing. */
export function fetchFromZalo(download: SafeDownload, seal: RefSeal): Attachments['fetch'] {
  return async (_from, { ref }, signal) => {
    const address = seal.open(ref);
    if (address === null) return null;
    const got = await download(address, signal);
    return got.kind === 'bytes' ? got.bytes : null;
  };
}
