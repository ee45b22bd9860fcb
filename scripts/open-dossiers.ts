import type { Logger } from 'pino';
import type { Dossier } from '../bot/dossier-types.ts';
import type { DossierSource } from '../bot/ports.ts';
import { createHttpSource } from '../connectors/dossiers/http-source.ts';
import { type Route, routeSources } from '../connectors/dossiers/route.ts';
import type { Database } from '../knowledge/database.ts';
import { createRegister } from '../knowledge/dossiers.ts';
import type { Seal } from '../knowledge/seal.ts';
import { createSourceTokens } from '../knowledge/source-tokens.ts';
import type { SourceSettings } from './dossier-sources.ts';

/** `seal`: what the sources' tokens are kept with. */
export type OpenDossiersOptions = { pool: Database['pool']; settings: SourceSettings[]; seal: Seal; log: Logger; now: () => Date };

/**
 * The register and the sources over HTTP as one: each code goes to the source that names the nearest part of its agency, then to those that serve
 * more, and where all of them say that they have it not, to the register. Of a source for every code the register comes first.
 */
export function openDossiers(options: OpenDossiersOptions): DossierSource {
  const register: Route<Dossier> = { agencies: ['*'], source: createRegister(options.pool), isCopy: true };
  return routeSources([register, ...openSources(options)]);
}

/** The sources over HTTP, each by itself; their tokens are kept for all replicas. */
export function openSources({ pool, settings, seal, log, now }: OpenDossiersOptions) {
  const clock = () => now().getTime();
  const tokens = createSourceTokens({ pool, now: clock, seal });
  const onUnread = (source: string, field: string) => log.debug({ source, field }, 'dossier field not read');
  return settings.map(({ mapping, secrets }) => ({
    agencies: mapping.agencies,
    source: createHttpSource({ mapping, secrets, tokens, now: clock, onUnread }),
  }));
}
