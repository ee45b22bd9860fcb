import { button } from '../reply.ts';
import type { Explanation, Language, Reply, StoredProcedure } from '../types.ts';
import { choiceWording } from '../wording.ts';
import { caseChoices, caseChosen, caseLines, casesOf, inCase } from './cases.ts';
import { documentsSection } from './documents.ts';
import { durationInShort } from './duration.ts';
import { feeInShort } from './fee.ts';
import { cutIntoParts } from './parts.ts';
import { placeInShort } from './place.ts';
import { sourceOf, subjectOf } from './subject.ts';
import { wayNames, words } from './words.ts';

export type ChecklistOptions = {
  stored: StoredProcedure;
  explanation: Explanation | null;
  language: Language;
  /** What was said: it may name one of the record's cases. */
  question?: string;
};

/** The guide to filing: the case first where the record has several, then its papers, cost and time as the record tells them, where to hand in and start. */
export function composeChecklist(options: ChecklistOptions): Reply {
  const { stored, language, question = '' } = options;
  const whole = subjectOf(options);
  const chosen = caseChosen(question, whole.procedure);
  if (chosen === null && casesOf(whole.procedure).length > 0) return askCase(whole, stored, language);
  const subject = chosen === null ? whole : { ...whole, procedure: inCase(whole.procedure, chosen) };
  const { procedure, url } = subject;
  const isVi = language === 'vi';
  const received = placeInShort(procedure);
  const papers = cutIntoParts(documentsSection(subject).lines)[0] ?? { text: '', left: 0 };
  const fee = feeInShort(procedure, language);
  const duration = durationInShort(procedure, language);
  const lines = [
    intro(subject, language),
    papers.text === '' ? '' : `${isVi ? 'Chuẩn bị giấy tờ:' : 'Papers to prepare:'}\n${papers.text}`,
    papers.left > 0 ? words[language].left(papers.left, 'documents') : '',
    fee === null ? '' : `${isVi ? 'Lệ phí' : 'Fee'}: ${fee}`,
    duration === null ? '' : `${isVi ? 'Thời hạn' : 'Time limit'}: ${duration}`,
    received === null ? '' : `${isVi ? 'Nơi nhận' : 'Received at'}: ${received}`,
    procedure.online === 'none' ? '' : words[language].signIn,
    `${procedure.online === 'none' ? (isVi ? 'Xem thủ tục tại' : 'See the record at') : words[language].start}: ${url}`,
  ];
  const { documents, place, forms, steps, fee: askFee } = words[language].choices;
  const choices = [papers.left > 0 ? documents : undefined, forms, place, steps, fee === null ? askFee : undefined];
  return {
    kind: 'filing',
    text: lines.filter((line) => line !== '').join('\n'),
    procedures: [procedure.code],
    aspect: 'online',
    sources: [sourceOf(stored, 'online')],
    dossier: null,
    choices: [...choices.flatMap((choice) => choice ?? []), button(choiceWording.person, language)],
  };
}

/** Which case it is decides over the papers: it is asked before they are listed. */
function askCase({ procedure, title }: ReturnType<typeof subjectOf>, stored: StoredProcedure, language: Language): Reply {
  const lead =
    language === 'vi'
      ? `Hồ sơ ${title} khác nhau theo trường hợp. Bạn thuộc trường hợp nào?`
      : `The papers for ${title} depend on the case. Which one is yours?`;
  return {
    kind: 'filing',
    text: [lead, ...caseLines(procedure)].join('\n'),
    procedures: [procedure.code],
    aspect: 'online',
    sources: [sourceOf(stored, 'documents')],
    dossier: null,
    choices: caseChoices(procedure, language),
  };
}

function intro({ procedure, title }: ReturnType<typeof subjectOf>, language: Language): string {
  const ways = wayNames(
    procedure.ways.map(({ how }) => how).filter((how) => how !== 'online'),
    language,
  );
  if (procedure.online !== 'none') return language === 'vi' ? `Nộp trực tuyến ${title}:` : `Filing ${title} online:`;
  const instead = ways === '' ? '' : language === 'vi' ? ` Bạn ${ways} được.` : ` You can file ${ways}.`;
  return language === 'vi'
    ? `Hồ sơ gốc không ghi cách nộp trực tuyến khi làm ${title}.${instead}`
    : `The official record lists no online filing for ${title}.${instead}`;
}
