import type { Case } from './forms/case.ts';
import { submitNotes, submitWording as words } from './forms/submit-wording.ts';
import { filingWording } from './forms/wording.ts';
import type { SubmissionEnd } from './ports.ts';
import { button, plainReply } from './reply.ts';
import type { Choice, Language, Reply } from './types.ts';
import { choiceWording } from './wording.ts';

/** A system that is away is tried so long. */
export const patienceMs = 24 * 3_600_000;
const hours = String(patienceMs / 3_600_000);

/** What becomes of a case, and what its citizen and staff are told, by what its agency's system said. */
export function submissionNews(agency: Record<Language, string>) {
  const say = (draft: Case, text: Record<Language, string>, choices: Choice[] = []): Reply => ({
    ...plainReply(
      'filing',
      text[draft.language].replaceAll('AGENCY', agency[draft.language]).replaceAll('CODE', draft.code).replaceAll('HOURS', hours),
      choices,
    ),
    procedures: [draft.form],
  });
  const note = (text: string, draft: Case) => text.replace('CODE', draft.code).replace('AGENCY', agency.vi).replace('HOURS', hours);
  const printed = (draft: Case) => ({ files: filesOf(draft) });

  return {
    accepted: (draft: Case, dossier: string, mayFollow: boolean): SubmissionEnd => {
      const { language } = draft;
      const reply = say(draft, words.accepted, [{ label: dossier, say: dossier }]);
      const more = words[mayFollow ? 'follows' : 'followsMany'][language];
      return {
        case: { ...draft, state: 'submitted', asking: null, dossier },
        news: { ...reply, text: `${reply.text.replace('DOSSIER', dossier)}\n${more}`, dossier },
        note: null,
        // Nobody knows yet where it stands: the watch finds out, and tells what comes after.
        follow: mayFollow ? { code: dossier, source: '', status: null, statusText: null } : null,
      };
    },
    refused: (draft: Case, reason: string): SubmissionEnd => {
      const { language } = draft;
      const reply = say(draft, words.refused, [button(filingWording.resume, language), button(choiceWording.person, language)]);
      const why = reason === '' ? words.noReason[language] : words.reason[language].replace('TEXT', () => reason);
      const told = draft.told.filter((each) => each !== 'confirmed');
      return {
        case: { ...draft, state: 'open', asking: null, told },
        news: { ...reply, text: reply.text.replace('REASON', () => why) },
        note: null,
        follow: null,
      };
    },
    unclear: (draft: Case): SubmissionEnd => ({
      case: { ...draft, state: 'submitted', asking: null, told: [...draft.told, 'unclear'] },
      news: say(draft, words.unclear, [button(choiceWording.person, draft.language)]),
      note: note(submitNotes.unclear, draft),
      follow: null,
    }),
    givenUp: (draft: Case): SubmissionEnd => ({
      case: { ...draft, state: 'ready', asking: null },
      news: { ...say(draft, words.givenUp, [button(words.send, draft.language)]), ...printed(draft) },
      note: note(submitNotes.givenUp, draft),
      follow: null,
    }),
    away: (draft: Case): Reply => say(draft, words.away),
  };
}

function filesOf({ id, code, language }: Case): NonNullable<Reply['files']> {
  return [
    { kind: 'pdf', label: filingWording.readyPdf[language], name: `${code}.pdf`, case: id },
    { kind: 'docx', label: filingWording.readyDocx[language], name: `${code}.docx`, case: id },
  ];
}
