import { statfs } from 'node:fs/promises';
import type { PaperPorts } from '../bot/papers.ts';
import type { Meter } from '../bot/ports.ts';
import { createAttachments, type FetchFile } from '../connectors/papers/attachments.ts';
import { type ClamdPlace, createScan } from '../connectors/papers/clamd.ts';
import { createLook } from '../connectors/papers/look-aside.ts';
import { createPapers } from '../connectors/papers/papers.ts';
import type { Database } from '../knowledge/database.ts';
import { paperSeal } from '../knowledge/paper-seal.ts';
import { createPaperStore } from '../knowledge/papers.ts';
import { createUploads, type Uploads } from '../knowledge/uploads.ts';

export type PaperParts = {
  pool: Database['pool'];
  /** The operator's key, or null: the installation's own. */
  key: Buffer | null;
  clamd: ClamdPlace | null;
  /** Where the embedded database stands; null: the database is elsewhere. */
  folder: string | null;
  meter: Meter;
  /** Of the channels beside the web chat on which files come, each its own. */
  fetchers?: Record<string, FetchFile>;
};

export type OpenPapers = { ports: PaperPorts; uploads: Uploads };

const megabyte = 1024 * 1024;
/** A file that is looked at longer costs its sender the file, not the turn. */
const look = { limitMs: 6_000, memory: 512, atOnce: 2 };
const scanMs = 8_000;
/** What files leave of the disk of the embedded database: on a full one nothing more could be said. */
const spare = 256 * megabyte;
/** What one person may have waiting, and all together. */
const waiting = { most: { count: 10, bytes: 40 * megabyte }, room: 2_048 * megabyte };

/** Files of citizens: taken by the web chat, looked at, kept sealed. */
export async function openPapers({ pool, key, clamd, folder, meter, fetchers = {} }: PaperParts): Promise<OpenPapers> {
  const seal = await paperSeal(pool, key);
  const fits = async (bytes: number) => folder === null || (await leftOn(folder)) > bytes + spare;
  const uploads = createUploads({ pool, seal, ...waiting, fits });
  const attachments = createAttachments({ ...fetchers, web: (from, file) => uploads.read(from, file.ref) });
  const papers = createPapers({ look: createLook(look), scan: clamd === null ? null : createScan(clamd, scanMs), meter });
  return { ports: { papers, store: createPaperStore({ pool, seal, fits }), attachments, meter }, uploads };
}

async function leftOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
