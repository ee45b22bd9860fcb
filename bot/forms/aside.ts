import type { TurnResult } from '../types.ts';
import { findProcedureCode } from '../understand/codes.ts';
import { askNext } from './ask.ts';
import type { Case } from './case.ts';
import { liveAnswers, questionsOf } from './plan.ts';
import { refusalOf } from './rules.ts';
import { askSubmit } from './submit.ts';
import { type FilingTurn, filingResult } from './turn.ts';
import { filingWording as words } from './wording.ts';

/** Something else is asked: it is answered, and the question at hand stands below. */
export async function aside(text: string, turn: FilingTurn): Promise<TurnResult> {
  const { memory } = turn;
  const result = await turn.elsewhere(text);
  const draft = result.notes.length === 0 ? turn.draft : withAsked(turn.draft, text);
  const last = result.replies.at(-1);
  // The procedure that is right instead is taken up: the refusal has been read.
  const live = liveAnswers(questionsOf(turn.form, draft.answers, turn.today), draft.answers);
  if (findProcedureCode(text) !== null && refusalOf(turn.form, live, turn.today) !== null) return result;
  // Danger first, and whoever wants a person or another filing has left this one; it is kept.
  if (last === undefined || last.kind === 'emergency' || result.filing !== undefined) return result;
  if (last.kind === 'handed-over' || result.memory.petition?.asking != null || result.memory.awaiting !== null) {
    const filing = draft === turn.draft ? {} : { filing: { kind: 'save' as const, case: draft, take: false } };
    return { ...result, ...filing, memory: { ...result.memory, filing: { case: draft.id, open: false } } };
  }
  const back = words.backToQuestion[draft.language];
  const current = questionsOf(turn.form, draft.answers, turn.today).find(({ id }) => id === draft.asking);
  // Of an answer that was half understood, what is known of it stays.
  const again =
    draft.partial === '' || current === undefined
      ? (askSubmit(turn, draft, [back]) ?? (await askNext(turn, draft, [back])))
      : filingResult(turn, draft, { lines: [back, current.ask[draft.language]], choices: draft.offered });
  return {
    ...again,
    replies: [...result.replies.map((reply) => ({ ...reply, choices: [] })), ...again.replies],
    notes: result.notes,
    memory: { ...again.memory, language: memory.language },
  };
}

const mostAsked = 10;
const longestAsked = 500;

/** The words stand in the case, which is sealed: who takes it over reads them there. */
function withAsked(draft: Case, text: string): Case {
  return { ...draft, asked: [...draft.asked, text.slice(0, longestAsked)].slice(-mostAsked) };
}

/** What is asked in the middle of a filing tells of people as its answers do: staff's notes and the memory name the draft alone. */
export function keptPrivate(result: TurnResult, { draft, form, memory }: Pick<FilingTurn, 'draft' | 'form' | 'memory'>): TurnResult {
  const noteOf = { unanswered: words.noteUnanswered, 'hand-over': words.noteHandOver, petition: words.noteHandOver };
  const notes = result.notes.map(({ kind }) => ({
    kind,
    text: noteOf[kind].vi.replace('TITLE', () => form.title.vi).replace('CODE', draft.code),
  }));
  return { ...result, notes, memory: { ...result.memory, matter: memory.matter }, personal: true };
}
