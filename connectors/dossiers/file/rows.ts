import { open } from 'node:fs/promises';
import { OperatorError } from '../../../bot/errors.ts';
import { readCsv } from './csv.ts';
import { readJsonLines } from './json-lines.ts';
import { keyOf } from './key.ts';
import { readWorkbook, type Sheet } from './xlsx.ts';

/** A row by the keys of its headings, or why it cannot be read: fixed words, never what stands in it. */
export type Row = { kind: 'row'; line: number; cells: Record<string, unknown> } | { kind: 'unread'; line: number; reason: string };
/** A row of a table as it stands in the file; `reason` where it cannot be read. */
export type TableRow = { line: number; cells: unknown[]; reason?: string };

export type RowsOptions = {
  file: string;
  /** True for the keys of a row that can only be the heading: some exports have a title above it. */
  isHeading: (keys: string[]) => boolean;
  /** Told the headings of a table once they are found. */
  onHeadings: (headings: string[]) => void;
  /** Told the names of the sheets that are shown and not read. */
  onUnreadSheets: (names: string[]) => void;
};

/** How far down the heading of a table may stand. */
const mostAbove = 20;

/** The rows of a CSV, XLSX or JSON lines file, whichever it is by its content, one after the other. Throws `OperatorError` when it is none. */
export async function* readRows(options: RowsOptions): AsyncGenerator<Row> {
  const { file } = options;
  const start = await firstBytes(file);
  const kind = kindOf(start, file);
  if (kind === 'json') yield* readJsonLines(file);
  else if (kind === 'csv') yield* named(readCsv(file, start), options);
  else yield* readWorkbook(file, (sheets) => firstTable(sheets, options));
}

/** The first of the sheets that has headings: before it some have a cover, behind it a summary. */
async function* firstTable(sheets: Sheet[], options: RowsOptions): AsyncGenerator<Row> {
  for (const { name, rows } of sheets) {
    if (!(await hasHeadings(rows(), options))) continue;
    options.onUnreadSheets(sheets.filter((sheet) => sheet.name !== name).map((sheet) => sheet.name));
    return yield* named(rows(), options);
  }
  throw noHeading(options.file);
}

async function hasHeadings(table: AsyncGenerator<TableRow>, { isHeading }: RowsOptions): Promise<boolean> {
  let above = 0;
  for await (const { cells } of table) {
    if (isHeading(keysIn(cells))) return true;
    if (++above >= mostAbove) return false;
  }
  return false;
}

function keysIn(cells: unknown[]): string[] {
  return cells.map((cell) => (typeof cell === 'string' ? keyOf(cell) : ''));
}

async function* named(table: AsyncIterable<TableRow>, { file, isHeading, onHeadings }: RowsOptions): AsyncGenerator<Row> {
  let keys: string[] | null = null;
  let above = 0;
  for await (const { line, cells, reason } of table) {
    if (keys === null) {
      const found = keysIn(cells);
      if (isHeading(found)) {
        keys = found;
        onHeadings(cells.map((cell) => (typeof cell === 'string' ? cell : '')));
      } else if (++above >= mostAbove) throw noHeading(file);
    } else if (cells.some(isFilled)) {
      const fault = reason ?? misfit(keys, cells);
      yield fault === null ? { kind: 'row', line, cells: byKey(keys, cells) } : { kind: 'unread', line, reason: fault };
    }
  }
  if (keys === null) throw noHeading(file);
}

/** A row of another length has come apart: its cells may stand under the wrong headings. */
function misfit(keys: string[], cells: unknown[]): string | null {
  if (cells.length < keys.length) return 'fewer cells than headings';
  return cells.slice(keys.length).some(isFilled) ? 'more cells than headings' : null;
}

function noHeading(file: string): OperatorError {
  return new OperatorError(
    `${file} has no row of headings with a code and a status in its first ${mostAbove} rows. Which headings are read: npm run dossiers -- columns`,
  );
}

/** Of two columns with one heading the first that is filled counts. */
function byKey(keys: string[], cells: unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [place, key] of keys.entries()) if (key !== '' && !isFilled(row[key])) row[key] = cells[place] ?? '';
  return row;
}

function isFilled(cell: unknown): boolean {
  return cell !== undefined && cell !== null && String(cell).trim() !== '';
}

function kindOf(start: Buffer, file: string): 'csv' | 'xlsx' | 'json' {
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new OperatorError(`${file} is an old or protected Excel file. Save it as .xlsx without a password, or as CSV.`);
  }
  const text = start.toString('utf8').replace(/^\uFEFF?\s*/, '');
  if (text.startsWith('[')) throw new OperatorError(`${file} is a JSON list. Write one object a line.`);
  return text.startsWith('{') ? 'json' : 'csv';
}

async function firstBytes(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8_192), 0, 8_192, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    throw new OperatorError(`${file} cannot be read: ${code}`);
  }
}
