import { abbreviations } from '../lexicon/abbreviations.ts';
import type { IndexDocument } from './document.ts';
import { bodyFields, strongFields } from './fields.ts';
import { spellAll } from './phrases.ts';
import { createRows } from './rows.ts';
import { idf, pairKey, type Segment, type Statistics, type Vocabulary } from './segment.ts';
import { signsOf } from './signs.ts';
import { type Spelling, spelling } from './spelling.ts';
import { eachToken } from './syllables.ts';
import { traitsOf } from './traits.ts';

export type Builder = {
  add(document: IndexDocument): void;
  /** Ends the building. With `shared`, words weigh as they do there: an overlay of two edits has no statistics of its own. */
  freeze(shared?: Statistics): Segment;
};

/** Builds a segment one document at a time: nothing of a document's long texts is kept but its postings. */
export function createBuilder(): Builder {
  const vocabulary = createVocabulary();
  const strong = createRows();
  const body = createRows();
  const titles = createRows();
  const pairRows = createRows();
  const pairPlaces = new Map<number, number>();
  const columns = { ids: [] as string[], codes: [] as string[], names: [] as string[], issuers: [] as string[] };
  const numbers = { traits: [] as number[], signs: [] as number[], nameLengths: [] as number[] };
  const titleOf: number[] = [];
  const titleKinds: number[] = [];
  const strongCounts = new Map<number, number>();
  let bodyCounts = new Uint32Array(1024);

  function add(document: IndexDocument): void {
    const unit = columns.ids.length;
    columns.ids.push(document.id);
    columns.codes.push(document.code.trim());
    columns.names.push(document.name);
    columns.issuers.push(document.issuer);
    const name = spellAll(document.name);
    numbers.traits.push(traitsOf(document));
    numbers.signs.push(signsOf(name));
    numbers.nameLengths.push(Math.min(255, name.length));
    addStrong(document, unit);
    addBody(document, unit);
    const seen = new Set<number>();
    addTitle(expanded(name), unit, 0, seen);
    for (const text of document.alsoCalled) addTitle(expanded(spellAll(text)), unit, 1, seen);
    for (const text of document.results.slice(0, 20)) addTitle(expanded(spellAll(text)), unit, 2, seen);
    for (const place of seen) pairRows.add(place, unit, 0);
  }

  function addStrong(document: IndexDocument, unit: number): void {
    for (const [field, key] of strongFields.entries()) {
      const text = key === 'code' ? codesOf(document.code) : [document[key]].flat().join('\n');
      for (const syllable of expanded(spellAll(text))) {
        const term = vocabulary.add(syllable);
        const mask = strongCounts.get(term) ?? 0;
        if (((mask >>> (4 * field)) & 15) < 15) strongCounts.set(term, mask + (1 << (4 * field)));
      }
    }
    for (const [term, mask] of strongCounts) strong.add(term, unit, mask);
    strongCounts.clear();
  }

  function addBody(document: IndexDocument, unit: number): void {
    const touched: number[] = [];
    for (const [field, key] of bodyFields.entries()) {
      const shift = 8 * field;
      eachToken(document[key], (token) => {
        const term = vocabulary.addToken(token);
        if (term >= bodyCounts.length) bodyCounts = widened(bodyCounts, term);
        const counts = bodyCounts[term] ?? 0;
        if (counts === 0) touched.push(term);
        if (((counts >>> shift) & 255) < 255) bodyCounts[term] = counts + (1 << shift);
      });
    }
    for (const term of touched) {
      body.add(term, unit, packed(bodyCounts[term] ?? 0));
      bodyCounts[term] = 0;
    }
  }

  function addTitle(syllables: Spelling[], unit: number, kind: number, pairs: Set<number>): void {
    const title = titleOf.length;
    titleOf.push(unit);
    titleKinds.push(kind);
    for (const term of new Set(syllables.map((syllable) => vocabulary.add(syllable)))) titles.add(term, title, 0);
    for (let at = 1; at < syllables.length; at++) {
      const key = pairKey(vocabulary.group(syllables[at - 1]?.folded ?? ''), vocabulary.group(syllables[at]?.folded ?? ''));
      const place = pairPlaces.get(key) ?? pairPlaces.size;
      pairPlaces.set(key, place);
      pairs.add(place);
    }
  }

  function freeze(shared?: Statistics): Segment {
    const size = columns.ids.length;
    const terms = vocabulary.frozen.terms.length;
    const strongPostings = strong.freeze(terms, size, 'word');
    const titlePostings = titles.freeze(terms, titleOf.length, 'none');
    const own = (term: number) => (strongPostings.starts[term + 1] ?? 0) - (strongPostings.starts[term] ?? 0);
    const masses = new Float32Array(titleOf.length);
    for (let term = 0; term < terms; term++) {
      const from = titlePostings.starts[term] ?? 0;
      const to = titlePostings.starts[term + 1] ?? 0;
      if (from === to) continue;
      const weight =
        shared === undefined ? idf(size, own(term)) : idf(shared.documents, shared.frequency(vocabulary.frozen.terms[term] ?? ''));
      for (let row = from; row < to; row++) {
        const title = titlePostings.units[row] ?? 0;
        masses[title] = (masses[title] ?? 0) + weight;
      }
    }
    const byKey = [...pairPlaces].sort((a, b) => a[0] - b[0]);
    const sortedPlace = new Uint32Array(byKey.length);
    for (const [to, [, from]] of byKey.entries()) sortedPlace[from] = to;
    return {
      size,
      ...columns,
      traits: Uint32Array.from(numbers.traits),
      signs: Uint32Array.from(numbers.signs),
      nameLengths: Uint8Array.from(numbers.nameLengths),
      vocabulary: vocabulary.frozen,
      strong: strongPostings,
      body: body.freeze(terms, size, 'byte'),
      titles: titlePostings,
      titleOf: Uint32Array.from(titleOf),
      titleKinds: Uint8Array.from(titleKinds),
      titleMasses: masses,
      pairKeys: Float64Array.from(byKey, ([key]) => key),
      pairs: pairRows.freeze(byKey.length, size, 'none', sortedPlace),
    };
  }

  return { add, freeze };
}

const officialForms = new Map(Object.entries(abbreviations.official).map(([short, long]) => [short, spellAll(long)] as const));

// Records write short forms as citizens do: the long form is found under both.
function expanded(syllables: Spelling[]): Spelling[] {
  return syllables.flatMap((syllable) => officialForms.get(syllable.exact) ?? [syllable]);
}

// A local copy (1.013226.H13) is asked for by its national code, too.
function codesOf(code: string): string {
  const own = code.trim();
  return own.length > NATIONAL_CODE ? `${own} ${own.slice(0, NATIONAL_CODE)}` : own;
}

const NATIONAL_CODE = '1.001193'.length;

function createVocabulary() {
  const frozen: Vocabulary = { terms: [], exact: new Map(), folded: new Map() };
  const tokens = new Map<string, number>();

  function add(syllable: Spelling): number {
    const known = frozen.exact.get(syllable.exact);
    if (known !== undefined) return known;
    const term = frozen.terms.length;
    frozen.terms.push(syllable.exact);
    frozen.exact.set(syllable.exact, term);
    const group = frozen.folded.get(syllable.folded);
    if (group === undefined) frozen.folded.set(syllable.folded, { group: frozen.folded.size, terms: [term] });
    else group.terms.push(term);
    return term;
  }

  return {
    frozen,
    add,
    addToken(token: string): number {
      const known = tokens.get(token);
      if (known !== undefined) return known;
      const term = add(spelling(token));
      tokens.set(token, term);
      return term;
    },
    group: (folded: string): number => frozen.folded.get(folded)?.group ?? 0,
  };
}

function widened(counts: Uint32Array<ArrayBuffer>, term: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(Math.max(counts.length * 2, term + 1));
  wider.set(counts);
  return wider;
}

// Four counts of 8 bits to four of 2: 1, 2–3, 4 or more.
function packed(counts: number): number {
  let mask = 0;
  for (let field = 0; field < bodyFields.length; field++) {
    const count = (counts >>> (8 * field)) & 255;
    mask |= (count >= 4 ? 3 : Math.min(count, 2)) << (2 * field);
  }
  return mask;
}
