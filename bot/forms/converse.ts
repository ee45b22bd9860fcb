import { button } from '../reply.ts';
import { foldedWords } from '../text.ts';
import type { TurnResult } from '../types.ts';
import { findProcedureCode } from '../understand/codes.ts';
import { pickOf } from '../understand/understand.ts';
import { choiceWording } from '../wording.ts';
import { askNext, askQuestion, marksOf } from './ask.ts';
import type { Case } from './case.ts';
import { finish } from './finish.ts';
import type { Answers } from './form.ts';
import { type Command, commandOf } from './hear/command.ts';
import { asksToChange, correctionOf } from './hear/correction.ts';
import { asksSomething } from './hear/is-question.ts';
import { hearSeveral } from './hear/several.ts';
import { type Asked, liveAnswers, progressOf, questionsOf } from './plan.ts';
import { answersLine, readBackOf, stepLine } from './read-back.ts';
import { refusalOf } from './rules.ts';
import { askSubmit, takeSubmit } from './submit.ts';
import { type FilingTurn, filingResult, stageOf } from './turn.ts';
import { readValue } from './values/read-value.ts';
import type { World } from './values/world.ts';
import { filingWording as words } from './wording.ts';

/** One message to an open filing: a command, an answer (or several), a correction, or a question in the middle of it. */
export async function takeAnswer(turn: FilingTurn): Promise<TurnResult> {
  const said = pickedOf(turn);
  const sent = takeSubmit(said, turn);
  if (sent !== null) return sent;
  const command = commandOf(said);
  if (command !== null) return obey(command, turn);
  const stage = stageOf(turn.draft);
  if (stage === null || stage === 'change') return (await takeCorrection(said, turn)) ?? takeValue(said, turn);
  return takeStage(stage, said, turn);
}

/** A button, by what is written on it; by its place only where a bare number is no answer and no number of a list. */
function pickedOf({ text, draft, form, today }: FilingTurn): string {
  const asked = questionsOf(form, draft.answers, today).find(({ id }) => id === draft.asking);
  if (draft.asking === 'change' || (draft.asking === 'confirm' && Number(text) > draft.offered.length)) return text;
  const numbered = asked === undefined || !figured.has(asked.type) || draft.partial !== '';
  if (numbered) return pickOf(text, draft.offered)?.say ?? text;
  return draft.offered.find(({ label }) => foldedWords(label) === foldedWords(text))?.say ?? text;
}

/** A bare number may be the answer itself. */
const figured = new Set<Asked['type']>(['number', 'amount', 'text', 'date', 'partial-date', 'time', 'id-number', 'phone']);

async function takeValue(text: string, turn: FilingTurn): Promise<TurnResult> {
  const { form, draft, today } = turn;
  const asked = questionsOf(form, draft.answers, today);
  const current = asked.find(({ id }) => id === draft.asking) ?? null;
  if (current === null) return askNext(turn, draft, []);
  const world = worldOf(turn);
  const completes = draft.partial !== '' && draft.offered.some(({ say }) => say === text);
  if (!completes && asksSomething(text, current, world)) return aside(text, turn);
  const direct = readValue(current, text, world, draft.partial === '' ? undefined : draft.partial);
  const open = asked.filter(({ id }) => id === current.id || draft.answers[id] === undefined);
  const heard = draft.partial === '' ? hearSeveral(text, [...open, ...later(turn, asked)], form.people, current, world).answers : {};
  const others = Object.keys(heard).filter((id) => id !== current.id);
  if (others.length > 0) {
    const own = heard[current.id] ?? (current.type === 'text' && direct.kind === 'good' ? direct.answer : undefined);
    return taken(turn, own === undefined ? heard : { ...heard, [current.id]: own });
  }
  if (direct.kind === 'good') return taken(turn, { [current.id]: direct.answer });
  // "Tên bố là …, sinh 2/1/2030": what can be used of it is.
  const part = heard[current.id];
  if (direct.kind === 'bad' && part !== undefined) return taken(turn, { [current.id]: part });
  if (direct.kind === 'ask') {
    // The same choice is still open: the second time a person is offered.
    const before = draft.partial === '' ? [] : draft.offered.map(({ say }) => say);
    const tries = draft.partial !== '' && direct.choices.every(({ say }) => before.includes(say)) ? draft.tries + 1 : 0;
    const { language } = draft;
    return filingResult(
      turn,
      { ...draft, partial: direct.partial, tries, told: [...draft.told, marksOf(current.id)] },
      {
        lines: [tries > 1 ? words.unclearAgain[language] : '', direct.why[language]],
        choices: tries > 1 ? [...direct.choices, button(choiceWording.person, language)] : direct.choices,
      },
    );
  }
  return unclear(turn, current, direct.why[draft.language]);
}

/** Questions that will apply once more is known: what is said of them now is kept for then. */
function later({ form, draft }: Pick<FilingTurn, 'form' | 'draft'>, asked: Asked[], also: string[] = []): Asked[] {
  return form.steps.flatMap((step, place) =>
    step.repeat !== undefined
      ? []
      : step.questions
          .filter(({ id }) => (draft.answers[id] === undefined || also.includes(id)) && !asked.some((one) => one.id === id))
          .map((question) => ({ ...question, step: place })),
  );
}

/** Answers kept: the next question, with what was understood where it was more than one thing. */
function taken(turn: FilingTurn, answers: Answers): TurnResult | Promise<TurnResult> {
  const { draft, form, today } = turn;
  const ids = Object.keys(answers);
  const next: Case = {
    ...draft,
    answers: { ...draft.answers, ...answers },
    order: [...draft.order.filter((id) => !ids.includes(id)), ...ids],
    partial: '',
    tries: 0,
  };
  const asked = questionsOf(form, next.answers, today);
  const again = ids.some((id) => draft.answers[id] !== undefined);
  const line = answersLine([...asked, ...later({ ...turn, draft: next }, asked, ids)], answers, draft.language);
  const before = again ? words.corrected[draft.language].replace('ANSWERS', () => line) : '';
  // An address, a date and what was heard beside the question are said back: that is how a mistake is found early.
  const beside = ids.length > 1 || ids[0] !== draft.asking;
  const said =
    !again && (beside || isLong(asked, ids[0])) && line !== '' ? words.understood[draft.language].replace('ANSWERS', () => line) : before;
  return askNext(turn, next, said === '' ? [] : [said], answers);
}

function isLong(asked: Asked[], id: string | undefined): boolean {
  const type = asked.find((one) => one.id === id)?.type;
  return type === 'address' || type === 'amount' || type === 'partial-date' || type === 'date';
}

/** `doubtful`: it may be something else ("correct" agrees, "correct 7" does not), so it must say what to correct. */
async function takeCorrection(text: string, turn: FilingTurn, doubtful = false): Promise<TurnResult | null> {
  const { form, draft, today } = turn;
  const asked = questionsOf(form, draft.answers, today);
  const answered = asked.filter(({ id }) => draft.answers[id] !== undefined);
  const current = asked.find(({ id }) => id === draft.asking) ?? null;
  // Where it is asked what to correct, its number or its name says it.
  const named = listed(draft) && !doubtful ? correctionOf(`sửa ${text}`, answered, form.people, answered, current) : null;
  const correction = correctionOf(text, answered, form.people, answered, current) ?? (named?.kind === 'of' ? named : null);
  if (doubtful && correction?.kind !== 'of') return null;
  // What the form asks for, but not here: the mother's address where her number is known.
  if (correction === null && asksToChange(text) && correctionOf(text, every(turn), form.people, answered, current) !== null) {
    return whichToCorrect(turn, answered, [words.notThere[draft.language]]);
  }
  if (correction === null && draft.asking === 'change' && yesOrNo(text, turn) !== null)
    return askNext(turn, { ...draft, asking: null }, []);
  if (correction === null && draft.asking === 'change' && asksSomething(text, yesNo, worldOf(turn))) return aside(text, turn);
  if (correction === null) return draft.asking === 'change' ? whichToCorrect(turn, answered) : null;
  if (correction.kind === 'unclear') return whichToCorrect(turn, answered);
  const question = answered.find(({ id }) => id === correction.question.id);
  if (question === undefined) return whichToCorrect(turn, answered);
  const open = { ...draft, asking: question.id, partial: '', tries: 0 };
  if (correction.value === '') return askQuestion(turn, open, question, []);
  const read = readValue(question, correction.value, worldOf(turn));
  if (read.kind === 'good') return taken(turn, { [question.id]: read.answer });
  if (read.kind === 'ask')
    return filingResult(
      turn,
      { ...open, partial: read.partial, told: [...draft.told, marksOf(question.id)] },
      { lines: [read.why[draft.language]], choices: read.choices },
    );
  return askQuestion(turn, open, question, [read.why[draft.language]]);
}

function listed({ asking }: Case): boolean {
  return asking === 'change' || asking === 'confirm';
}

function every({ form }: FilingTurn): Asked[] {
  return form.steps.flatMap(({ questions }, step) => questions.map((question) => ({ ...question, step })));
}

function whichToCorrect(turn: FilingTurn, answered: Asked[], before: string[] = []): TurnResult | Promise<TurnResult> {
  const { draft } = turn;
  const { language } = draft;
  if (answered.length === 0) return askNext(turn, { ...draft, asking: null }, [words.nothingYet[language]]);
  const lines = [...before, words.whichToCorrect[language], ...readBackOf(answered, draft.answers, language)];
  return filingResult(turn, { ...draft, asking: 'change', partial: '' }, { lines, choices: [button(choiceWording.stop, language)] });
}

async function takeStage(stage: NonNullable<ReturnType<typeof stageOf>>, text: string, turn: FilingTurn): Promise<TurnResult> {
  const { draft, form } = turn;
  if (stage === 'papers') return askNext(turn, { ...draft, asking: null, told: [...draft.told, 'papers'] }, []);
  const yes = yesOrNo(text, turn);
  if (stage === 'confirm') {
    const corrected = await takeCorrection(text, turn, yes !== null);
    if (corrected !== null) return corrected;
  }
  if ((stage === 'submit' || stage === 'consent') && yes === null) {
    // What is corrected now is read back and agreed to again before it goes anywhere.
    const open: Case = { ...draft, state: 'open', asking: null, told: draft.told.filter((each) => each !== 'confirmed') };
    const corrected = await takeCorrection(text, { ...turn, draft: open });
    if (corrected !== null) return corrected;
  }
  if (yes === null) {
    if (asksSomething(text, yesNo, worldOf(turn))) return aside(text, turn);
    // What was read back a moment ago is not read back again.
    if (stage === 'confirm') return filingResult(turn, draft, { lines: [words.sayWhatToCorrect[draft.language]], choices: draft.offered });
    return askSubmit(turn, draft, [words.sayYesOrNo[draft.language]]) ?? askNext(turn, draft, [words.sayYesOrNo[draft.language]]);
  }
  switch (stage) {
    case 'reuse': {
      const known = yes ? draft.reuse : {};
      const order = [...draft.order, ...Object.keys(known)];
      const told = [...draft.told, ...Object.keys(known).map(marksOf)];
      return askNext(turn, { ...draft, answers: { ...known, ...draft.answers }, order, told, reuse: {}, asking: null }, []);
    }
    case 'confirm':
      if (!yes)
        return whichToCorrect(
          turn,
          questionsOf(form, draft.answers, turn.today).filter(({ id }) => draft.answers[id] !== undefined),
        );
      return askNext(turn, { ...draft, asking: null, told: [...draft.told, 'confirmed'] }, []);
    case 'restart': {
      if (!yes) return askNext(turn, { ...draft, asking: null }, []);
      const empty: Case = { ...draft, answers: {}, order: [], told: [], asking: null, partial: '', tries: 0 };
      return askNext(turn, empty, [words.restarted[draft.language]]);
    }
    default:
      if (yes) return finish(turn);
      return filingResult(
        turn,
        { ...draft, asking: 'consent' },
        {
          lines: [words.notAgreed[draft.language]],
          choices: [button(words.resume, draft.language), button(words.remove, draft.language)],
          closes: true,
        },
      );
  }
}

const yesNo: Asked = {
  id: 'stage.agreed',
  step: 0,
  type: 'yes-no',
  label: words.confirm,
  ask: words.confirm,
  help: words.sayYesOrNo,
  example: words.yes,
  options: [],
  optional: false,
  checks: [],
  sameAs: [],
  hear: [],
};

function yesOrNo(text: string, turn: FilingTurn): boolean | null {
  const { language } = turn.draft;
  const said = foldedWords(text);
  if ([words.allRight, words.agree].some((each) => foldedWords(each[language]) === said)) return true;
  if ([words.changeSomething, words.disagree].some((each) => foldedWords(each[language]) === said)) return false;
  const read = readValue(yesNo, text, worldOf(turn));
  return read.kind === 'good' ? read.answer.value === 'yes' : null;
}

function unclear(turn: FilingTurn, current: Asked, why: string): TurnResult {
  const { draft } = turn;
  const tries = draft.tries + 1;
  if (tries === 1) return askQuestion(turn, { ...draft, tries }, current, [why]);
  const { language } = draft;
  return askQuestion(
    turn,
    { ...draft, tries },
    current,
    [why, words.unclearAgain[language], current.help[language]],
    [button(choiceWording.person, language)],
  );
}

/** Something else is asked: it is answered, and the question at hand stands below. */
async function aside(text: string, turn: FilingTurn): Promise<TurnResult> {
  const { draft, memory } = turn;
  const result = await turn.elsewhere(text);
  const last = result.replies.at(-1);
  // The procedure that is right instead is taken up: the refusal has been read.
  const live = liveAnswers(questionsOf(turn.form, draft.answers, turn.today), draft.answers);
  if (findProcedureCode(text) !== null && refusalOf(turn.form, live, turn.today) !== null) return result;
  // Danger first, and whoever wants a person or another filing has left this one; it is kept.
  if (last === undefined || last.kind === 'emergency' || result.filing !== undefined) return result;
  if (last.kind === 'handed-over' || result.memory.petition?.asking != null || result.memory.awaiting !== null) {
    return { ...result, memory: { ...result.memory, filing: { case: draft.id, open: false } } };
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

async function obey(command: Command, turn: FilingTurn): Promise<TurnResult> {
  const { draft, form, today } = turn;
  const { language } = draft;
  const asked = questionsOf(form, draft.answers, today);
  const current = asked.find(({ id }) => id === draft.asking) ?? null;
  switch (command) {
    case 'stop':
    case 'later': {
      if (draft.asking === 'papers' && command === 'later') return takeStage('papers', '', turn);
      const choices = [button(words.resume, language), button(words.remove, language)];
      return filingResult(turn, draft, { lines: [words.stopped[language].replace('CODE', draft.code)], choices, closes: true });
    }
    case 'skip':
      if (stageOf(draft) === 'papers') return takeStage('papers', '', turn);
      if (current === null) return askNext(turn, draft, []);
      if (!current.optional) return askQuestion(turn, draft, current, [words.needed[language]]);
      return taken(turn, { [current.id]: { value: '', shown: '' } });
    case 'back': {
      const last = draft.order.at(-1);
      const question = asked.find(({ id }) => id === last);
      if (last === undefined || question === undefined) return askNext(turn, draft, [words.firstQuestion[language]]);
      const { [last]: _gone, ...answers } = draft.answers;
      return askQuestion(turn, { ...draft, answers, order: draft.order.slice(0, -1), asking: last, partial: '', tries: 0 }, question, []);
    }
    case 'restart':
      return filingResult(
        turn,
        { ...draft, asking: 'restart' },
        {
          lines: [words.restart[language]],
          choices: [button(words.yes, language), button(words.no, language)],
        },
      );
    case 'review': {
      const answered = asked.filter(({ id }) => draft.answers[id] !== undefined);
      const lines =
        answered.length === 0 ? [words.nothingYet[language]] : [words.soFar[language], ...readBackOf(answered, draft.answers, language)];
      return askNext(turn, draft, lines);
    }
    case 'progress': {
      const at = current ?? asked.at(-1);
      if (at === undefined) return askNext(turn, draft, []);
      const done = Object.keys(draft.answers).length;
      return askNext(turn, draft, [
        stepLine(words.progress[language].replace('DONE', String(done)), progressOf(form, asked, at), language),
      ]);
    }
    case 'help':
      if (current === null) return askNext(turn, draft, []);
      return askQuestion(turn, draft, current, [
        current.help[language],
        words.example[language].replace('EXAMPLE', current.example[language]),
      ]);
    case 'resume':
      return askNext(turn, draft, []);
  }
}

function worldOf({ today, places, draft }: FilingTurn): World {
  return { today, places, language: draft.language };
}
