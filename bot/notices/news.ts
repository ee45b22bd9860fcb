import type { Calendar } from '../calendar/calendar.ts';
import type { Dossier } from '../dossier-types.ts';
import type { News, NowSeen, Watched } from '../ports.ts';
import type { Language, Reply } from '../types.ts';
import { changeNotice, isOver, isUrgent } from './change.ts';
import { withoutCountedDays } from './counted-days.ts';
import { wordsOf } from './impersonal.ts';
import { overdueBy, overdueNotice } from './overdue.ts';
import { tellAt } from './quiet-hours.ts';

export type Moment = { now: Date; today: string; calendar: Calendar };

/** What is new since a dossier was last looked at. The first look tells only what is overdue: nobody knew where it stood. */
export function newsOf({ code, version, seen, overdueFor }: Watched, dossier: Dossier, { now, today, calendar }: Moment): News[] {
  const news: News[] = [];
  if (seen !== null && (seen.status !== dossier.status || saysElse(seen.statusText, dossier))) {
    const replies = inBoth((language) => changeNotice(dossier, language));
    news.push({ once: `notice ${code} change ${version + 1}`, replies, tellAt: isUrgent(dossier) ? null : tellAt(now) });
  }
  const late = overdueBy(dossier, today, calendar);
  if (late !== null && overdueFor !== dossier.dueOn) {
    const replies = inBoth((language) => overdueNotice(dossier, late, language));
    news.push({ once: `notice ${code} overdue ${dossier.dueOn}`, replies, tellAt: tellAt(now) });
  }
  return news;
}

function saysElse(before: string, dossier: Dossier): boolean {
  const isWatched = dossier.dueOn !== null;
  return withoutCountedDays(before, isWatched) !== withoutCountedDays(wordsOf(dossier), isWatched);
}

/** What is kept of a dossier until the next look. No personal datum. */
export function nowSeen({ overdueFor }: Watched, dossier: Dossier, { today, calendar }: Omit<Moment, 'now'>): NowSeen {
  const { source, status, dueOn } = dossier;
  const isLate = overdueBy(dossier, today, calendar) !== null;
  return { source, status, statusText: wordsOf(dossier), overdueFor: isLate ? dueOn : overdueFor, ended: isOver(dossier) };
}

function inBoth(say: (language: Language) => Reply): Record<Language, Reply> {
  return { vi: say('vi'), en: say('en') };
}
