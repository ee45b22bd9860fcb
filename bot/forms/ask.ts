import { shownName } from '../answer/subject.ts';
import { button } from '../reply.ts';
import type { Choice, TurnResult } from '../types.ts';
import { choiceWording, type Words } from '../wording.ts';
import { askStage } from './ask-stage.ts';
import type { Case } from './case.ts';
import { checklistLines } from './checklist.ts';
import { askedBy } from './condition.ts';
import { deadlineLines } from './deadline.ts';
import type { Answers } from './form.ts';
import { type Asked, liveAnswers, nextQuestion, progressOf, questionsOf } from './plan.ts';
import { shownIn, stepLine } from './read-back.ts';
import { brokenRule, refusalOf } from './rules.ts';
import { type FilingTurn, filingResult } from './turn.ts';
import { lacksMarks } from './values/name.ts';
import { readValue } from './values/read-value.ts';
import { filingWording as words } from './wording.ts';

/**
 * What comes next: the reason why it cannot go on, two answers that do not agree, the next question, or reading everything back.
 * `before` is said above it; `fresh` are the answers just given.
 */
export async function askNext(turn: FilingTurn, draft: Case, before: string[], fresh: Answers = {}): Promise<TurnResult> {
  const { form, today } = turn;
  const asked = questionsOf(form, draft.answers, today);
  const live = liveAnswers(asked, draft.answers);
  const refusal = refusalOf(form, live, today);
  if (refusal !== null) return refused(turn, draft, refusal, before);
  const broken = brokenRule(form, live, today);
  if (broken !== null) return askAgain(turn, draft, broken, asked, fresh);

  const reminders = deadlineLines({ form, live, today, calendar: turn.calendar, draft });
  const dated = { ...draft, told: [...draft.told, ...reminders.told] };
  const lines = [...before, ...reminders.lines];
  const unmarked = askMarks(turn, dated, asked, lines);
  if (unmarked !== null) return unmarked;
  const next = nextQuestion(asked, draft.answers);
  // Offered when its turn comes: before that nobody knows whether it will be asked for.
  const reuse = reusable(dated, asked);
  if (next !== null && reuse[next.id] !== undefined) return askReuse(turn, { ...dated, reuse }, asked, lines);
  const hasCases = next === null || next.step > 0;
  if (hasCases && !draft.told.includes('checklist')) {
    const told = { ...dated, told: [...dated.told, 'checklist'] };
    const list = await checklistLines({ ...turn, live, draft });
    return next === null
      ? askStage(turn, told, asked, [...lines, ...list.lines], list.sources)
      : askQuestion(turn, told, next, [...lines, ...list.lines], [], list.sources);
  }
  return next === null ? askStage(turn, dated, asked, lines) : askQuestion(turn, dated, next, lines);
}

/** One question: where it stands, what it is, and its buttons. */
export function askQuestion(
  turn: FilingTurn,
  draft: Case,
  question: Asked,
  before: string[],
  more: Choice[] = [],
  sources: TurnResult['replies'][number]['sources'] = [],
): TurnResult {
  const { language } = draft;
  const { form, today } = turn;
  const asked = questionsOf(form, draft.answers, today);
  const progress = progressOf(form, asked, question);
  const opens = progress.opens && draft.answers[question.id] === undefined;
  const lines = [...before, opens ? `**${stepLine(words.step[language], progress, language)}**` : '', question.ask[language]];
  const choices = [...choicesOf(question, draft, asked), ...more];
  return filingResult(turn, { ...draft, asking: question.id, partial: '' }, { lines, choices, sources });
}

function choicesOf(question: Asked, { answers, language }: Case, asked: Asked[]): Choice[] {
  const own =
    question.type === 'yes-no'
      ? [button(words.yes, language), button(words.no, language)]
      : question.options.map(({ label }) => button(label, language));
  const same = question.sameAs.flatMap((id) => {
    const answer = asked.some((one) => one.id === id) ? answers[id] : undefined;
    return answer === undefined || answer.value === '' ? [] : [{ label: answer.shown, say: answer.shown }];
  });
  const unique = same.filter(({ say }, place) => same.findIndex((one) => one.say === say) === place);
  return [...own, ...unique, ...(question.optional ? [button(skip, language)] : [])];
}

export const skip: Words = { vi: 'Bỏ qua', en: 'Skip' };

async function refused(
  turn: FilingTurn,
  draft: Case,
  refusal: NonNullable<ReturnType<typeof refusalOf>>,
  before: string[],
): Promise<TurnResult> {
  const { language } = draft;
  const { instead } = refusal;
  const [stored] = instead === undefined ? [] : await turn.library.byCode(instead, turn.signal);
  // Going back to the answer that led here is one tap away: a slip must not end a filing.
  const last = draft.order.findLast((id) => askedBy(refusal.when).includes(id)) ?? null;
  const name = stored === undefined ? instead : shownName(stored.procedure);
  const choices = [
    ...(instead === undefined ? [] : [{ label: words.rather[language].replace('NAME', name ?? ''), say: instead }]),
    button(words.changeAnswer, language),
    button(choiceWording.stop, language),
  ];
  return filingResult(turn, { ...draft, asking: last }, { lines: [...before, words.refused[language], refusal.say[language]], choices });
}

/** The answer just given goes: what it does not agree with is named, and may be corrected instead. */
function askAgain(
  turn: FilingTurn,
  draft: Case,
  broken: NonNullable<ReturnType<typeof brokenRule>>,
  asked: Asked[],
  fresh: Answers,
): TurnResult {
  const { language } = draft;
  const newest = broken.questions.findLast((id) => fresh[id] !== undefined) ?? broken.questions.at(-1) ?? '';
  const question = asked.find(({ id }) => id === newest);
  const { [newest]: _gone, ...answers } = draft.answers;
  const open = { ...draft, answers, order: draft.order.filter((id) => id !== newest) };
  const others = asked.filter(({ id }) => id !== newest && broken.questions.includes(id));
  const choices = others.map(({ label }) => ({
    label: words.fix[language].replace('LABEL', label[language]),
    say: words.fix[language].replace('LABEL', label[language]),
  }));
  if (question === undefined) return filingResult(turn, open, { lines: [broken.say[language]], choices });
  return askQuestion(turn, open, question, [broken.say[language]], choices);
}

/** A name that was given without its marks, among other things, is asked about once: the form is printed as it is written. */
function askMarks(turn: FilingTurn, draft: Case, asked: Asked[], before: string[]): TurnResult | null {
  const { language, told, answers } = draft;
  const question = asked.find(({ id, type }) => type === 'name' && lacksMarks(answers[id]?.value ?? '') && !told.includes(marksOf(id)));
  const reading = question === undefined ? null : readValue(question, answers[question.id]?.value ?? '', { ...turn, language });
  if (question === undefined || reading?.kind !== 'ask') return null;
  const open = { ...draft, asking: question.id, partial: reading.partial, tries: 0, told: [...told, marksOf(question.id)] };
  return filingResult(turn, open, { lines: [...before, reading.why[language]], choices: reading.choices });
}

/** Told once: that the name lacks its marks. */
export function marksOf(question: string): string {
  return `marks ${question}`;
}

/** Answers of an earlier filing that this one would ask for again. */
function reusable({ reuse, answers }: Case, asked: Asked[]): Answers {
  const wanted = asked.filter(({ id }) => reuse[id] !== undefined && answers[id] === undefined);
  return Object.fromEntries(wanted.flatMap(({ id }) => (reuse[id] === undefined ? [] : [[id, reuse[id]]])));
}

function askReuse(turn: FilingTurn, draft: Case, asked: Asked[], before: string[]): TurnResult {
  const { language } = draft;
  const known = asked.filter(({ id }) => draft.reuse[id] !== undefined);
  const lines = known.map(({ id, label }) => `- ${label[language]}: ${shownIn(draft.reuse, id, asked, language)}`);
  return filingResult(
    turn,
    { ...draft, asking: 'reuse' },
    {
      lines: [...before, words.reuse[language].replace('LINES', () => lines.join('\n'))],
      choices: [button(words.yes, language), button(words.no, language)],
    },
  );
}
