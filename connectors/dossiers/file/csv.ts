import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { OperatorError } from '../../../bot/errors.ts';
import type { TableRow } from './rows.ts';

/** A quote that is opened and not closed swallows the rest of the file: it is let swallow so much. */
const longestRow = 200_000;

/** The rows of a CSV with commas, semicolons or tabs, `start` being its first bytes. In UTF-8, or in UTF-16 as Excel writes it. */
export async function* readCsv(file: string, start: Buffer): AsyncGenerator<TableRow> {
  const encoding = start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8';
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(start.toString(encoding)),
    info: true,
    max_record_size: longestRow,
    // Companies are called `Công ty "An Bình"`, and exports forget to double the quotes.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  let last = 0;
  try {
    const rows: AsyncIterable<{ record: string[]; info: { lines: number } }> = pipeline(
      createReadStream(file, { encoding }),
      parser,
      () => {},
    );
    for await (const { record, info } of rows) {
      last = info.lines;
      const isBroken = record.some((cell) => cell.includes('\uFFFD'));
      yield { line: info.lines, cells: record, ...(isBroken ? { reason: 'not in UTF-8' } : {}) };
    }
  } catch (error) {
    // What csv-parse says may quote a cell.
    if (error instanceof CsvError)
      throw new OperatorError(`${file} breaks off after line ${last}: a quote is opened there and not closed.`);
    throw error;
  }
}

/** The one that stands most often at the beginning, quoted cells left out. */
function delimiterOf(start: string): string {
  const bare = start.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
