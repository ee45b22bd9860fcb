import type { Calendar } from '../calendar/calendar.ts';
import { daysLeft } from '../calendar/days-left.ts';
import { daysLeftText } from '../calendar/days-left-text.ts';
import { type Overdue, overdueOf } from '../dossier-due.ts';
import type { Dossier } from '../dossier-types.ts';
import { dossierWording, noticeWording as words } from '../dossier-wording.ts';
import { plainReply } from '../reply.ts';
import type { Language, Reply } from '../types.ts';
import { noticeChoices } from './change.ts';
import { impersonal } from './impersonal.ts';

/** How long a dossier is overdue; null where it is not, or where nobody can say. */
export function overdueBy(dossier: Dossier, today: string, calendar: Calendar): Overdue | null {
  return overdueOf(dossier, (day) => daysLeft(day, today, calendar));
}

/** Who holds it, the right to a written apology with a new date, and a petition already worded. */
export function overdueNotice(dossier: Dossier, by: Overdue, language: Language): Reply {
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
