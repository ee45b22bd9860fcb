import { best } from './best.ts';
import { placeOfPair, type Variants, variantsOf, type WeighedQuery, type WeighedTerm } from './resolve.ts';
import { type Postings, rowOf, type Segment } from './segment.ts';
import { weights } from './weights.ts';
import { bodyWorth, strongWorth } from './worth.ts';

/**
 * Evidence of one segment's documents for one question, by document number. `touched` lists those with any, each once. The arrays belong
 * to the gatherer: they hold until its next question.
 */
export type Gathered = { touched: number[]; words: Float32Array; coverage: Float32Array; pairs: Float32Array };

export type Gatherer = (query: WeighedQuery, spoken: ReadonlySet<string>) => Gathered;

/**
 * Goes term by term over the postings, the rarest first, each list once. In a large corpus the lists of common words would cost most and
 * tell least: past a number of rows they are only looked up for the best documents so far. Its working arrays are made once.
 */
export function createGatherer(segment: Segment): Gatherer {
  const evidence = () => new Float32Array(segment.size);
  const gathered: Gathered = { touched: [], words: evidence(), coverage: evidence(), pairs: evidence() };
  const scratch: Scratch = { frequency: evidence(), reach: evidence(), seen: new Uint8Array(segment.size), worth: bodyWorth() };

  return (query, spoken) => {
    clear(gathered, scratch);
    const late: Late[] = [];
    let strongRows = 0;
    let bodyRows = 0;
    for (const term of [...query.terms].sort((a, b) => b.weight * b.idf - a.weight * a.idf)) {
      const variants = variantsOf(segment, term, spoken.has(term.exact));
      const strong = rows(segment.strong, variants, Number.POSITIVE_INFINITY);
      const body = rows(segment.body, variants, commonest(segment));
      if (gathered.touched.length > 0 && strongRows + strong > MOST_ROWS) {
        late.push({ term, variants, done: 'nothing' });
        continue;
      }
      strongRows += strong;
      const whole = bodyRows + body <= MOST_ROWS;
      if (whole) bodyRows += body;
      else late.push({ term, variants, done: 'strong' });
      addWords(gathered, scratch, collect(segment, variants, scratch, whole), term, query.mass);
    }
    const few = late.length === 0 ? null : shortlist(gathered);
    if (few !== null) for (const each of late) addLate(segment, gathered, few, each, query.mass, scratch.worth);
    for (const pair of query.pairs) {
      const place = placeOfPair(segment, pair.first, pair.second);
      if (place < 0) continue;
      const { starts, units } = segment.pairs;
      const share = pair.weight / query.pairMass;
      const from = starts[place] ?? 0;
      const to = starts[place + 1] ?? 0;
      if (few === null || to - from < 4 * few.length) for (let row = from; row < to; row++) add(gathered.pairs, units[row] ?? 0, share);
      else for (const unit of few) if (rowOf(segment.pairs, place, unit) >= 0) add(gathered.pairs, unit, share);
    }
    return gathered;
  };
}

const MOST_ROWS = 8_000;
const SHORTLIST = 400;

type Late = { term: WeighedTerm; variants: Variants; done: 'nothing' | 'strong' };

/** The most long texts that a word may stand in and still be looked for there. */
export function commonest(segment: Segment): number {
  return Math.max(50, weights.commonShare * segment.size);
}

function rows({ starts }: Postings, variants: Variants, most: number): number {
  let sum = 0;
  for (const { term } of variants) {
    const length = (starts[term + 1] ?? 0) - (starts[term] ?? 0);
    if (length <= most) sum += length;
  }
  return sum;
}

function shortlist(gathered: Gathered): number[] {
  gathered.touched = best(gathered.touched, (unit) => (gathered.words[unit] ?? 0) + 0.4 * (gathered.coverage[unit] ?? 0), SHORTLIST);
  return gathered.touched;
}

function addLate(
  segment: Segment,
  gathered: Gathered,
  few: number[],
  { term, variants, done }: Late,
  mass: number,
  worth: Float32Array,
): void {
  const gain = (term.weight * term.idf) / mass;
  const cover = (term.mass * term.idf) / mass;
  const most = commonest(segment);
  const saturated = (frequency: number) => frequency / (frequency + weights.saturation);
  for (const unit of few) {
    let strong = 0;
    let strongReach = 0;
    let body = 0;
    let bodyReach = 0;
    for (const { term: id, closeness } of variants) {
      const row = rowOf(segment.strong, id, unit);
      if (row >= 0) {
        strong += closeness * strongWorth(segment.strong.marks?.[row] ?? 0, segment.nameLengths[unit] ?? 0);
        strongReach = Math.max(strongReach, closeness);
      }
      if ((segment.body.starts[id + 1] ?? 0) - (segment.body.starts[id] ?? 0) > most) continue;
      const long = rowOf(segment.body, id, unit);
      if (long < 0) continue;
      body += closeness * (worth[segment.body.marks?.[long] ?? 0] ?? 0);
      bodyReach = Math.max(bodyReach, closeness * weights.bodyReach);
    }
    const before = done === 'nothing' ? 0 : strong;
    const reachBefore = done === 'nothing' ? 0 : strongReach;
    add(gathered.words, unit, gain * (saturated(strong + body) - saturated(before)));
    add(gathered.coverage, unit, cover * (Math.min(1, Math.max(strongReach, bodyReach)) - Math.min(1, reachBefore)));
  }
}

type Scratch = {
  /** Of the term at hand, by document; all 0 between terms. */
  frequency: Float32Array;
  reach: Float32Array;
  seen: Uint8Array;
  worth: Float32Array;
};

function clear(gathered: Gathered, scratch: Scratch): void {
  for (const array of [gathered.words, gathered.coverage, gathered.pairs, scratch.seen]) array.fill(0);
  gathered.touched = [];
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

function collect(segment: Segment, variants: Variants, { frequency, reach, worth }: Scratch, whole: boolean): number[] {
  const touched: number[] = [];
  for (const { term: id, closeness } of variants) {
    const strong = segment.strong;
    for (let row = strong.starts[id] ?? 0; row < (strong.starts[id + 1] ?? 0); row++) {
      const unit = strong.units[row] ?? 0;
      if (reach[unit] === 0) touched.push(unit);
      add(frequency, unit, closeness * strongWorth(strong.marks?.[row] ?? 0, segment.nameLengths[unit] ?? 0));
      reach[unit] = Math.max(reach[unit] ?? 0, closeness);
    }
    if (!whole) continue;
    const body = segment.body;
    const from = body.starts[id] ?? 0;
    const to = body.starts[id + 1] ?? 0;
    // A word that most long texts have tells none of them apart, and its list is the longest.
    if (to - from > commonest(segment)) continue;
    for (let row = from; row < to; row++) {
      const unit = body.units[row] ?? 0;
      if (reach[unit] === 0) touched.push(unit);
      add(frequency, unit, closeness * (worth[body.marks?.[row] ?? 0] ?? 0));
      reach[unit] = Math.max(reach[unit] ?? 0, closeness * weights.bodyReach);
    }
  }
  return touched;
}

function add(sums: Float32Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
