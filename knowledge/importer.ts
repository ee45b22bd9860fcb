import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { OperatorError } from '../bot/errors.ts';
import { readPortalRecord } from './portal.ts';
import { type Draft, digestOf, publish } from './publish.ts';

export type Rejected = { line: number; reason: string };
export type ImportReport = { read: number; added: number; changed: number; unchanged: number; rejected: Rejected[] };
export type ImportOptions = {
  pool: pg.Pool;
  file: string;
  /** The date of the export, `YYYY-MM-DD`. */
  date: string;
  /** Called now and then with the bytes read of the file and its size. */
  onProgress(done: number, total: number): void;
};

const batchSize = 100;
const longestLine = 20_000_000;

/** Reads the portal's records, one JSON object a line, plain or gzip. A bad line is reported and skipped; each batch is durable by itself. */
export async function importPortal(options: ImportOptions): Promise<ImportReport> {
  const report: ImportReport = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: [] };
  let batch: Draft[] = [];
  const flush = async () => {
    const counts = await publish(options.pool, batch);
    report.added += counts.added;
    report.changed += counts.changed;
    report.unchanged += counts.unchanged;
    batch = [];
  };
  let line = 0;
  for await (const text of linesOf(options)) {
    line += 1;
    if (text.trim() === '') continue;
    report.read += 1;
    const draft = draftOf(text, options.date);
    if ('reason' in draft) report.rejected.push({ line, reason: draft.reason });
    else batch.push(draft);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  return report;
}

async function* linesOf(options: ImportOptions): AsyncGenerator<string> {
  const { file, onProgress } = options;
  const total = await sizeOf(file);
  const packed = await isGzip(file);
  const bytes = createReadStream(file);
  let done = 0;
  bytes.on('data', (chunk) => {
    done += chunk.length;
    onProgress(done, total);
  });
  const unpacked = packed ? bytes.pipe(createGunzip()) : bytes;
  // A broken stream ends the lines early and silently unless its error is carried over.
  let failure: Error | null = null;
  const fail = (error: Error) => {
    failure = error;
    lines.close();
  };
  const lines = createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
  bytes.on('error', fail);
  unpacked.on('error', fail);
  for await (const line of lines) yield line;
  if (failure !== null) throw new OperatorError(`${file} breaks off: ${(failure as Error).message}. What was read before is kept; import again when the file is whole.`);
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw new OperatorError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

function draftOf(text: string, date: string): Draft | { reason: string } {
  if (text.length > longestLine) return { reason: `the line has ${text.length} characters, more than ${longestLine}` };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { reason: 'the line is not JSON' };
  }
  const result = readPortalRecord(json);
  if (result.kind === 'rejected') return { reason: result.reason };
  const { procedure } = result;
  return { procedure, origin: 'portal', url: portalPage(procedure.id), date, digest: digestOf(procedure) };
}

/** The public page of a procedure on the national portal. */
export function portalPage(id: string): string {
  return `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${id}`;
}
