import type { Calendar } from '../calendar/calendar.ts';
import { vietnamDate } from '../calendar/dates.ts';
import { daysLeft } from '../calendar/days-left.ts';
import { daysLeftText } from '../calendar/days-left-text.ts';
import { dueOf, hasEnded, waitOf } from '../dossier-due.ts';
import type { Dossier, LastKnown } from '../dossier-types.ts';
import { dossierWording as words } from '../dossier-wording.ts';
import type { Language } from '../types.ts';
import { type Computed, dayText, leftText, momentText } from './dossier-dates.ts';
import { hideText, namesIn } from './dossier-mask.ts';

export type StatusOptions = { dossier: Dossier; computed: Computed | null; calendar: Calendar; now: Date; language: Language };

/** What anybody who has the code may know: code, status, agency and days. Nothing of whose it is or what it is about. */
export function statusLines(options: StatusOptions): string[] {
  const { dossier, language } = options;
  const { code, status, agency } = dossier;
  const mapped = mappedStatus(status, language);
  const names = namesIn(dossier, false);
  const own = hideText(dossier.statusText, names, 160);
  const at = agency === '' ? '' : ` ${words.at[language]} ${hideText(agency, names, 160)}`;
  const head = `${words.dossier[language]} **${code}** · **${mapped ?? (own === '' ? words.noStatus[language] : own)}**${at}`;
  return [
    `${head}${dueText(options)}.`,
    mapped !== null && own !== '' && own !== mapped ? `- ${words.sourceSays[language]}: ${own}` : '',
    absentLine(options),
    ...computedLines(options),
  ].filter((line) => line !== '');
}

/** The source is away: what it said last, and when. */
export function awayLines(code: string, last: LastKnown | null, now: Date, language: Language): string[] {
  const head = `${words.dossier[language]} **${code}**`;
  if (last === null) return [head, words.down[language]];
  const status = mappedStatus(last.status, language) ?? hideText(last.statusText, [], 160);
  const at = last.agency === '' ? '' : ` ${words.at[language]} ${hideText(last.agency, [], 160)}`;
  const due =
    last.dueOn === null || hasEnded({ status: last.status, finishedOn: null }) ? '' : `, ${words.due[language]} ${dayText(last.dueOn)}`;
  const when = momentText(last.at, now, language);
  return [head, `${words.away[language]} ${words.lastKnown[language]} (${when}): **${status}**${at}${due}.`];
}

export function mappedStatus(status: number | null, language: Language): string | null {
  return status === null ? null : (words.status[status]?.[language] ?? null);
}

function dueText({ dossier, calendar, now, language }: StatusOptions): string {
  if (dossier.finishedOn !== null) return `, ${words.finished[language]} ${dayText(dossier.finishedOn)}`;
  const due = dueOf(dossier, (day) => daysLeft(day, vietnamDate(now), calendar));
  if (dossier.dueOn === null || due.kind === 'ended') return '';
  const left = due.kind === 'none' ? '' : due.kind === 'waits' ? words.waits[due.for][language] : daysLeftText(due, language);
  return `, ${words.due[language]} ${dayText(dossier.dueOn)}${left === '' ? '' : ` (${left})`}`;
}

/** What the agency has taken out of its list may be done or withdrawn: nobody can say, so neither do we. */
function absentLine({ dossier, language }: StatusOptions): string {
  if (dossier.absentSince === null || hasEnded(dossier)) return '';
  return `- ${words.absent[language].replace('{day}', dayText(dossier.absentSince))}`;
}

/** Beside the given date, the one that the procedure's own limit makes: a difference is for the citizen to see. */
function computedLines({ dossier, computed, calendar, now, language }: StatusOptions): string[] {
  if (computed === null || hasEnded(dossier) || waitOf(dossier) !== null || dossier.absentSince !== null) return [];
  const own = `- ${words.byLimit[language]} (${computed.limit}): ${dayText(computed.date)}`;
  if (computed.date === dossier.dueOn) return [own];
  const left = leftText(computed.date, now, calendar, language);
  return [`${own}${left === '' ? '' : ` (${left})`}`];
}
