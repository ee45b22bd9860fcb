import { button } from '../reply.ts';
import type { TurnResult } from '../types.ts';
import { askNext, askQuestion } from './ask.ts';
import type { Command } from './hear/command.ts';
import { progressOf, questionsOf } from './plan.ts';
import { readBackOf, stepLine } from './read-back.ts';
import { afterPapers } from './take-stage.ts';
import { taken } from './take-value.ts';
import { type FilingTurn, filingResult, stageOf } from './turn.ts';
import { filingWording as words } from './wording.ts';

/** Does what a message tells the filing to do. */
export async function obey(command: Command, turn: FilingTurn): Promise<TurnResult> {
  const { draft, form, today } = turn;
  const { language } = draft;
  const asked = questionsOf(form, draft.answers, today);
  const current = asked.find(({ id }) => id === draft.asking) ?? null;
  switch (command) {
    case 'stop':
    case 'later': {
      if (draft.asking === 'papers' && command === 'later') return afterPapers(turn);
      const choices = [button(words.resume, language), button(words.remove, language)];
      return filingResult(turn, draft, { lines: [words.stopped[language].replace('CODE', draft.code)], choices, closes: true });
    }
    case 'skip':
      if (stageOf(draft) === 'papers') return afterPapers(turn);
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
