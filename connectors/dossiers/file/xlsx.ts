import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { OperatorError } from '../../../bot/errors.ts';
import type { TableRow } from './rows.ts';
import { readCells } from './xlsx-cells.ts';
import { readBook, readStyles, type Styles } from './xlsx-parts.ts';
import { readStrings, type Strings } from './xlsx-strings.ts';

/** Against a small file that unpacks to a huge one. */
const mostBytes = 2 * 1024 ** 3;

/** A sheet that is shown; its rows one after the other. A date is told as `2025-08-01T09:30:00`, a number as a number. */
export type Sheet = { name: string; rows(): AsyncGenerator<TableRow> };

/** What is done with the sheets of a workbook while it is open. */
export async function* readWorkbook<Row>(file: string, read: (sheets: Sheet[]) => AsyncGenerator<Row>): AsyncGenerator<Row> {
  const zip = await openZip(file);
  try {
    const parts = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
    const open = (name: string) => openPart(zip, parts.get(name), file);

    const { sheets, isFrom1904 } = await readBook(await open('xl/workbook.xml'), await open('xl/_rels/workbook.xml.rels'));
    const strings: Strings = parts.has('xl/sharedStrings.xml') ? await readStrings(await open('xl/sharedStrings.xml')) : () => '';
    const styles: Styles = parts.has('xl/styles.xml') ? await readStyles(await open('xl/styles.xml')) : () => false;
    const rowsOf = async function* (part: string): AsyncGenerator<TableRow> {
      yield* readCells(await open(part), { strings, isDate: styles, isFrom1904 });
    };
    yield* read(sheets.map(({ name, part }) => ({ name, rows: () => rowsOf(part) })));
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    // What the libraries say may quote what stands in the file.
    throw new OperatorError(`${file} is no Excel file that can be read, or it is damaged.`, { cause: error });
  } finally {
    zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new OperatorError(`${file} is no Excel file that can be read, or it is damaged.`, { cause: error });
  }
}

async function openPart(zip: ZipFile, entry: Entry | undefined, file: string): Promise<Readable> {
  if (entry === undefined) throw new OperatorError(`${file} is no Excel workbook: a part of it is missing.`);
  if (entry.uncompressedSize > mostBytes) throw new OperatorError(`${file} is too large for an Excel file: save it as CSV.`);
  return zip.openReadStreamPromise(entry);
}
