import type { Case, CaseChange } from '../bot/forms/case.ts';
import type { Cases, Visitor } from '../bot/ports.ts';

export type MemoryCases = Cases & {
  /** What the inbox does with a turn: true where it was recorded. */
  record(visitor: Pick<Visitor, 'channel' | 'person'>, change: CaseChange | undefined): boolean;
};

/** The channel of questions that no citizen asks: `npm run ask`, the evaluation. Their filings are not stored. */
export const trialChannel = 'ask';

/** Filings of trials stay in memory, all others in the store. */
export function withTrials(stored: Cases, trials: Cases): Cases {
  const of = ({ channel }: Pick<Visitor, 'channel'>) => (channel === trialChannel ? trials : stored);
  return {
    newCode: (signal) => stored.newCode(signal),
    find: (visitor, id, signal) => of(visitor).find(visitor, id, signal),
    own: (visitor, signal) => of(visitor).own(visitor, signal),
    moveCode: (visitor, id, signal) => of(visitor).moveCode(visitor, id, signal),
    claim: (visitor, digits, signal) => of(visitor).claim(visitor, digits, signal),
  };
}

/** The port of filings in memory: of each conversation its cases, as a turn left them. Digits count up; nobody is locked out. */
export function memoryCases(): MemoryCases {
  const held = new Map<string, { owner: string; text: string; at: number }>();
  const codes = new Map<string, string>();
  let last = 0;
  const ownerOf = ({ channel, person }: Pick<Visitor, 'channel' | 'person'>) => `${channel} ${person}`;
  // Kept as text: nobody holds on to what was saved.
  const opened = (id: string): Case | null => JSON.parse(held.get(id)?.text ?? 'null');
  return {
    newCode: async () => `BN-261122-${String(++last).padStart(4, '0')}-K7QX`,
    find: async (visitor, id) => (held.get(id)?.owner === ownerOf(visitor) ? opened(id) : null),
    own: async (visitor) =>
      [...held]
        .filter(([, { owner }]) => owner === ownerOf(visitor))
        .toSorted(([, a], [, b]) => b.at - a.at)
        .flatMap(([id]) => opened(id) ?? [])
        .map(({ id, code, form, state }) => ({ id, code, form, state, changedOn: '2026-11-22' })),
    moveCode: async (_visitor, id) => {
      const digits = String(++last).padStart(6, '0');
      codes.set(digits, id);
      return digits;
    },
    claim: async (_visitor, digits) => {
      const found = opened(codes.get(digits) ?? '');
      return found === null ? { kind: 'wrong' } : { kind: 'claimed', case: found };
    },
    record: (visitor, change) => {
      if (change === undefined) return true;
      if (change.kind === 'delete') return held.delete(change.id);
      const { case: next, take } = change;
      const before = held.get(next.id);
      const saved = opened(next.id);
      if ((saved?.revision ?? 0) !== next.revision || (before !== undefined && !take && before.owner !== ownerOf(visitor))) return false;
      held.set(next.id, { owner: ownerOf(visitor), text: JSON.stringify({ ...next, revision: next.revision + 1 }), at: ++last });
      if (take) for (const [digits, id] of codes) if (id === next.id) codes.delete(digits);
      return true;
    },
  };
}
