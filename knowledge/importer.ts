import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { OperatorError } from '../bot/errors.ts';
import { readPortalRecord } from './portal.ts';
import { type Draft, digestOf, publish } from './publish.ts';

export type Rejected = { line: number; reason: string };
/** `older`: records that are newer here than in the file, and were kept. */
export type ImportReport = { read: number; added: number; changed: number; unchanged: number; older: number; rejected: Rejected[] };
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
  const report: ImportReport = { read: 0, added: 0, changed: 0, unchanged: 0, older: 0, rejected: [] };
  let batch: Draft[] = [];
  const flush = async () => {
    const counts = await publish(options.pool, batch);
    report.added += counts.added;
    report.changed += counts.changed;
    report.unchanged += counts.unchanged;
    report.older += counts.older;
    batch = [];
  };
  let line = 0;
  try {
    for await (const text of linesOf(options)) {
      line += 1;
      if (text.trim() === '') continue;
      report.read += 1;
      const draft = draftOf(text, options.date);
      if ('reason' in draft) report.rejected.push({ line, reason: draft.reason });
      else batch.push(draft);
      if (batch.length >= batchSize) await flush();
    }
  } catch (error) {
    // The file breaks off: what was read of it is kept.
    if (error instanceof OperatorError) await flush();
    throw error;
  }
  await flush();
  return report;
}

// By line feeds alone: a JSON text may hold U+2028, where `readline` would cut it in two.
async function* linesOf({ file, onProgress }: ImportOptions): AsyncGenerator<string> {
  const { total, packed } = await look(file);
  const bytes = createReadStream(file);
  // A stream that breaks takes the last one down with its own error: the loop below meets it.
  const unpacked = (packed ? pipeline(bytes, createGunzip(), () => {}) : bytes).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of unpacked) {
      onProgress(bytes.bytesRead, total);
      const lines = String(chunk).split('\n');
      const last = lines.pop() ?? '';
      if (lines.length === 0) {
        // More than the longest line is not kept: it is rejected by its length.
        if (rest.length <= longestLine) rest += last;
        continue;
      }
      yield rest + lines.shift();
      yield* lines;
      rest = last;
    }
  } catch (error) {
    throw new OperatorError(`${file} breaks off: ${messageOf(error)}. What was read before is kept; import again when the file is whole.`);
  }
  yield rest;
}

async function look(file: string): Promise<{ total: number; packed: boolean }> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return { total: (await handle.stat()).size, packed: bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new OperatorError(`${file} cannot be read: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function draftOf(text: string, date: string): Draft | { reason: string } {
  if (text.length > longestLine) return { reason: `the line has more than ${longestLine} characters` };
  let json: unknown;
  try {
    // Trimmed, a byte-order mark is gone too.
    json = JSON.parse(text.trim());
  } catch {
    return { reason: 'the line is not JSON' };
  }
  const result = readPortalRecord(json);
  if (result.kind === 'rejected') return { reason: result.reason };
  const { procedure, recordAt } = result;
  return { procedure, origin: 'portal', url: portalPage(procedure.id), date, recordAt, digest: digestOf(procedure) };
}

/** The public page of a procedure on the national portal. */
export function portalPage(id: string): string {
  return `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${id}`;
}
