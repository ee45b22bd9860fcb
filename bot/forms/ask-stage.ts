import { countOf } from '../papers.ts';
import { countSaid } from '../papers-said.ts';
import { button } from '../reply.ts';
import { foldedWords } from '../text.ts';
import type { Source, TurnResult } from '../types.ts';
import { choiceWording } from '../wording.ts';
import type { Case } from './case.ts';
import { type Asked, liveAnswers } from './plan.ts';
import { readBackOf, unmarkedLine } from './read-back.ts';
import { papersOf } from './rules.ts';
import { type FilingTurn, filingResult } from './turn.ts';
import { filingWording as words } from './wording.ts';

/** After the last question: reading it all back, the papers, and the consent. `before` is said above it. */
export async function askStage(
  turn: FilingTurn,
  draft: Case,
  asked: Asked[],
  before: string[],
  sources: Source[] = [],
): Promise<TurnResult> {
  const { language, told } = draft;
  if (!told.includes('confirmed')) {
    const answered = asked.filter(({ id }) => draft.answers[id] !== undefined);
    const unmarked = unmarkedLine(answered, draft.answers, language);
    const lines = [...readBackOf(answered, draft.answers, language), unmarked, await papersLine(turn, draft)].filter((line) => line !== '');
    return filingResult(
      turn,
      { ...draft, asking: 'confirm' },
      {
        lines: [...before, words.confirm[language].replace('LINES', () => lines.join('\n'))],
        choices: [button(words.allRight, language), button(words.changeSomething, language), button(choiceWording.stop, language)],
        sources,
      },
    );
  }
  const papers = askPapers(turn, draft, asked, before);
  if (papers !== null) return papers;
  return filingResult(
    turn,
    { ...draft, asking: 'consent' },
    {
      lines: [
        ...before,
        words.consent[language]
          .replace('CONSENT', turn.form.consent[language])
          .replace('PAPERS', await papersLine(turn, draft))
          .replace('\n\n', '\n'),
      ],
      choices: [button(words.agree, language), button(words.disagree, language)],
      sources,
    },
  );
}

/** A message with so many lines is still read on a phone. */
const mostPapers = 7;

/** The papers to hand in, asked for once where the channel takes files; null where there is nothing to ask for. */
function askPapers(turn: FilingTurn, draft: Case, asked: Asked[], before: string[]): TurnResult | null {
  const { form, today, memory } = turn;
  const { language, told, answers } = draft;
  if (memory.papers === null || told.includes('papers')) return null;
  // The form itself is made here, after the consent.
  const own = foldedWords(form.sheet.title);
  const wanted = papersOf(form, liveAnswers(asked, answers), today).filter(
    ({ how, name }) => how === 'submit' && !foldedWords(name.vi).startsWith(own),
  );
  const names = wanted.map(({ name }) => name[language]);
  if (names.length === 0) return null;
  const shown = names.length > mostPapers ? names.slice(0, mostPapers - 1) : names;
  const others = names.length - shown.length;
  const list = [...shown, ...(others > 0 ? [words.otherPapers[language].replace('COUNT', String(others))] : [])].map((name) => `- ${name}`);
  // Where it was just asked, the list stands above.
  const lines =
    draft.asking === 'papers' ? [words.morePapers[language]] : [words.askPapers[language].replace('PAPERS', () => list.join('\n'))];
  return filingResult(
    turn,
    { ...draft, asking: 'papers' },
    { lines: [...before, ...lines], choices: [button(words.papersDone, language), button(words.papersLater, language)] },
  );
}

/** "Giấy tờ đã gửi: 2 ảnh."; `''` for none. */
async function papersLine({ papers, visitor, memory, signal }: FilingTurn, { id, language }: Case): Promise<string> {
  if (papers === undefined || memory.papers?.dropped === true) return '';
  const count = await papers(visitor, id, signal);
  return countOf(count) === 0 ? '' : words.papersKept[language].replace('COUNT', countSaid(count, language));
}
