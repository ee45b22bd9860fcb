import { appendFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hasEnded } from '../../bot/dossier-due.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import { OperatorError } from '../../bot/errors.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';
import { headingTest, keysOf } from '../../connectors/dossiers/file/columns.ts';
import { keyOf } from '../../connectors/dossiers/file/key.ts';
import type { OwnWords } from '../../connectors/dossiers/file/own-columns.ts';
import { createRowReader } from '../../connectors/dossiers/file/row-dossier.ts';
import { readRows } from '../../connectors/dossiers/file/rows.ts';
import type { Database } from '../../knowledge/database.ts';
import { type Kept, keepDossiers, markAbsent } from '../../knowledge/register.ts';

export type ImportOptions = {
  pool: Database['pool'];
  file: string;
  /** Headings and statuses of the agency's own. */
  own: OwnWords;
  /** ISO 8601: when the agency said so; null: when the file was written. */
  asOf: string | null;
  /** The file is all that its agencies have: what is not in it has left their lists. */
  isWhole: boolean;
  /** What ended before this day (`YYYY-MM-DD`) is not taken: it would be forgotten at once. */
  keptSince: string;
  /** Where the report goes. */
  folder: string;
  signal: AbortSignal;
};

export type Rejected = { line: number; reason: string };
export type ImportReport = Kept & {
  read: number;
  rejected: number;
  /** The first of the rejected rows; all of them are in the report. */
  first: Rejected[];
  /** Dossiers that nobody can prove to be theirs: neither PIN nor phone nor ID number. */
  withoutFactor: number;
  /** Ended too long ago to be kept. */
  past: number;
  /** How many of the register's dossiers the agency's whole list no longer has; null: the file does not say. */
  absent: number | null;
  /** Headings that are none of ours. */
  unknown: string[];
  /** Sheets of a workbook that are shown and not read. */
  unreadSheets: string[];
  path: string;
  /** Why the file could not be read to its end, or null. What was read before is kept. */
  broken: string | null;
};

const batchSize = 500;
const mostShown = 10;

/** Reads an agency's export into the register, a batch at a time, each durable by itself. The report names rows by line and reason alone. */
export async function importDossiers({
  pool,
  file,
  own,
  asOf: given,
  isWhole,
  keptSince,
  folder,
  signal,
}: ImportOptions): Promise<ImportReport> {
  const keys = keysOf(own.columns);
  const known = new Set(Object.values(keys).flat());
  const seen = new Set<string>();
  const rejectedCodes = new Set<string>();
  /** Rows that may be any dossier's: with one of them nobody can say what the file lacks. */
  let unnamed = 0;
  const asOf = given ?? writtenAt(file);
  const report: ImportReport = { ...none, first: [], unknown: [], unreadSheets: [], path: newReport(folder) };
  const readRow = createRowReader({ keys, statuses: own.statuses, codeOf, asOf });
  let batch: Dossier[] = [];
  let rejected: Rejected[] = [];

  async function flush(): Promise<void> {
    const kept = await keepDossiers(pool, batch);
    report.added += kept.added;
    report.changed += kept.changed;
    report.unchanged += kept.unchanged;
    report.older += kept.older;
    if (rejected.length > 0) appendFileSync(report.path, rejected.map((each) => `${JSON.stringify(each)}\n`).join(''));
    batch = [];
    rejected = [];
  }

  function reject(line: number, reason: string): void {
    report.rejected += 1;
    rejected.push({ line, reason });
    if (report.first.length < mostShown) report.first.push({ line, reason });
  }

  const onHeadings = (headings: string[]) => {
    report.unknown = headings.filter((heading) => heading !== '' && !known.has(keyOf(heading)));
  };
  const onUnreadSheets = (names: string[]) => {
    report.unreadSheets = names;
  };
  try {
    for await (const row of readRows({ file, isHeading: headingTest(keys), onHeadings, onUnreadSheets })) {
      report.read += 1;
      const read = row.kind === 'row' ? readRow(row.cells) : ({ kind: 'rejected', code: null, reason: row.reason } as const);
      if (read.kind === 'rejected') {
        reject(row.line, read.reason);
        if (read.code === null) unnamed += 1;
        else rejectedCodes.add(read.code);
      } else if (seen.has(read.dossier.code)) reject(row.line, 'the code stands in an earlier row');
      else {
        const { pin, phone, idNumber } = read.dossier.factor;
        if (pin === '' && phone === '' && idNumber === '') report.withoutFactor += 1;
        seen.add(read.dossier.code);
        if (hasEnded(read.dossier) && (read.dossier.finishedOn ?? keptSince) < keptSince) report.past += 1;
        else batch.push(read.dossier);
      }
      if (batch.length + rejected.length < batchSize) continue;
      await flush();
      if (signal.aborted) throw new OperatorError('The server is being stopped: import the file again.');
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    report.broken = error.message;
  }
  await flush();
  if (isWhole && report.broken === null && unnamed === 0) {
    const codes = [...seen, ...rejectedCodes];
    report.absent = await markAbsent(pool, { agencies: agenciesOf(codes), codes, asOf });
  }
  const { first: _, path: __, ...counts } = report;
  appendFileSync(report.path, `${JSON.stringify({ file: basename(file), ...counts })}\n`);
  return report;
}

const none = { read: 0, added: 0, changed: 0, unchanged: 0, older: 0, rejected: 0, withoutFactor: 0, past: 0, absent: null, broken: null };

/** The agency's part of each code: a file is whole for those that it names. */
function agenciesOf(codes: string[]): string[] {
  return [...new Set(codes.map((code) => code.split('-')[0] ?? ''))];
}

function codeOf(text: string): string | null {
  const found = findDossierCode(text);
  return found.kind === 'code' ? found.code : null;
}

function newReport(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `dossiers-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl`);
  writeFileSync(path, '');
  return path;
}

/** In Vietnamese time. */
function writtenAt(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new OperatorError(`${file} cannot be read: ENOENT`);
  return `${new Date(stat.mtimeMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
