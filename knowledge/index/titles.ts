import type { Query } from './query.ts';
import { variantsOf } from './resolve.ts';
import { idf, type Segment } from './segment.ts';
import { weights } from './weights.ts';

/** How the best of a document's titles and the question agree, each 0–1. */
export type Likeness = {
  /** Both ways: what both say, against what only one of them says. */
  alike: number;
  /** How much of the title the question says; little for a title that says little. */
  said: number;
  /** How much of what the question says the title says. */
  covers: number;
  /** How much of the title stands in the question word by word. */
  phrase: number;
  /** 0 name, 1 everyday name, 2 result. */
  kind: number;
  /** The title's number in its segment, or -1. */
  at: number;
};

type Slots = { rowOfTerm: Uint16Array; rows: { term: number; hits: { slot: number; closeness: number }[] }[] };

/** Which words of the question a term of the vocabulary may stand for: `rows[rowOfTerm[term] - 1]`. One question at a time, so made once a segment. */
const slotsOf = new WeakMap<Segment, Slots>();

function emptySlots(segment: Segment): Slots {
  const slots = slotsOf.get(segment) ?? { rowOfTerm: new Uint16Array(segment.rarities.length), rows: [] };
  slotsOf.set(segment, slots);
  for (const { term } of slots.rows) slots.rowOfTerm[term] = 0;
  slots.rows.length = 0;
  return slots;
}

export type TitleMatcher = (unit: number) => Likeness;

const nothing: Likeness = { alike: 0, said: 0, covers: 0, phrase: 0, kind: 0, at: -1 };

/** Compares one question with the titles of single documents, word by word: for the few that are worth it. */
export function createTitleMatcher(segment: Segment, query: Query, known: ReadonlySet<string>, documents: number): TitleMatcher {
  const { rowOfTerm, rows } = emptySlots(segment);
  const slotOf = new Map<string, number>();
  const worth: number[] = [];
  function slot(word: Query['terms'][number]): number {
    const key = `${word.exact} ${word.marked}`;
    const made = slotOf.get(key);
    if (made !== undefined) return made;
    const next = slotOf.size;
    slotOf.set(key, next);
    let frequency = 0;
    for (const { term, closeness } of variantsOf(segment, word, known.has(word.exact))) {
      const row = rows[(rowOfTerm[term] ?? 0) - 1];
      if (row === undefined) rowOfTerm[term] = rows.push({ term, hits: [{ slot: next, closeness }] });
      else row.hits.push({ slot: next, closeness });
      frequency += closeness * ((segment.strong.starts[term + 1] ?? 0) - (segment.strong.starts[term] ?? 0));
    }
    worth.push(word.weight * (frequency === 0 ? idf(documents, documents * weights.unknownShare) : idf(documents, frequency)));
    return next;
  }
  const units = query.units.map(({ ways, weight }) => {
    const said = ways.map(({ words, share }) => {
      const numbers = [...new Set(words.map(slot))];
      return { numbers, share, mass: numbers.reduce((sum, number) => sum + (worth[number] ?? 0), 0) };
    });
    const own = said[0]?.mass ?? 0;
    const official = said[1]?.mass ?? own;
    return { ways: said.filter(({ mass }) => mass > 0), mass: weight * (own === 0 ? official : (own + Math.min(official, 2 * own)) / 2) };
  });
  const mass = Math.max(
    1e-6,
    units.reduce((sum, unit) => sum + unit.mass, 0),
  );
  const pairs = new Set<number>();
  for (const row of query.rows) {
    for (let at = 1; at < row.length; at++) {
      const first = segment.vocabulary.folded.get(row[at - 1]?.folded ?? '');
      const second = segment.vocabulary.folded.get(row[at]?.folded ?? '');
      if (first !== undefined && second !== undefined) pairs.add(first.group * 0x4000000 + second.group);
    }
  }
  const found = new Float32Array(slotOf.size);
  const { titleFrom, titleKinds, titleStarts, titleWords, titleRoles, rarities, vocabulary } = segment;
  const roleWorth = [0, weights.weak, 1];

  return (document) => {
    let best = nothing;
    let highest = 0;
    for (let title = titleFrom[document] ?? 0; title < (titleFrom[document + 1] ?? 0); title++) {
      found.fill(0);
      let whole = 0;
      let matched = 0;
      let wholePairs = 0;
      let matchedPairs = 0;
      let before = -1;
      let beforeWorth = 0;
      let beforeCloseness = 0;
      for (let at = titleStarts[title] ?? 0; at < (titleStarts[title + 1] ?? 0); at++) {
        const role = titleRoles[at] ?? 0;
        if (role === 0) continue;
        const term = titleWords[at] ?? 0;
        const own = (roleWorth[role] ?? 0) * (rarities[term] ?? 0);
        whole += own;
        let closeness = 0;
        const row = rowOfTerm[term] ?? 0;
        if (row !== 0) {
          for (const hit of rows[row - 1]?.hits ?? []) {
            if (hit.closeness > (found[hit.slot] ?? 0)) found[hit.slot] = hit.closeness;
            if (hit.closeness > closeness) closeness = hit.closeness;
          }
          matched += own * closeness;
        }
        if (before >= 0) {
          const both = own + beforeWorth;
          wholePairs += both;
          const near = Math.min(closeness, beforeCloseness);
          if (near > 0 && pairs.has((vocabulary.groups[before] ?? 0) * 0x4000000 + (vocabulary.groups[term] ?? 0)))
            matchedPairs += both * near;
        }
        before = term;
        beforeWorth = own;
        beforeCloseness = closeness;
      }
      if (matched === 0) continue;
      let covered = 0;
      for (const unit of units) {
        let most = 0;
        for (const way of unit.ways) {
          let sum = 0;
          for (const number of way.numbers) sum += (worth[number] ?? 0) * (found[number] ?? 0);
          const share = (way.share * sum) / way.mass;
          if (share > most) most = share;
        }
        covered += most * unit.mass;
      }
      const kind = titleKinds[title] ?? 0;
      const common = Math.min(matched, covered);
      const alike = common / (common + weights.titleExtra * (whole - matched) + weights.questionExtra * (mass - covered) + 1e-6);
      const told = matched / (matched + weights.tellsLittle);
      const said = (matched / whole) * told;
      const phrase = wholePairs === 0 ? 0 : (matchedPairs / wholePairs) * told;
      const score = (weights.titleKinds[kind] ?? 1) * (alike + weights.titleSaid * said + weights.titlePhrase * phrase);
      if (score <= highest) continue;
      highest = score;
      best = { alike, said, covers: covered / mass, phrase, kind, at: title };
    }
    return best;
  };
}
