import { fileName, type MessageFile, type PaperCount } from './paper-types.ts';
import { countOf, type TakenPapers } from './papers.ts';
import { defectWording, doubtWording, papersWording as words } from './papers-wording.ts';
import { maskPersonal } from './personal.ts';
import type { Language } from './types.ts';

/** "2 ảnh, 1 tệp PDF"; empty for none. */
export function countSaid({ images, documents }: PaperCount, language: Language): string {
  return [
    [images, images === 1 ? words.image : words.images] as const,
    [documents, documents === 1 ? words.document : words.documents] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what[language]}`)
    .join(', ');
}

/** All that is to be said of the files of one message, the bad ones with what to do; `inAll` where there were some before. */
export function papersSaid({ added, refused, doubtful }: TakenPapers, inAll: PaperCount, language: Language): string {
  const lines: string[] = [];
  const more = countOf(inAll) > countOf(added) ? ` ${words.inAll[language]} ${countSaid(inAll, language)}.` : '';
  if (countOf(added) > 0) lines.push(`${words.taken[language]} ${countSaid(added, language)}.${more}`);
  if (refused.length > 0) {
    lines.push(words.refused[language]);
    for (const { name, defects } of refused)
      lines.push(`- **${name}**: ${defects.map((defect) => defectWording[defect][language]).join(' ')}`);
  }
  if (doubtful.length > 0) {
    lines.push(words.doubtful[language]);
    for (const { name, doubts } of doubtful)
      lines.push(`- **${name}**: ${doubts.map((doubt) => doubtWording[doubt][language]).join('; ')}.`);
    lines.push(words.again[language]);
  }
  return lines.join('\n');
}

/** What the history shows of a message with files: the words, and below them what the files are called. */
export function shownWithFiles(shown: string, files: MessageFile[] = []): string {
  if (files.length === 0) return shown;
  const names = files.map(({ name }) => `📎 ${maskPersonal(fileName(name))}`).join('\n');
  return shown === '' ? names : `${shown}\n${names}`;
}
