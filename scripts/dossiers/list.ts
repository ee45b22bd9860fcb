import { vietnamDate, vietnamTime } from '../../bot/calendar/dates.ts';
import { type DaysLeft, daysLeft } from '../../bot/calendar/days-left.ts';
import { daysLeftText } from '../../bot/calendar/days-left-text.ts';
import { type Due, dueOf, overdueOf, type Wait } from '../../bot/dossier-due.ts';
import { dossierWording } from '../../bot/dossier-wording.ts';
import { type Listed, listDossiers } from '../../knowledge/register-list.ts';
import { officeCalendar } from '../calendar.ts';
import type { Say } from '../errands/take.ts';
import type { CommandOptions } from './commands.ts';

/** The dossiers that are known, or of them those that are overdue: a line each, without a name or a number of anybody. */
export async function showList(overdue: boolean, { config, pool, now }: CommandOptions, { out }: Say): Promise<number> {
  const calendar = officeCalendar(config.dataDir);
  const today = vietnamDate(now());
  // Many are due on one day, and counting working days takes longer than reading a line.
  const known = new Map<string, DaysLeft | null>();
  const leftUntil = (due: string) => {
    const left = known.get(due) ?? daysLeft(due, today, calendar);
    known.set(due, left);
    return left;
  };
  let count = 0;
  for await (const each of listDossiers({ pool })) {
    if (overdue && overdueOf(each, leftUntil) === null) continue;
    count += 1;
    const due = each.dueOn === null ? '' : dayText(each.dueOn);
    const days = daysOf(dueOf(each, leftUntil));
    out(`${[each.code, each.agency, statusOf(each.status, each.statusText), due, days, mark(each), ...seen(each)].join('\t')}\n`);
  }
  out(`${count} dossiers${overdue ? ' overdue' : ''}\n`);
  return 0;
}

export function statusOf(status: number | null, text: string): string {
  return [status ?? '?', text || (dossierWording.status[status ?? 0]?.vi ?? '')].join(' ').trim();
}

export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

function daysOf(stand: Due): string {
  if (stand.kind === 'none' || stand.kind === 'ended') return '';
  return stand.kind === 'waits' ? waits[stand.for] : daysLeftText(stand, 'vi');
}

const waits: Record<Wait, string> = { papers: 'chờ bổ sung', payment: 'chờ nộp tiền', unsaid: 'tạm dừng' };

function mark({ demonstration, absentSince }: Listed): string {
  if (absentSince !== null) return `không còn trong danh sách từ ${dayText(absentSince)}`;
  return demonstration ? 'minh họa' : '';
}

/** What another system holds is as old as the last look at it. */
function seen({ elsewhere }: Listed): string[] {
  if (elsewhere === null) return [];
  const at = vietnamTime(elsewhere.seenAt);
  const when = at === null ? elsewhere.seenAt : `${dayText(at.date)} ${at.time}`;
  return [elsewhere.source || '?', elsewhere.office, `xem lần cuối ${when}`];
}
