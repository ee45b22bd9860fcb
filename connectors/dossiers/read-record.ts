import type { Dossier, DossierFee, Missing, SecondFactor, Step } from '../../bot/dossier-types.ts';
import { dayOf, readDate } from './dates.ts';
import type { Mapping } from './mapping.ts';
import { rowsAt, textAt } from './path.ts';

/** What of a mapping says how a record is read. */
export type ReadMapping = Pick<Mapping, 'name' | 'dates' | 'statuses' | 'fields' | 'lists'>;

export type ReadOptions = {
  mapping: ReadMapping;
  code: string;
  /** ISO 8601: when the source said so. */
  asOf: string;
  /** Told which field of the mapping says something that it cannot read: never what it says. */
  onUnread: (field: string) => void;
};

/** One record of a source as a dossier. What cannot be read is empty or null, never a guess. */
export function readRecord(record: unknown, { mapping, code, asOf, onUnread }: ReadOptions): Dossier {
  const { fields, lists, name: source } = mapping;
  const text = (field: keyof typeof fields) => textAt(record, fields[field]);
  const date = (value: string, field: string): string | null => {
    const read = readDate(value, mapping.dates);
    if (read === null && value !== '') onUnread(field);
    return read;
  };
  const status = statusOf(mapping, text('status'), text('statusText'));
  if (status.status === null && status.statusText !== '') onUnread('status');
  const receivedAt = date(text('receivedAt'), 'receivedAt');
  const dueAt = date(text('dueAt'), 'dueAt');
  const finishedAt = date(text('finishedAt'), 'finishedAt');
  const returnedAt = date(text('returnedAt'), 'returnedAt');
  const applicant = { name: text('name'), phone: text('phone'), idNumber: realNumber(text('idNumber')) };

  const timeline = rowsAt(record, lists.timeline.rows).map((row): Step => {
    const at = (field: keyof typeof lists.timeline) => textAt(row, lists.timeline[field]);
    return {
      at: date(at('at'), 'timeline.at'),
      office: at('office'),
      person: at('person'),
      text: at('text'),
      ...statusOf(mapping, at('status'), at('statusText')),
      dueAt: date(at('dueAt'), 'timeline.dueAt'),
    };
  });
  timeline.sort((one, other) => (one.at ?? '').localeCompare(other.at ?? ''));

  const missing = rowsAt(record, lists.missing.rows).map((row): Missing => {
    const papers = rowsAt(row, lists.missing.papers).map((paper) => textAt(paper, lists.missing.paper));
    return {
      text: textAt(row, lists.missing.text),
      askedAt: date(textAt(row, lists.missing.askedAt), 'missing.askedAt'),
      papers: papers.filter((paper) => paper !== ''),
    };
  });

  return {
    source,
    code,
    procedure: { code: text('procedureCode'), name: text('procedureName') },
    agency: text('agency'),
    ...status,
    receivedOn: dayOf(receivedAt),
    dueOn: dayOf(dueAt),
    finishedOn: dayOf(finishedAt ?? returnedAt),
    receivedAt,
    dueAt,
    finishedAt,
    returnedAt,
    // No system is known to tell when its clock stood.
    suspended: [],
    absentSince: null,
    applicant,
    holder: { office: text('office'), person: text('person') },
    timeline,
    missing: missing.filter((each) => each.text !== '' || each.papers.length > 0),
    fees: rowsAt(record, lists.fees.rows).map((row) => feeOf(textAt(row, lists.fees.name), textAt(row, lists.fees.amount))),
    results: rowsAt(record, lists.results.rows)
      .map((row) => textAt(row, lists.results.name))
      .filter((each) => each !== ''),
    note: text('note'),
    factor: factorOf(text('pin'), applicant),
    asOf,
    demonstration: false,
  };
}

/** Words beside a status are kept as they are. A status that the map does not know is kept as text: a guess would be worse. */
function statusOf({ statuses }: ReadMapping, said: string, words: string): { status: number | null; statusText: string } {
  const known = Object.entries(statuses).find(([key]) => plain(key) === plain(said));
  const status = said === '' ? null : (known?.[1] ?? null);
  if (words !== '') return { status, statusText: words };
  return { status, statusText: status !== null && /^\d+$/.test(said) ? '' : said };
}

function plain(status: string): string {
  return status
    .normalize('NFC')
    .toLowerCase()
    .replace(/^0+(?=\d)/, '');
}

/** A number all of whose digits are the same (`0000000000`) stands for "none": as a second factor it would open every such dossier. */
function realNumber(number: string): string {
  return /^(\d)\1*$/.test(number.replace(/[\s.-]/g, '')) ? '' : number;
}

/** Only what is long enough to be a PIN, a phone number or an ID number proves anything; a source may mask its own. */
function factorOf(pin: string, { phone, idNumber }: { phone: string; idNumber: string }): SecondFactor {
  const digits = (number: string, least: number, most: number) => {
    const bare = realNumber(number).replace(/[\s.()+-]/g, '');
    return /^\d+$/.test(bare) && bare.length >= least && bare.length <= most ? bare : '';
  };
  return { pin: pin.length >= 4 ? pin : '', phone: digits(phone, 9, 15), idNumber: digits(idNumber, 8, 12) };
}

/** `50000`, `50.000`, `50,000 đ` and `50000.00` are plain; anything else is told in its own words alone. */
function feeOf(name: string, text: string): DossierFee {
  const bare = text.replace(/\s*(đ|₫|đồng|vnd|vnđ)$/i, '');
  const isPlain = /^\d{1,3}([.,]\d{3})+$/.test(bare) || /^\d{1,12}([.,]0{1,2})?$/.test(bare);
  const amount = isPlain ? Number(bare.replace(/[.,]0{1,2}$/, '').replace(/[.,]/g, '')) : null;
  return { name, amount, text };
}
