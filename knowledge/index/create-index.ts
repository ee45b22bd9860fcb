import { isEnglish } from '../../bot/typed.ts';
import type { Hit } from '../../bot/types.ts';
import { best } from './best.ts';
import { createBuilder } from './build.ts';
import { chanceAmong } from './chance.ts';
import { createCorpus } from './corpus.ts';
import type { IndexDocument } from './document.ts';
import { type Reading, readingOf, titleText, type WordFound, wordsFound } from './explain.ts';
import { chanceOf, type Evidence, features, scoreOf } from './features.ts';
import { createGatherer } from './gather.ts';
import { createPlaces } from './places.ts';
import { queryOf } from './query.ts';
import { trusted, weigh } from './resolve.ts';
import type { Segment, Statistics } from './segment.ts';
import { decode, encode, type Layers } from './snapshot.ts';
import { createTitleMatcher } from './titles.ts';
import { traitBits } from './traits.ts';

/** Why a hit stands where it does: the points add up to its score. `title` is the one that agreed best, '' where none did. */
export type Explained = {
  hit: Hit;
  evidence: Evidence;
  title: string;
  words: WordFound[];
  points: { feature: string; value: number; points: number }[];
};

/** A search over procedures. Immutable: an edit makes another index, and a search under way keeps the one it began with. */
export type Index = {
  size: number;
  /** Best first; empty when no word of the question is known. Any string at all; `limit` hits at most. */
  search(question: string, limit: number): Hit[];
  explain(question: string, limit: number): Explained[];
  /** How the question is read before anything is looked for. */
  read(question: string): Reading;
  /** The same index with these documents new or in place of those with their id, and without the removed ids. */
  with(changed: IndexDocument[], removedIds: string[]): Index;
  /** For `loadIndex`; carries a format version. */
  snapshot(): Uint8Array;
};

export function createIndex(documents: Iterable<IndexDocument>): Index {
  const builder = createBuilder();
  for (const document of documents) builder.add(document);
  return searcher({ base: builder.freeze(), removed: new Set(), changed: new Map() });
}

/** Null when the bytes are of another format version or not whole: build anew then. */
export function loadIndex(bytes: Uint8Array): Index | null {
  const layers = decode(bytes);
  return layers === null ? null : searcher(layers);
}

type Candidate = { segment: Segment; unit: number; evidence: Evidence; score: number };

const MOST_CANDIDATES = 150;
/** As many are looked at to tell how much the best stands out. */
const RIVALS = 5;

function searcher(layers: Layers): Index {
  const { base, removed, changed } = layers;
  const overlay = changed.size === 0 ? null : buildOverlay(base, changed.values());
  const segments = overlay === null ? [base] : [base, overlay];
  const gatherers = segments.map((segment) => createGatherer(segment));
  const corpus = createCorpus(base);
  const hidden = Uint8Array.from(base.ids, (id) => Number(removed.has(id) || changed.has(id)));
  const places = createPlaces(
    segments.flatMap(({ issuers, traits }) => issuers.filter((_, unit) => ((traits[unit] ?? 0) & traitBits.local) !== 0)),
  );

  function rank(question: string, limit: number): Candidate[] {
    const query = queryOf(question, corpus);
    const weighed = weigh(query, segments);
    const spoken = trusted(query.terms, segments);
    const named = places.named(query.syllables);
    const codes = new Set(query.syllables.map(({ exact }) => exact).filter((exact) => /^\d\.\d{6}/.test(exact)));
    const candidates: Candidate[] = [];
    for (const [at, segment] of segments.entries()) {
      const gathered = gatherers[at]?.(weighed, spoken);
      if (gathered === undefined) continue;
      const { touched, words, coverage, pairs } = gathered;
      const likeness = createTitleMatcher(
        segment,
        query,
        spoken,
        segments.reduce((sum, { size }) => sum + size, 0),
      );
      const rough = (unit: number) => (words[unit] ?? 0) + 0.4 * ((pairs[unit] ?? 0) + (coverage[unit] ?? 0));
      const live = segment === base ? touched.filter((unit) => hidden[unit] === 0) : touched;
      for (const unit of best(live, rough, Math.max(MOST_CANDIDATES, limit))) {
        const evidence: Evidence = {
          words: words[unit] ?? 0,
          coverage: Math.min(1, coverage[unit] ?? 0),
          pairs: Math.min(1, pairs[unit] ?? 0),
          title: likeness(unit),
          code: codes.size > 0 && names(codes, segment.codes[unit] ?? ''),
          placeNamed: named.has(segment.issuers[unit] ?? ''),
          traits: segment.traits[unit] ?? 0,
          signs: segment.signs[unit] ?? 0,
          asked: query.signs,
        };
        candidates.push({ segment, unit, evidence, score: scoreOf(evidence) });
      }
    }
    return candidates.sort((a, b) => b.score - a.score || (hitOf(a).id < hitOf(b).id ? -1 : 1)).slice(0, Math.max(0, limit));
  }

  function hitsOf(question: string, limit: number): { hit: Hit; candidate: Candidate }[] {
    const ranked = rank(question, Math.max(limit, RIVALS));
    const scores = ranked.map(({ score }) => score);
    const english = isEnglish(question);
    return ranked.slice(0, Math.max(0, limit)).map((candidate, at) => {
      return { candidate, hit: { ...hitOf(candidate), chance: chanceAmong(candidate.evidence, at, scores, english) } };
    });
  }

  return {
    size: base.size - hidden.reduce((sum, bit) => sum + bit, 0) + (overlay?.size ?? 0),
    search: (question, limit) => hitsOf(question, limit).map(({ hit }) => hit),
    explain(question, limit) {
      const query = queryOf(question, corpus);
      const weighed = weigh(query, segments);
      const spoken = trusted(query.terms, segments);
      return hitsOf(question, limit).map(({ hit, candidate }) => ({
        hit,
        evidence: candidate.evidence,
        title: titleText(candidate.segment, candidate.evidence.title.at),
        words: wordsFound(candidate.segment, candidate.unit, weighed, spoken),
        points: pointsOf(candidate.evidence),
      }));
    },
    read: (question) => readingOf(question, queryOf(question, corpus), corpus),
    with(documents, removedIds) {
      const next = new Map(changed);
      const gone = new Set(removed);
      for (const id of removedIds) {
        next.delete(id);
        gone.add(id);
      }
      for (const document of documents) next.set(document.id, document);
      return searcher({ base, removed: gone, changed: next });
    },
    snapshot: () => encode(layers),
  };
}

function pointsOf(evidence: Evidence): Explained['points'] {
  return features
    .map(({ name, weight, value }) => ({ feature: name, value: value(evidence), points: weight * value(evidence) }))
    .filter(({ points }) => points !== 0);
}

function buildOverlay(base: Segment, documents: Iterable<IndexDocument>): Segment {
  const builder = createBuilder();
  for (const document of documents) builder.add(document);
  return builder.freeze(statisticsOf(base));
}

function statisticsOf(segment: Segment): Statistics {
  return {
    documents: segment.size,
    frequency(exact) {
      const term = segment.vocabulary.exact.get(exact);
      return term === undefined ? 0 : (segment.strong.starts[term + 1] ?? 0) - (segment.strong.starts[term] ?? 0);
    },
  };
}

// A case of a procedure (1.001193.02) and a local copy (1.013226.H13) are named by their first two parts, too.
function names(codes: ReadonlySet<string>, code: string): boolean {
  const own = code.toLowerCase();
  for (const asked of codes) if (asked === own || asked.startsWith(`${own}.`) || own.startsWith(`${asked}.`)) return true;
  return false;
}

function hitOf({ segment, unit, evidence, score }: Candidate): Hit {
  return {
    id: segment.ids[unit] ?? '',
    code: segment.codes[unit] ?? '',
    name: segment.names[unit] ?? '',
    score,
    coverage: chanceOf(score),
    chance: chanceOf(score),
    kind: (evidence.traits & traitBits.local) === 0 ? 'national' : 'local',
    issuer: segment.issuers[unit] ?? '',
  };
}
