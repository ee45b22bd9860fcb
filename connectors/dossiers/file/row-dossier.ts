import type { Dossier } from '../../../bot/dossier-types.ts';
import { dayOf, readDate } from '../dates.ts';
import type { Mapping } from '../mapping.ts';
import { textAt } from '../path.ts';
import { type ReadMapping, readRecord } from '../read-record.ts';
import { type Column, columns, type Keys } from './columns.ts';
import { fileMapping } from './file-mapping.ts';

export type RowReaderOptions = {
  keys: Keys;
  statuses: Mapping['statuses'];
  /** The code in its usual form, or null for what is none. */
  codeOf: (text: string) => string | null;
  /** ISO 8601: when the agency said so. */
  asOf: string;
};

type Cells = Record<string, unknown>;
/** `reason` is in fixed words and headings of ours, never what stands in the row. `code` is null where the row names none. */
export type RowRead = { kind: 'dossier'; dossier: Dossier } | { kind: 'rejected'; code: string | null; reason: string };

/** Reads rows as dossiers. A row with a date that is none is rejected: half a dossier would tell a citizen something wrong. */
export function createRowReader({ keys, statuses, codeOf, asOf }: RowReaderOptions): (cells: Cells) => RowRead {
  const mapping: ReadMapping = fileMapping(keys, statuses);
  const text = (cells: Cells, column: Column) => textAt(cells, keys[column]);

  return (cells) => {
    const given = text(cells, 'code');
    if (given === '') return rejected(null, 'code', 'is missing');
    const code = codeOf(given);
    if (code === null) return rejected(null, 'code', 'is no dossier code');
    const unread: string[] = [];
    const date = (column: Column): string | null => {
      const value = text(cells, column);
      const read = readDate(value, mapping.dates);
      if (read === null && value !== '') unread.push(column);
      return read;
    };
    const record = { ...cells, ...mended(cells), ...lists(cells) };
    const dossier = readRecord(record, { mapping, code, asOf, onUnread: (field) => unread.push(field) });
    const [from, to] = [dayOf(date('suspendedFrom')), dayOf(date('suspendedTo'))];
    date('missingAskedAt');
    const [wrong] = unread.filter((field) => field !== 'status');
    if (wrong !== undefined) return rejected(code, wrong, 'is no date');
    if (dossier.status === null && dossier.statusText === '') return rejected(code, 'status', 'is missing');
    return { kind: 'dossier', dossier: { ...dossier, suspended: from === null ? [] : [{ from, to }] } };
  };

  /** A spreadsheet drops the zeros before a number, and some exports have the status once as a number and once in words. */
  function mended(cells: Cells): Cells {
    const [phone, idNumber] = [text(cells, 'phone'), text(cells, 'idNumber')];
    const said = keys.status.map((key) => textAt(cells, [key])).filter((each) => each !== '');
    const words = said.find((each) => !/^\d+$/.test(each));
    return {
      ...(/^[1-9]\d{8}$/.test(phone) ? put('phone', `0${phone}`) : {}),
      ...(/^[1-9]\d{9,10}$/.test(idNumber) ? put('idNumber', idNumber.padStart(12, '0')) : {}),
      ...(said.length > 1 && words !== undefined && text(cells, 'statusText') === '' ? put('statusText', words) : {}),
    };
  }

  /** What a table has in single cells, as the lists that JSON has. */
  function lists(cells: Cells): Cells {
    const papers = split(text(cells, 'missingPapers'));
    const reason = text(cells, 'missingReason');
    const fee = text(cells, 'fee');
    const results = split(text(cells, 'result'));
    const isAsked = papers.length > 0 || reason !== '';
    return {
      ...(isAsked ? { missing: [{ text: reason, askedat: text(cells, 'missingAskedAt'), papers }] } : {}),
      ...(fee === '' ? {} : { fees: [{ name: text(cells, 'feeName') || 'Phí, lệ phí', text: fee }] }),
      ...(results.length > 0 ? { results } : {}),
    };
  }

  /** Under the key that is tried first. */
  function put(column: Column, value: string): Cells {
    return { [keys[column][0] ?? column]: value };
  }
}

function rejected(code: string | null, field: string, why: string): RowRead {
  const name = Object.entries(columns).find(([column]) => column === field)?.[1][0] ?? field;
  return { kind: 'rejected', code, reason: `${name} ${why}` };
}

function split(text: string): string[] {
  return text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
