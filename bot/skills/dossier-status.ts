import type { Calendar } from '../calendar/calendar.ts';
import type { Dossier, LastKnown } from '../dossier-types.ts';
import type { Language } from '../types.ts';
import { dossierWording as words } from '../wording.ts';
import { type Computed, dayText, leftText, momentText } from './dossier-dates.ts';
import { hideText, namesIn } from './dossier-mask.ts';

export type StatusOptions = { dossier: Dossier; computed: Computed | null; calendar: Calendar; now: Date; language: Language };

/** Done, refused, withdrawn or stopped: no day is waited for. */
const ended = new Set<number | null>([3, 7, 8, 9, 10]);

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
    ...computedLines(options),
  ].filter((line) => line !== '');
}

/** The source is away: what it said last, and when. */
export function awayLines(code: string, last: LastKnown | null, now: Date, language: Language): string[] {
  const head = `${words.dossier[language]} **${code}**`;
  if (last === null) return [head, words.down[language]];
  const status = mappedStatus(last.status, language) ?? hideText(last.statusText, [], 160);
  const at = last.agency === '' ? '' : ` ${words.at[language]} ${hideText(last.agency, [], 160)}`;
  const due = last.dueOn === null || ended.has(last.status) ? '' : `, ${words.due[language]} ${dayText(last.dueOn)}`;
  const when = momentText(last.at, now, language);
  return [head, `${words.away[language]} ${words.lastKnown[language]} (${when}): **${status}**${at}${due}.`];
}

export function mappedStatus(status: number | null, language: Language): string | null {
  return status === null ? null : (words.status[status]?.[language] ?? null);
}

export function hasEnded({ status, finishedOn }: Dossier): boolean {
  return ended.has(status) || finishedOn !== null;
}

function dueText({ dossier, calendar, now, language }: StatusOptions): string {
  if (dossier.finishedOn !== null) return `, ${words.finished[language]} ${dayText(dossier.finishedOn)}`;
  if (dossier.dueOn === null || ended.has(dossier.status)) return '';
  const left = stands(dossier) ? words.clockStands[language] : leftText(dossier.dueOn, now, calendar, language);
  return `, ${words.due[language]} ${dayText(dossier.dueOn)}${left === '' ? '' : ` (${left})`}`;
}

/** Beside the given date, the one that the procedure's own limit makes: a difference is for the citizen to see. */
function computedLines({ dossier, computed, calendar, now, language }: StatusOptions): string[] {
  if (computed === null || hasEnded(dossier)) return [];
  const own = `- ${words.byLimit[language]} (${computed.limit}): ${dayText(computed.date)}`;
  if (computed.date === dossier.dueOn) return [own];
  const left = leftText(computed.date, now, calendar, language);
  return [`${own}${left === '' ? '' : ` (${left})`}`];
}

/** The clock stands while papers or a payment are waited for. */
function stands({ suspended }: Dossier): boolean {
  return suspended.some(({ to }) => to === null);
}
