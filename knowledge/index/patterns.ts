import { type Found, type Phrases, spellAll } from './phrases.ts';

/**
 * Finds patterns of English phrases, word by word: `close|shut_down ~ company|firm now?`. `|` divides what may stand at one place, `_` is a
 * blank within it, a final `?` lets the place stay empty, `~` is an article, a possessive ("my", "my son's") or nothing. Nothing is spelled out: a pattern may
 * stand for thousands of phrases.
 */
export function createPatterns<T>(entries: Iterable<readonly [pattern: string, value: T]>): Phrases<T> {
  const byFirst = new Map<string, { places: Place[]; value: T }[]>();
  for (const [pattern, value] of entries) {
    const places = pattern.split(/\s+/).map(placeOf);
    for (const first of firstWords(places)) byFirst.set(first, [...(byFirst.get(first) ?? []), { places, value }]);
  }

  return {
    find(syllables) {
      const words = syllables.map(({ exact }) => exact);
      const found: Found<T>[] = [];
      let start = 0;
      while (start < words.length) {
        let best: Found<T> | null = null;
        for (const { places, value } of byFirst.get(words[start] ?? '') ?? []) {
          const length = endOf(places, 0, words, start) - start;
          if (length > (best?.length ?? 0)) best = { start, length, value };
        }
        if (best !== null) found.push(best);
        start += best?.length ?? 1;
      }
      return found;
    },
  };
}

type Place = { ways: string[][]; optional: boolean };

const relatives = 'son|daughter|child|baby|husband|wife|father|mother'.split('|').flatMap((one) => [`my_${one}_s`, `our_${one}_s`]);
const determiners = `a|an|the|my|our|his|her|their|your|this|its|${relatives.join('|')}?`;

function placeOf(said: string): Place {
  const written = said === '~' ? determiners : said;
  return {
    ways: written
      .replace(/\?$/, '')
      .split('|')
      .map((way) => spellAll(way.replaceAll('_', ' ')).map(({ exact }) => exact)),
    optional: written.endsWith('?'),
  };
}

function firstWords(places: readonly Place[]): Set<string> {
  const firm = places.findIndex(({ optional }) => !optional);
  return new Set(places.slice(0, firm + 1).flatMap(({ ways }) => ways.map((way) => way[0] ?? '')));
}

/** Where the longest way to say the places from `next` on ends, or -1. */
function endOf(places: readonly Place[], next: number, words: readonly string[], at: number): number {
  const place = places[next];
  if (place === undefined) return at;
  let end = place.optional ? endOf(places, next + 1, words, at) : -1;
  for (const way of place.ways) {
    if (way.every((word, offset) => words[at + offset] === word)) end = Math.max(end, endOf(places, next + 1, words, at + way.length));
  }
  return end;
}
