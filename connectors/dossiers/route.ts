import type { Dossier } from '../../bot/dossier-types.ts';
import { Unavailable } from '../../bot/errors.ts';
import type { DossierSource } from '../../bot/ports.ts';

type Finder<Found extends Dossier> = { find(code: string, signal: AbortSignal): Promise<Found | null> };

/** `agencies` as in a mapping: `H40`, `H40.23`, or `*` for every code. `isCopy`: what it has was said some time ago, as an export is. */
export type Route<Found extends Dossier> = { agencies: string[]; source: Finder<Found>; isCopy?: boolean };

/**
 * Asks the sources that serve the agency of a code, the nearest first, until one holds the dossier. A dossier counts as missing only when all of
 * them have said so: otherwise the first that was away is told. So it is where only a copy has it while a source is away that would know better.
 */
export function routeSources<Found extends Dossier = Dossier>(routes: Route<Found>[]): Finder<Found> & DossierSource {
  return {
    find: async (code, signal) => {
      let away: Unavailable | null = null;
      for (const { source, isCopy = false } of sourcesFor(routes, code)) {
        if (isCopy && away !== null) break;
        try {
          const found = await source.find(code, signal);
          if (found !== null) return found;
        } catch (error) {
          if (!(error instanceof Unavailable)) throw error;
          away ??= error;
        }
      }
      if (away !== null) throw away;
      return null;
    },
  };
}

function sourcesFor<Found extends Dossier>(routes: Route<Found>[], code: string): Route<Found>[] {
  const path = agencyPath(code);
  return routes
    .map((route) => ({ route, nearness: Math.max(-1, ...route.agencies.map((agency) => nearnessOf(agency, path))) }))
    .filter(({ nearness }) => nearness >= 0)
    .sort((one, other) => other.nearness - one.nearness)
    .map(({ route }) => route);
}

/** How many parts of the agency's path are named; -1 where it is another agency. */
function nearnessOf(agency: string, path: string[]): number {
  if (agency === '*') return 0;
  const wanted = agency.split('.');
  return wanted.every((part, place) => part === path[place]) ? wanted.length : -1;
}

/** The province or ministry first: codes before 2020 end in it (`000.17.22.H56` is `H56.22.17.000`). */
export function agencyPath(code: string): string[] {
  const parts = (code.split('-')[0] ?? '').toUpperCase().split('.');
  return /^[GH]\d{2}$/.test(parts[0] ?? '') ? parts : parts.reverse();
}
