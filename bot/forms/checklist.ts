import { sourceOf } from '../answer/subject.ts';
import type { Library } from '../ports.ts';
import type { Language, Source } from '../types.ts';
import type { Case } from './case.ts';
import type { Answers, Form, FormPaper } from './form.ts';
import { papersOf } from './rules.ts';
import { filingWording as words } from './wording.ts';

export type ChecklistOptions = { form: Form; live: Answers; today: string; draft: Case; library: Library; signal: AbortSignal };

/** One list of the papers of this case, with where to get each, and the record that they come from. */
export async function checklistLines(options: ChecklistOptions): Promise<{ lines: string[]; sources: Source[] }> {
  const { form, live, today, draft, library, signal } = options;
  const { language } = draft;
  const papers = papersOf(form, live, today);
  const needed = papers.filter(({ how }) => how !== 'known');
  const known = papers.filter(({ how }) => how === 'known').map(({ name }) => name[language]);
  const [stored] = await library.byCode(form.code, signal);
  return {
    lines: [
      words.checklist[language],
      ...needed.map((paper, place) => `${place + 1}. ${paperLine(paper, language)}`),
      known.length === 0 ? '' : words.known[language].replace('PAPERS', known.join(', ')),
    ],
    sources: stored === undefined ? [] : [sourceOf(stored, 'documents')],
  };
}

/** "Giấy chứng sinh (1 bản chính): bệnh viện nơi sinh cấp". */
export function paperLine({ name, how, originals, copies, where }: FormPaper, language: Language): string {
  const parts = [
    how === 'show' ? words.toShow[language] : '',
    originals > 0 ? words.originals[language].replace('COUNT', String(originals)) : '',
    copies > 0 ? words.copies[language].replace('COUNT', String(copies)) : '',
  ].filter((part) => part !== '');
  const count = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `${name[language]}${count}${where === undefined ? '' : `: ${where[language]}`}`;
}
