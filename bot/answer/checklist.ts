import type { Explanation, Language, Reply, StoredProcedure } from '../types.ts';
import { documentsSection } from './documents.ts';
import { durationInShort } from './duration.ts';
import { feeInShort } from './fee.ts';
import { cutIntoParts } from './parts.ts';
import { sourceOf, subjectOf } from './subject.ts';
import { wayNames, words } from './words.ts';

/** The guide to filing: papers to have at hand, cost and time where the record tells them, and where to start. */
export function composeChecklist(options: { stored: StoredProcedure; explanation: Explanation | null; language: Language }): Reply {
  const { stored, language } = options;
  const subject = subjectOf(options);
  const { procedure, url } = subject;
  const isVi = language === 'vi';
  const papers = cutIntoParts(documentsSection(subject).lines)[0] ?? { text: '', left: 0 };
  const fee = feeInShort(procedure, language);
  const duration = durationInShort(procedure, language);
  const lines = [
    intro(subject, language),
    papers.text === '' ? '' : `${isVi ? 'Chuẩn bị giấy tờ:' : 'Papers to prepare:'}\n${papers.text}`,
    papers.left > 0 ? words[language].left(papers.left, 'documents') : '',
    fee === null ? '' : `${isVi ? 'Lệ phí' : 'Fee'}: ${fee}`,
    duration === null ? '' : `${isVi ? 'Thời hạn' : 'Time limit'}: ${duration}`,
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
    choices: choices.flatMap((choice) => choice ?? []),
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
