import { bodyCount, bodyFields, strongCount, strongFields } from './fields.ts';
import { placeOfPair, type Variants, variantsOf, type WeighedQuery, type WeighedTerm } from './resolve.ts';
import type { Segment } from './segment.ts';
import { weights } from './weights.ts';

/**
 * Evidence of one segment's documents for one question, by document number. `touched` lists those with any, each once. The arrays belong
 * to the gatherer: they hold until its next question.
 */
export type Gathered = { touched: number[]; words: Float32Array; coverage: Float32Array; pairs: Float32Array; title: Float32Array };

export type Gatherer = (query: WeighedQuery, spoken: ReadonlySet<string>) => Gathered;

/** Goes term by term over the postings, each list once. Its working arrays are made once, for a search allocates next to nothing. */
export function createGatherer(segment: Segment): Gatherer {
  const evidence = () => new Float32Array(segment.size);
  const gathered: Gathered = { touched: [], words: evidence(), coverage: evidence(), pairs: evidence(), title: evidence() };
  const scratch: Scratch = {
    frequency: evidence(),
    reach: evidence(),
    seen: new Uint8Array(segment.size),
    worth: bodyWorth(),
    titles: new Float32Array(segment.titleOf.length),
    touchedTitles: [],
  };

  return (query, spoken) => {
    clear(gathered, scratch);
    for (const term of query.terms) {
      const variants = variantsOf(segment, term, spoken.has(term.exact));
      addWords(gathered, scratch, collect(segment, variants, scratch), term, query.mass);
      matchTitles(segment, variants, term.weight * term.idf, scratch);
    }
    scoreTitles(segment, query, scratch, gathered.title);
    for (const pair of query.pairs) {
      const place = placeOfPair(segment, pair.first, pair.second);
      if (place < 0) continue;
      const { starts, units } = segment.pairs;
      const share = pair.weight / query.pairMass;
      for (let row = starts[place] ?? 0; row < (starts[place + 1] ?? 0); row++) add(gathered.pairs, units[row] ?? 0, share);
    }
    return gathered;
  };
}

type Scratch = {
  /** Of the term at hand, by document; all 0 between terms. */
  frequency: Float32Array;
  reach: Float32Array;
  seen: Uint8Array;
  worth: Float32Array;
  titles: Float32Array;
  touchedTitles: number[];
};

function clear(gathered: Gathered, scratch: Scratch): void {
  for (const array of [gathered.words, gathered.coverage, gathered.pairs, gathered.title, scratch.seen, scratch.titles]) array.fill(0);
  gathered.touched = [];
  scratch.touchedTitles = [];
}

function addWords(gathered: Gathered, { frequency, reach, seen }: Scratch, units: number[], term: WeighedTerm, mass: number): void {
  const gain = (term.weight * term.idf) / mass;
  const cover = (term.mass * term.idf) / mass;
  for (const unit of units) {
    const tf = frequency[unit] ?? 0;
    add(gathered.words, unit, (gain * tf) / (tf + weights.saturation));
    add(gathered.coverage, unit, cover * Math.min(1, reach[unit] ?? 0));
    frequency[unit] = 0;
    reach[unit] = 0;
    if (seen[unit] === 1) continue;
    seen[unit] = 1;
    gathered.touched.push(unit);
  }
}

function collect(segment: Segment, variants: Variants, { frequency, reach, worth }: Scratch): number[] {
  const touched: number[] = [];
  for (const { term: id, closeness } of variants) {
    const strong = segment.strong;
    for (let row = strong.starts[id] ?? 0; row < (strong.starts[id + 1] ?? 0); row++) {
      const unit = strong.units[row] ?? 0;
      if (reach[unit] === 0) touched.push(unit);
      add(frequency, unit, closeness * strongWorth(strong.marks?.[row] ?? 0, segment.nameLengths[unit] ?? 0));
      reach[unit] = Math.max(reach[unit] ?? 0, closeness);
    }
    const body = segment.body;
    const from = body.starts[id] ?? 0;
    const to = body.starts[id + 1] ?? 0;
    // A word that most long texts have tells none of them apart, and its list is the longest.
    if (to - from > Math.max(50, weights.commonShare * segment.size)) continue;
    for (let row = from; row < to; row++) {
      const unit = body.units[row] ?? 0;
      if (reach[unit] === 0) touched.push(unit);
      add(frequency, unit, closeness * (worth[body.marks?.[row] ?? 0] ?? 0));
      reach[unit] = Math.max(reach[unit] ?? 0, closeness * weights.bodyReach);
    }
  }
  return touched;
}

/** What one strong mark is worth: counts by field weight, the name's by its length, too. */
export function strongWorth(mask: number, nameLength: number): number {
  const long = 1 - weights.lengthShare + (weights.lengthShare * nameLength) / weights.nameLength;
  let worth = 0;
  for (let field = 0, rest = mask; rest !== 0; field++, rest >>>= 4) {
    const counted = strongCount(mask, field);
    if (counted > 0) worth += (weights.fields[strongFields[field] ?? 'name'] * Math.min(2, counted)) / (field === 0 ? long : 1);
  }
  return worth;
}

// What a body mark of eight bits is worth, for all 256.
function bodyWorth(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, mask) =>
    bodyFields.reduce((sum, field, at) => sum + weights.fields[field] * bodyCount(mask, at), 0),
  );
}

function matchTitles(segment: Segment, variants: Variants, mass: number, { titles, touchedTitles }: Scratch): void {
  const { starts, units } = segment.titles;
  for (const { term: id, closeness } of variants) {
    for (let row = starts[id] ?? 0; row < (starts[id + 1] ?? 0); row++) {
      const title = units[row] ?? 0;
      if (titles[title] === 0) touchedTitles.push(title);
      add(titles, title, mass * closeness);
    }
  }
}

// Tversky's likeness: what both say, against what only the title and what only the question says.
function scoreTitles(segment: Segment, query: WeighedQuery, { titles, touchedTitles }: Scratch, best: Float32Array): void {
  for (const title of touchedTitles) {
    const matched = titles[title] ?? 0;
    const extra = Math.max(0, (segment.titleMasses[title] ?? 0) - matched);
    const missed = Math.max(0, query.mass - matched);
    const kind = weights.titleKinds[segment.titleKinds[title] ?? 0] ?? 1;
    const alike = (kind * matched) / (matched + weights.titleExtra * extra + weights.questionExtra * missed);
    const unit = segment.titleOf[title] ?? 0;
    if (alike > (best[unit] ?? 0)) best[unit] = alike;
  }
}

function add(sums: Float32Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
