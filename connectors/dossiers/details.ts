import type { Dossier } from '../../bot/dossier-types.ts';

/** A system that holds dossiers. Null: it holds none of this code. Throws `Unavailable`, or the signal's reason. */
export type DetailedSource = { name: string; find(code: string, signal: AbortSignal): Promise<Dossier | null> };

export type Token = { value: string; expiresAt: number };

/** The tokens of the sources, kept where every replica can see them. */
export type TokenStore = {
  /** The token of a source while it is valid, or null. */
  get(source: string): Promise<string | null>;
  /**
   * A token other than `stale`: the kept one when somebody has renewed it meanwhile, else the one that `renew` fetches, which runs once however
   * many ask. What `renew` throws reaches all who wait, and the next to ask tries again.
   */
  renewOnce(source: string, stale: string | null, renew: () => Promise<Token>): Promise<string>;
};
