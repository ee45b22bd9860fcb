/** `open` refuses at once; a `probe` is the one try after a rest that shows whether the party is back. */
export type Pass = 'closed' | 'probe' | 'open';
export type Outcome = 'answered' | 'failed' | 'given-up';

export type BreakerOptions = { failures: number; restMs: number; now: () => number };
export type Breaker = { ask(): Pass; tell(key: string, pass: Pass, outcome: Outcome): void };

/**
 * Spares a party that is down, and the people who would wait for it: after failures on so many different keys in a row nobody asks it for a
 * while. One key counts once: whoever asks again and again for something that the party chokes on does not cut the others off.
 */
export function createBreaker({ failures, restMs, now }: BreakerOptions): Breaker {
  const failed = new Set<string>();
  let restsUntil: number | null = null;
  let probing = false;

  return {
    ask: () => {
      if (restsUntil === null) return 'closed';
      if (probing || now() < restsUntil) return 'open';
      probing = true;
      return 'probe';
    },
    tell: (key, pass, outcome) => {
      if (pass === 'probe') probing = false;
      if (outcome === 'answered') {
        failed.clear();
        restsUntil = null;
      }
      if (outcome !== 'failed') return;
      failed.add(key);
      if (pass === 'probe' || failed.size >= failures) restsUntil = now() + restMs;
    },
  };
}
