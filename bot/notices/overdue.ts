import type { Calendar } from '../calendar/calendar.ts';
import { type DaysLeft, daysLeft } from '../calendar/days-left.ts';
import { daysLeftText } from '../calendar/days-left-text.ts';
import type { Dossier } from '../dossier-types.ts';
import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';
import { dossierWording, noticeWording as words } from '../wording.ts';
import { noticeChoices } from './change.ts';
import { impersonal } from './impersonal.ts';

/** The work is done or was ended, or the clock stands while the citizen is waited for. */
const stands = new Set([3, 5, 6, 7, 8, 9, 10]);

/** How long a dossier is overdue; null where it is not, or where nobody can say. */
export function overdueBy(dossier: Dossier, today: string, calendar: Calendar): Extract<DaysLeft, { kind: 'overdue' }> | null {
  const { status, finishedOn, dueOn, suspended } = dossier;
  if (dueOn === null || finishedOn !== null || stands.has(status ?? 0) || suspended.some(({ to }) => to === null)) return null;
  const left = daysLeft(dueOn, today, calendar);
  return left?.kind === 'overdue' ? left : null;
}

/** Who holds it, the right to a written apology with a new date, and a petition already worded. */
export function overdueNotice(dossier: Dossier, by: Extract<DaysLeft, { kind: 'overdue' }>, language: Language): Reply {
  const { code, agency, holder, dueOn } = dossier;
  const unit = [...new Set([holder.office, agency].map((each) => impersonal(each, dossier)).filter((each) => each !== ''))].join(', ');
  const due = (dueOn ?? '').split('-').reverse().join('/');
  const lines = [
    words.overdue[language].replace('{code}', `**${code}**`).replace('{due}', due).replace('{days}', daysLeftText(by, language)),
    unit === '' ? '' : `${words.heldBy[language]}: **${unit}**.`,
    words.apology[language],
    dossier.demonstration ? dossierWording.demonstration[language] : '',
  ];
  const petition = words.petition[language]
    .replace('{code}', code)
    .replace('{due}', due)
    .replace('{unit}', unit === '' ? '' : ` (${unit})`);
  return {
    ...plainReply('status', lines.filter((line) => line !== '').join('\n'), [
      { label: words.sendPetition[language], say: petition },
      ...noticeChoices(code, language),
    ]),
    dossier: code,
  };
}
