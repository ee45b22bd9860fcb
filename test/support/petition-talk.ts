import type { Dossier } from '../../bot/dossier-types.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Attempts, PetitionStatus, Ratings } from '../../bot/ports.ts';
import type { Memory, TurnResult } from '../../bot/types.ts';
import { fakePetitions, hitOf } from '../fakes/ports.ts';
import { fakeDialog, noRatings, openAttempts } from '../fakes/respond.ts';

type World = { known?: PetitionStatus[]; ratings?: Partial<Ratings>; dossier?: Dossier | null; locked?: boolean; full?: boolean };

/** One citizen at the real dialogue. What is remembered goes through JSON, as it does in the database. */
export function petitionTalk({ known = [], ratings = {}, dossier = null, locked = false, full = false }: World = {}) {
  const wrong: string[] = [];
  const attempts: Attempts = {
    ...openAttempts,
    take: async (visitor, code) => {
      wrong.push(code);
      const { before, after } = await openAttempts.take(visitor, code);
      return { before: locked ? { kind: 'locked', until: '2026-11-22T09:00:00.000Z', by: 'code' } : before, after };
    },
    right: async () => {
      wrong.pop();
    },
  };
  const dialog = fakeDialog({
    search: () => [hitOf('1.001193'), hitOf('2.000635', 0.5)],
    find: () => dossier,
    attempts,
    petitions: { ...fakePetitions(known), maySend: async () => !full },
    ratings: { ...noRatings, ...ratings },
  });
  let memory: Memory = emptyMemory;
  let count = 0;
  return {
    memory: () => memory,
    wrong,
    say: async (text: string): Promise<TurnResult> => {
      count += 1;
      const result = await dialog({ channel: 'test', id: String(count), person: 'p', text }, memory, AbortSignal.timeout(5_000));
      memory = JSON.parse(JSON.stringify(result.memory));
      return result;
    },
  };
}

export const textOf = (result: TurnResult) => result.replies.map((reply) => reply.text).join('\n');
/** As the fake seals. */
export const sealed = (text: string) => `sealed ${[...text].reverse().join('')}`;
export const says = (result: TurnResult) => result.replies.at(-1)?.choices.map((choice) => choice.say) ?? [];
