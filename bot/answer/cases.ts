import { foldedWords } from '../text.ts';
import type { Choice, Language, Procedure } from '../types.ts';
import { capital, oneLine, shorten, unstopped } from './text.ts';

type Group = Procedure['papers'][number];

/** Groups of papers of which one applies, as their titles say: "Trường hợp thi nâng hạng". Fewer than two, or too many to choose from: none. */
export function casesOf({ papers }: Pick<Procedure, 'papers'>): Group[] {
  const cases = papers.filter((group) => group.papers.length > 0 && isCase.test(oneLine(group.title)) && !isProxy.test(group.title));
  return cases.length < 2 || cases.length > most ? [] : cases;
}

/** The case that was chosen, by its place from 0; null where none was. */
export function caseChosen(question: string, procedure: Procedure): number | null {
  const place = Number(/ truong hop (\d) /.exec(foldedWords(question))?.[1] ?? 0) - 1;
  return casesOf(procedure)[place] === undefined ? null : place;
}

/** The record with the papers of one case, and of everybody. */
export function inCase(procedure: Procedure, place: number): Procedure {
  const cases = casesOf(procedure);
  return { ...procedure, papers: procedure.papers.filter((group) => !cases.includes(group) || group === cases[place]) };
}

export function caseLines(procedure: Procedure): string[] {
  return casesOf(procedure).map((group, place) => `${place + 1}. ${titleOf(group)}`);
}

/** What is said is understood again: a wish to file, the case, and the code. */
export function caseChoices(procedure: Procedure, language: Language): Choice[] {
  return casesOf(procedure).map((group, place) => ({
    label: `${language === 'vi' ? 'Trường hợp' : 'Case'} ${place + 1}: ${shorten(titleOf(group), longestLabel)}`,
    say: `Nộp hồ sơ trực tuyến giúp tôi, trường hợp ${place + 1} – ${procedure.code}`,
  }));
}

const most = 6;
const longestLabel = 60;
const isCase = /^(?:\W*|\d+[.)]\s*|[a-zđ][.)]\s*)(?:trong )?(?:trường hợp|đối với|khi|nếu)(?!\p{L})/iu;
const isProxy = /ủy quyền|uỷ quyền|nộp thay/iu;

function titleOf({ title }: Group): string {
  const name = unstopped(oneLine(title))
    .replace(/^(?:\W*|\d+[.)]\s*|[a-zđ][.)]\s*)(?:trong )?(?:trường hợp|đối với)\s+(?:\d{1,2}\s*[:.]\s+)?/iu, '')
    .replace(/[,:]?\s*hồ sơ (?:bao )?gồm$/iu, '');
  return capital(shorten(name, 200));
}
