import { createPhrases, type Phrases } from './phrases.ts';
import type { Spelling } from './spelling.ts';

/** Tells which issuers of local procedures a question names by their province or city. */
export type Places = { named(syllables: readonly Spelling[]): Set<string> };

export function createPlaces(issuers: Iterable<string>): Places {
  const byPlace = new Map<string, string[]>();
  for (const issuer of new Set(issuers)) {
    const place = /(?:tỉnh|thành phố)\s+(.+)$/iu.exec(issuer.normalize('NFC'))?.[1]?.trim();
    if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), issuer]);
  }
  const phrases: Phrases<string[]> = createPhrases(byPlace);
  return { named: (syllables) => new Set(phrases.find(syllables).flatMap(({ value }) => value)) };
}
