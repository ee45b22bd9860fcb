import type { Token, TokenStore } from '../../connectors/dossiers/details.ts';

/** A token is given up this long before its end, so that none expires on its way. */
const marginMs = 30_000;

/** Tokens in the memory of one process, for tests of a source by itself. */
export function createTokenStore(now: () => number): TokenStore {
  const kept = new Map<string, Token>();
  const underWay = new Map<string, Promise<string>>();

  function valid(source: string): string | null {
    const token = kept.get(source);
    return token !== undefined && token.expiresAt - marginMs > now() ? token.value : null;
  }

  async function renewed(source: string, renew: () => Promise<Token>): Promise<string> {
    try {
      const token = await renew();
      kept.set(source, token);
      return token.value;
    } finally {
      underWay.delete(source);
    }
  }

  return {
    get: async (source) => valid(source),
    renewOnce: async (source, stale, renew) => {
      const value = valid(source);
      if (value !== null && value !== stale) return value;
      const waiting = underWay.get(source) ?? renewed(source, renew);
      underWay.set(source, waiting);
      return waiting;
    },
  };
}
