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
  return {
    lookUp: async (code, signal) => {
      try {
        const dossier = await source.find(code, signal);
        if (dossier === null) return { kind: 'none' };
        await lastKnown.remember(dossier).catch((error: unknown) => log.warn({ reason: reasonOf(error) }, 'last known not kept'));
        return { kind: 'found', dossier };
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        log.warn({ source: error.party, reason: whyOf(error) }, 'dossier source away');
        return { kind: 'away', last: await recalled(code) };
      }
    },
  };

  async function recalled(code: string): Promise<LastKnown | null> {
    try {
      return await lastKnown.recall(code);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'last known not read');
      return null;
    }
  }
}

/** A source says why in fixed words of ours; the message of any other error may quote something. */
function whyOf({ cause }: Unavailable): string {
  return cause instanceof Error && cause.name === 'Error' && !('code' in cause) ? cause.message : reasonOf(cause);
}
