import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../../bot/dossier-types.ts';
import type { Dossiers, Library, PetitionStatus, Petitions } from '../../bot/ports.ts';
import type { Hit, StoredProcedure } from '../../bot/types.ts';
import { starterSchema } from '../../knowledge/starter.ts';

/** A port of which only what a test sets may be used: everything else throws. */
export function only<Port extends object>(name: string, set: Partial<Port>): Port {
  return new Proxy(set, {
    get(target, key) {
      if (Reflect.has(target, key)) return Reflect.get(target, key);
      throw new Error(`${name}.${String(key)} is not set in this test`);
    },
  }) as Port; // what is missing throws
}

const folder = join(import.meta.dirname, '../../knowledge/starter');

/** Procedures of the starter base, by code. */
export const starter: Map<string, StoredProcedure> = new Map(
  readdirSync(folder)
    .filter((name) => name.startsWith('procedures-'))
    .flatMap((name) => starterSchema.array().parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .map(({ procedure, checked }) => [
      procedure.code,
      {
        procedure,
        provenance: { origin: 'starter', url: `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${procedure.id}`, date: checked, version: 1 },
      },
    ]),
);

export function hitOf(code: string, score = 1, coverage = 1): Hit {
  const stored = starter.get(code);
  if (stored === undefined) throw new Error(`${code} is not in the starter base`);
  const { id, name, issuer } = stored.procedure;
  return { id, code, name, score, coverage, chance: coverage, kind: 'national', issuer: issuer.name };
}

/** A library over the starter base whose search finds what the test says. */
export function fakeLibrary(search: (question: string) => Hit[]): Library {
  const byId = new Map([...starter.values()].map((stored) => [stored.procedure.id, stored]));
  return only<Library>('library', {
    search: async (question) => search(question),
    procedure: async (id) => byId.get(id) ?? null,
    byCode: async (code) => [starter.get(code)].filter((stored) => stored !== undefined),
    explanation: async () => null,
    faq: async () => null,
  });
}

export function fakeDossiers(find: (code: string) => Dossier | null): Dossiers {
  return {
    lookUp: async (code) => {
      const dossier = find(code);
      return dossier === null ? { kind: 'none' } : { kind: 'found', dossier };
    },
  };
}

/** Petitions of which one is known, and whose codes rise. */
export function fakePetitions(known: PetitionStatus[] = []): Petitions {
  let last = 6;
  return {
    newCode: async () => {
      last += 1;
      return `PA-261122-${String(last).padStart(4, '0')}-K3M7`;
    },
    maySend: async () => true,
    seal: (contact) => `sealed ${[...contact].reverse().join('')}`,
    find: async (code) => known.find((petition) => petition.code === code) ?? null,
    isOwn: async () => false,
    own: async () => known,
  };
}
