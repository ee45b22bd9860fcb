import type { DaysLeft } from './calendar/days-left.ts';
import type { Dossier } from './dossier-types.ts';

/** What the day of a dossier hangs on. */
export type Dated = Pick<Dossier, 'status' | 'dueOn' | 'finishedOn' | 'suspended' | 'absentSince'>;
/** What is waited for while the clock stands; `unsaid` where only that it stands is known. */
export type Wait = 'papers' | 'payment' | 'unsaid';
/** `none`: no day is given, it is none, or the agency has the dossier in its list no more: how it ended is not known. */
export type Due = { kind: 'none' } | { kind: 'ended' } | { kind: 'waits'; for: Wait } | DaysLeft;
export type Overdue = Extract<DaysLeft, { kind: 'overdue' }>;

/** How a dossier stands to its due date: the one answer for the citizen's status, the list of staff and the watch. */
export function dueOf(dossier: Dated, leftUntil: (due: string) => DaysLeft | null): Due {
  if (hasEnded(dossier)) return { kind: 'ended' };
  if (dossier.absentSince !== null) return { kind: 'none' };
  const wait = waitOf(dossier);
  if (wait !== null) return { kind: 'waits', for: wait };
  return (dossier.dueOn === null ? null : leftUntil(dossier.dueOn)) ?? { kind: 'none' };
}

/** How long it is overdue; null where it is not, or where nobody can say. */
export function overdueOf(dossier: Dated, leftUntil: (due: string) => DaysLeft | null): Overdue | null {
  const due = dueOf(dossier, leftUntil);
  return due.kind === 'overdue' ? due : null;
}

/** Done, refused, withdrawn or stopped: no day is waited for. */
export function hasEnded({ status, finishedOn }: Pick<Dossier, 'status' | 'finishedOn'>): boolean {
  return finishedOn !== null || [3, 7, 8, 9, 10].includes(status ?? 0);
}

/** Null: the clock runs. A status that waits for the citizen stops it even where the source notes no span. */
export function waitOf({ status, suspended }: Pick<Dossier, 'status' | 'suspended'>): Wait | null {
  if (status === 5) return 'papers';
  if (status === 6) return 'payment';
  return suspended.some(({ to }) => to === null) ? 'unsaid' : null;
}
