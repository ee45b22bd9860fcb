import { abbreviations } from '../lexicon/abbreviations.ts';
import { analyse, type Syllable } from '../vietnamese.ts';
import type { IndexDocument } from './document.ts';
import { bodyFields, strongFields } from './fields.ts';
import { spellAll } from './phrases.ts';
import { createRows } from './rows.ts';
import { idf, pairKey, type Segment, type Statistics } from './segment.ts';
import { signsOf } from './signs.ts';
import type { Spelling } from './spelling.ts';
import { eachToken } from './syllables.ts';
import { traitsOf } from './traits.ts';
import { createVocabulary } from './vocabulary.ts';

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
  const pairRows = createRows();
  const pairPlaces = new Map<number, number>();
  const spelledPairs = new Map<number, number>();
  const columns = { ids: [] as string[], codes: [] as string[], names: [] as string[], issuers: [] as string[] };
  const numbers = { traits: [] as number[], signs: [] as number[], nameLengths: [] as number[] };
  const titles = { from: [] as number[], kinds: [] as number[], starts: [] as number[], words: [] as number[], roles: [] as number[] };
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
    titles.from.push(titles.kinds.length);
    addTitle(document.name, 0, seen);
    for (const text of document.alsoCalled) addTitle(text, 1, seen);
    for (const text of document.results.slice(0, 20)) addTitle(text, 2, seen);
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

  function addTitle(text: string, kind: number, pairs: Set<number>): void {
    const syllables = readAloud(text.slice(0, LONGEST_TITLE));
    titles.kinds.push(kind);
    titles.starts.push(titles.words.length);
    for (const syllable of syllables) {
      titles.words.push(vocabulary.add(syllable));
      titles.roles.push(roles.indexOf(syllable.role));
    }
    for (let at = 1; at < syllables.length; at++) {
      const first = syllables[at - 1];
      const second = syllables[at];
      if (first === undefined || second === undefined) continue;
      const key = pairKey(vocabulary.group(first.folded), vocabulary.group(second.folded));
      const place = pairPlaces.get(key) ?? pairPlaces.size;
      pairPlaces.set(key, place);
      pairs.add(place);
      const spelled = pairKey(vocabulary.add(first), vocabulary.add(second));
      spelledPairs.set(spelled, (spelledPairs.get(spelled) ?? 0) + 1);
    }
  }

  function freeze(shared?: Statistics): Segment {
    const size = columns.ids.length;
    const terms = vocabulary.frozen.terms.length;
    const strongPostings = strong.freeze(terms, size, 'word');
    const own = (term: number) => (strongPostings.starts[term + 1] ?? 0) - (strongPostings.starts[term] ?? 0);
    const rarity = (spelled: string, term: number) =>
      shared === undefined ? idf(size, own(term)) : idf(shared.documents, shared.frequency(spelled));
    const byKey = [...pairPlaces].sort((a, b) => a[0] - b[0]);
    const bySpelling = [...spelledPairs].sort((a, b) => a[0] - b[0]);
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
      rarities: Float32Array.from(vocabulary.frozen.terms, rarity),
      titleFrom: Uint32Array.from([...titles.from, titles.kinds.length]),
      titleKinds: Uint8Array.from(titles.kinds),
      titleStarts: Uint32Array.from([...titles.starts, titles.words.length]),
      titleWords: Uint32Array.from(titles.words),
      titleRoles: Uint8Array.from(titles.roles),
      pairKeys: Float64Array.from(byKey, ([key]) => key),
      spelledPairs: Float64Array.from(bySpelling, ([key]) => key),
      spelledCounts: Uint16Array.from(bySpelling, ([, count]) => Math.min(count, 0xffff)),
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

// The words of a title as they are read: a short form by its long one.
function readAloud(text: string): Syllable[] {
  const { syllables } = analyse(text);
  return syllables.filter((syllable, at) => syllable.expanded || syllables[at + 1]?.expanded !== true);
}

/** The roles of a title's words by number. */
export const roles = ['stop', 'weak', 'content'] as const;

const LONGEST_TITLE = 600;

// A local copy (1.013226.H13) is asked for by its national code, too.
function codesOf(code: string): string {
  const own = code.trim();
  return own.length > NATIONAL_CODE ? `${own} ${own.slice(0, NATIONAL_CODE)}` : own;
}

const NATIONAL_CODE = '1.001193'.length;

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
