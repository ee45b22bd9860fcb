import type { FilingTarget, FilingTargets } from '../../bot/ports.ts';
import type { FilingMapping } from './mapping.ts';

export type TargetOptions = {
  mapping: FilingMapping;
  /** The target with what its system calls the procedure and the place. */
  make: (own: Record<string, string>) => FilingTarget;
};

/** Which system takes a filing: one that serves its procedure, and of these the one that names its commune before the one that names its province. */
export function routeTargets(targets: TargetOptions[]): FilingTargets {
  return {
    find: (procedure, at) => {
      const named = [at?.commune.code, at?.province.code, '*'].filter((code) => code !== undefined);
      for (const place of named) {
        for (const { mapping, make } of targets) {
          const asked = mapping.procedures[procedure] ?? mapping.procedures['*'];
          const there = mapping.places[place];
          if (asked !== undefined && there !== undefined) return make({ ...asked, ...there });
        }
      }
      return null;
    },
  };
}
