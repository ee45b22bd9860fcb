import { vietnamTime } from '../calendar/dates.ts';
import type { Dossier } from '../dossier-types.ts';
import { dossierWording, noticeWording as words } from '../dossier-wording.ts';
import { plainReply } from '../reply.ts';
import { rateChoice, resultStatuses } from '../skills/rating.ts';
import type { Choice, Language, Reply } from '../types.ts';
import { wordsOf } from './impersonal.ts';

/** The news that a dossier has moved: its code, where it stands, what to do next. No personal datum stands in it. */
export function changeNotice(dossier: Dossier, language: Language): Reply {
  const { code, status } = dossier;
  const mapped = status === null ? undefined : dossierWording.status[status]?.[language];
  const own = wordsOf(dossier);
  const deadline = deadlineOf(dossier);
  const lines = [
    `${dossierWording.dossier[language]} **${code}**: **${mapped ?? (own === '' ? words.moved[language] : own)}**.`,
    mapped !== undefined && own !== '' && own !== mapped ? `${dossierWording.sourceSays[language]}: ${own}` : '',
    deadline === null ? '' : `${words.deadline[language]}: ${shown(deadline)}`,
    words.next[status ?? 0]?.[language] ?? '',
    dossier.demonstration ? dossierWording.demonstration[language] : '',
  ];
  return {
    ...plainReply('status', lines.filter((line) => line !== '').join('\n'), [
      ...(resultStatuses.has(status) ? [rateChoice(code, language)] : []),
      ...noticeChoices(code, language),
    ]),
    dossier: code,
  };
}

export function noticeChoices(code: string, language: Language): Choice[] {
  return [
    { label: words.open[language], say: code },
    { label: words.stop[language], say: `${words.stop[language]} ${code}` },
  ];
}

/** What cannot wait until the morning: a dossier that is refused, and papers that are asked for by a day. */
export function isUrgent(dossier: Dossier): boolean {
  return dossier.status === 3 || dossier.status === 8 || deadlineOf(dossier) !== null;
}

/** Nothing more will come: not accepted, or the result is in the citizen's hands. */
export function isOver(dossier: Dossier): boolean {
  return dossier.status === 3 || dossier.status === 10;
}

/** The day by which papers are to be supplemented, where the source tells one. */
function deadlineOf({ status, timeline, missing }: Dossier): string | null {
  if (status !== 5) return null;
  const step = timeline.findLast((each) => each.status === 5 && each.dueAt !== null)?.dueAt;
  const read = step === undefined || step === null ? null : vietnamTime(step);
  return read?.date ?? missing.map(({ text }) => dayIn(text)).find((day) => day !== null) ?? null;
}

/** "… trước ngày 30/11/2026": a day with the word that makes it a limit. */
function dayIn(text: string): string | null {
  const [, day = '', month = '', year = ''] =
    /(?:hạn|trước|chậm nhất|đến hết)\D{0,24}(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})/iu.exec(text) ?? [];
  return vietnamTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)?.date ?? null;
}

function shown(date: string): string {
  return date.split('-').reverse().join('/');
}
