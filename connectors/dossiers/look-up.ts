import type { Logger } from 'pino';
import type { Dossier, LastKnown } from '../../bot/dossier-types.ts';
import { reasonOf, Unavailable } from '../../bot/errors.ts';
import type { DossierSource, Dossiers } from '../../bot/ports.ts';

/** What the sources said last. Holds no personal datum. */
export type LastKnownStore = {
  remember(dossier: Dossier): Promise<void>;
  recall(code: string): Promise<LastKnown | null>;
};

export type DossiersOptions = { source: DossierSource; lastKnown: LastKnownStore; log: Logger };

/** Looks a dossier up at its sources. While they are away it tells what was known last; that memory never costs an answer. */
export function createDossiers({ source, lastKnown, log }: DossiersOptions): Dossiers {
  const remembering = rememberFound({ source, lastKnown, log });

  async function recalled(code: string): Promise<LastKnown | null> {
    try {
      return await lastKnown.recall(code);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'last known not read');
      return null;
    }
  }

  return {
    lookUp: async (code, signal) => {
      try {
        const dossier = await remembering.find(code, signal);
        return dossier === null ? { kind: 'none' } : { kind: 'found', dossier };
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        log.warn({ source: error.party, reason: whyOf(error) }, 'dossier source away');
        return { kind: 'away', last: await recalled(code) };
      }
    },
  };
}

/** The same source; what it finds is kept as what was known last. The register is asked for what it holds itself: nothing of it is kept twice. */
export function rememberFound({ source, lastKnown, log }: DossiersOptions): DossierSource {
  return {
    find: async (code, signal) => {
      const dossier = await source.find(code, signal);
      if (dossier === null || dossier.source === 'register') return dossier;
      await lastKnown.remember(dossier).catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'last known not kept'));
      return dossier;
    },
  };
}

/** A source says why in fixed words of ours; the message of any other error may quote something. */
function whyOf({ cause }: Unavailable): string {
  return cause instanceof Error && cause.name === 'Error' && !('code' in cause) ? cause.message : reasonOf(cause);
}
