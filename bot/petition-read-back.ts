import { countSaid } from './papers-said.ts';
import { petitionWording as words } from './petition-wording.ts';
import type { Language, Memory, PetitionDraft } from './types.ts';
import type { Words } from './wording.ts';

/** Of a long story the first words are read back: the whole of it is kept. */
const readBackLength = 600;

/** A petition as it was taken down, a line for each part; what is masked stays so. */
export function readBack({ text, place, happened, contact, files }: PetitionDraft, { language, papers }: Memory): string[] {
  const line = (name: Words, value: string, none: Words) => `- ${name[language]}: ${value === '' ? none[language] : shortened(value)}`;
  return [
    words.readBack[language],
    line(words.text, text, words.notSaid),
    line(words.place, place, words.notSaid),
    line(words.happened, happened, words.notSaid),
    line(words.contact, contact?.shown ?? '', words.anonymous),
    ...(hasPapers(papers) ? [`- ${words.attached[language]}: ${papersOf(papers, language)}`] : []),
    ...(files && !hasPapers(papers) ? [`- ${words[papers === null ? 'files' : 'filesMissing'][language]}`] : []),
  ];
}

/** Whether papers are there that go with a petition. */
export function hasPapers(papers: Memory['papers']): papers is NonNullable<Memory['papers']> {
  return papers !== null && papers.loose.images + papers.loose.documents + papers.petition.images + papers.petition.documents > 0;
}

function papersOf({ loose, petition }: NonNullable<Memory['papers']>, language: Language): string {
  return countSaid({ images: loose.images + petition.images, documents: loose.documents + petition.documents }, language);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= readBackLength ? line : `${line.slice(0, readBackLength)}…`;
}
