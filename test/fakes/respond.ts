import { createCalendar } from '../../bot/calendar/calendar.ts';
import { createDialog, type Dialog } from '../../bot/dialog.ts';
import type { Dossier } from '../../bot/dossier-types.ts';
import type { Attempts, Petitions, Ratings } from '../../bot/ports.ts';
import { createRespond, type RespondOptions } from '../../bot/respond.ts';
import type { Hit } from '../../bot/types.ts';
import { fakeDossiers, fakeLibrary, only } from './ports.ts';

/** Nobody is ever locked out or slowed. */
export const openAttempts: Attempts = {
  door: async () => ({ kind: 'open', left: 5 }),
  take: async () => ({ before: { kind: 'open', left: 5 }, after: { kind: 'open', left: 4 } }),
  right: async () => {},
  lookedUp: async () => ({ kind: 'open', left: 10 }),
};

/** Nobody is asked for a rating, and no answer to one is waited for. */
export const noRatings: Ratings = { ask: async () => false, told: async () => false, waiting: async () => null };

export type Given = Partial<RespondOptions> & { search?: (question: string) => Hit[]; find?: (code: string) => Dossier | null };

/** What the dialogue needs, of which a test says only what matters to it: a library by its search, dossiers by their codes, any port ready-made. */
export function respondOptions({ search = () => [], find = () => null, ...ports }: Given = {}): RespondOptions {
  return {
    library: fakeLibrary(search),
    dossiers: fakeDossiers(find),
    attempts: openAttempts,
    meter: { count: () => {} },
    ratings: noRatings,
    petitions: only<Petitions>('petitions', {}),
    calendar: createCalendar(),
    policy: { factors: ['pin', 'phone', 'id'], officials: false },
    now: () => new Date('2026-11-10T03:00:00Z'),
    ...ports,
  };
}

export function fakeDialog(given: Given = {}): Dialog {
  const options = respondOptions(given);
  return createDialog(createRespond(options), options.petitions);
}
