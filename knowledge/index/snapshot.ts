import { createHash } from 'node:crypto';
import { withoutMarks } from '../../bot/text.ts';
import { abbreviations } from '../lexicon/abbreviations.ts';
import { stopWords } from '../lexicon/stop-words.ts';
import type { IndexDocument } from './document.ts';
import type { Postings, Segment, Vocabulary } from './segment.ts';
import { actions, circles, levels } from './signs.ts';

/** A frozen base, the ids of it that no longer hold, and the documents that came after it. */
export type Layers = { base: Segment; removed: ReadonlySet<string>; changed: ReadonlyMap<string, IndexDocument> };

// A change of the analyser, the fields or the traits needs a new number here, one of the word lists brings its own: old snapshots then
// count as stale.
const FORMAT = `motcua-index-3-${createHash('sha256')
  .update(JSON.stringify([stopWords, abbreviations, actions, circles, levels]))
  .digest('hex')
  .slice(0, 12)}`;

/** Layout: length of the header (4 bytes, little-endian), JSON header, then each array at a multiple of 8 bytes. */
export function encode({ base, removed, changed }: Layers): Uint8Array {
  const arrays: Kept[] = [];
  const keep = (array: Kept): number => arrays.push(array) - 1;
  const keepPostings = ({ starts, units, marks }: Postings) => [keep(starts), keep(units), marks === null ? -1 : keep(marks)];
  const issuers = [...new Set(base.issuers)];
  const issuerPlaces = new Map(issuers.map((issuer, at) => [issuer, at]));
  const head = {
    size: base.size,
    ids: base.ids,
    codes: base.codes,
    names: base.names,
    issuers,
    issuerOf: base.issuers.map((issuer) => issuerPlaces.get(issuer) ?? 0),
    terms: base.vocabulary.terms,
    columns: columns.map((name) => keep(base[name])),
    postings: postings.map((name) => keepPostings(base[name])),
    removed: [...removed],
    changed: [...changed.values()],
  };
  let length = 0;
  const spans = arrays.map((array): Span => {
    const from = length;
    length = aligned(length + array.byteLength);
    return [kinds.findIndex((kind) => array instanceof kind), from, array.length];
  });
  const header: Header = { format: FORMAT, ...head, spans, length };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(4 + text.length);
  const bytes = new Uint8Array(start + length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  for (const [at, array] of arrays.entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + (spans[at]?.[1] ?? 0));
  }
  return bytes;
}

/** Null when the bytes are not a whole snapshot of this format version. The arrays are views of `bytes`: leave them unchanged after. */
export function decode(bytes: Uint8Array): Layers | null {
  const buffer = bytes.buffer;
  const whole =
    bytes.byteOffset % 8 === 0 && buffer instanceof ArrayBuffer ? new Uint8Array(buffer, bytes.byteOffset, bytes.length) : bytes.slice();
  const header = headerOf(whole);
  if (header === null) return null;
  const start = aligned(4 + new DataView(whole.buffer, whole.byteOffset).getUint32(0, true));
  if (whole.length !== start + header.length) return null;
  const read = (at: number): Kept => {
    const [kind, from, length] = header.spans[at] ?? [0, 0, 0];
    return new (kinds[kind] ?? Uint8Array)(whole.buffer, whole.byteOffset + start + from, length);
  };
  const readPostings = ([starts = 0, units = 0, marks = -1]: number[]) => ({
    starts: read(starts),
    units: read(units),
    marks: marks < 0 ? null : read(marks),
  });
  const base = {
    size: header.size,
    ids: header.ids,
    codes: header.codes,
    names: header.names,
    issuers: header.issuerOf.map((at) => header.issuers[at] ?? ''),
    vocabulary: vocabularyOf(header.terms),
    ...Object.fromEntries(columns.map((name, at) => [name, read(header.columns[at] ?? 0)])),
    ...Object.fromEntries(postings.map((name, at) => [name, readPostings(header.postings[at] ?? [])])),
  } as unknown as Segment; // `encode` wrote these columns from a Segment of this same format version.
  return { base, removed: new Set(header.removed), changed: new Map(header.changed.map((document) => [document.id, document])) };
}

type Kept = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;
type Span = [kind: number, from: number, length: number];
type Header = {
  format: string;
  size: number;
  ids: string[];
  codes: string[];
  names: string[];
  issuers: string[];
  issuerOf: number[];
  terms: string[];
  columns: number[];
  postings: number[][];
  spans: Span[];
  /** Of all arrays together, in bytes. */
  length: number;
  removed: string[];
  changed: IndexDocument[];
};

const kinds = [Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array] as const;
const columns = [
  'traits',
  'signs',
  'nameLengths',
  'rarities',
  'titleFrom',
  'titleKinds',
  'titleStarts',
  'titleWords',
  'titleRoles',
  'pairKeys',
  'spelledPairs',
  'spelledCounts',
] as const;
const postings = ['strong', 'body', 'pairs'] as const;

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function headerOf(bytes: Uint8Array): Header | null {
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  if (text.length === 0 || !text.startsWith(`{"format":"${FORMAT}",`)) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Cut short: as stale as another version.
    return null;
  }
}

// In the order of the terms, as the builder met them: the groups get the numbers that the pair keys were made of.
function vocabularyOf(terms: string[]): Vocabulary {
  const vocabulary: Vocabulary = { terms, exact: new Map(), folded: new Map(), groups: [] };
  for (const [term, exact] of terms.entries()) {
    vocabulary.exact.set(exact, term);
    const folded = withoutMarks(exact);
    const group = vocabulary.folded.get(folded);
    vocabulary.groups.push(group?.group ?? vocabulary.folded.size);
    if (group === undefined) vocabulary.folded.set(folded, { group: vocabulary.folded.size, terms: [term] });
    else group.terms.push(term);
  }
  return vocabulary;
}
