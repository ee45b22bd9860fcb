import type { Calendar } from '../calendar/calendar.ts';
import { vietnamTime } from '../calendar/dates.ts';
import type { CallBacks, Visitor } from '../ports.ts';
import { plainReply } from '../reply.ts';
import type { Language, Memory, Reply, TurnResult } from '../types.ts';
import type { Words } from '../wording.ts';
import { meant } from './call-back-answers.ts';
import { dayWords, tailWords, windowText } from './call-back-text.ts';
import { callBackWindows } from './call-back-windows.ts';
import { callBackWording as words } from './call-back-wording.ts';
import { matterOfMemory, whisperOf } from './hand-over.ts';
import { tailOf } from './number.ts';
import type { CallBackQuestion, CallBackWindow } from './record.ts';

export type CallBackOptions = { callBacks: CallBacks; calendar: Calendar; now: () => Date };

export type CallBackTurn = { text: string; memory: Memory; visitor: Visitor };

/** The small dialogue in which a caller asks to be called back. What it waits for stands in `memory.callBack`. */
export type CallBackDialog = {
  /** Asks when: of who wants it (`wantsCallBack`), and where no person can be had now. */
  begin(turn: CallBackTurn): TurnResult;
  /** Takes the answer to its last question. Null: it asked nothing, or something else was said, for which `withoutCallBack` leaves the question. */
  take(turn: CallBackTurn): Promise<TurnResult | null>;
};

/** The memory of who wants something else now. */
export function withoutCallBack({ callBack: _, ...memory }: Memory): Memory {
  return memory;
}

/** One answer that is none is asked about again, twice. */
const mostTries = 2;

export function createCallBack({ callBacks, calendar, now }: CallBackOptions): CallBackDialog {
  async function askNumber(turn: CallBackTurn, window: CallBackWindow): Promise<TurnResult> {
    const tail = await callBacks.calling(turn.visitor);
    return ask(turn, tail === null ? { asking: 'number', window, tries: 0 } : { asking: 'this-number', window, tail, tries: 0 });
  }

  async function keep(turn: CallBackTurn, question: Exclude<CallBackQuestion, { asking: 'window' | 'number' }>): Promise<TurnResult> {
    const { memory, visitor } = turn;
    const { window, tail } = question;
    const number = question.asking === 'other-number' ? question.sealed : null;
    const wish = { window, number, matter: whisperOf(matterOfMemory(memory)), language: memory.language };
    // The number that called may be forgotten by now.
    if (!(await callBacks.ask(visitor, wish))) return ask(turn, { asking: 'number', window, tries: 0 });
    return close(turn, 'recorded', words.recorded, (text) =>
      text.replace('WINDOW', windowText(window, moment(now()).date, memory.language)).replace('TAIL', tailWords(tail)),
    );
  }

  function ask(turn: CallBackTurn, question: CallBackQuestion): TurnResult {
    const reply = questionReply(question, moment(now()).date, turn.memory.language);
    const memory = { ...turn.memory, offered: reply.choices, callBack: question };
    return { replies: [reply], memory, notes: [], candidates: [] };
  }

  return {
    begin: (turn) => {
      const windows = callBackWindows(moment(now()), calendar);
      return windows.length === 0 ? close(turn, 'refused', words.closed) : ask(turn, { asking: 'window', windows, tries: 0 });
    },
    take: async (turn) => {
      const question = turn.memory.callBack;
      if (question === undefined) return null;
      const answer = meant(question, turn.text);
      switch (answer.kind) {
        case 'elsewhere':
          return null;
        case 'declined':
          return close(turn, 'recorded', words.left);
        case 'window':
          return askNumber(turn, answer.window);
        case 'number': {
          const { number } = answer;
          if (question.asking === 'window') return null;
          const { window } = question;
          return ask(turn, { asking: 'other-number', window, tail: tailOf(number), sealed: callBacks.seal(number), tries: 0 });
        }
        case 'agreed':
          return question.asking === 'window' || question.asking === 'number' ? null : keep(turn, question);
        case 'disagreed':
          return question.asking === 'window' ? null : ask(turn, { asking: 'number', window: question.window, tries: question.tries });
        case 'unclear':
          return question.tries < mostTries ? ask(turn, { ...question, tries: question.tries + 1 }) : close(turn, 'refused', words.given);
      }
    },
  };
}

function questionReply(question: CallBackQuestion, today: string, language: Language): Reply {
  switch (question.asking) {
    case 'window': {
      const choices = question.windows.map((window) => {
        const label = window.part === 'any' ? words.chooseAny : words.choose;
        const said = window.part === 'any' ? dayWords(window.day, 'any', today, language) : windowText(window, today, language);
        return { label: label[language].replace(/WINDOW|WHEN/, said), say: words.sayPart[window.part][language] };
      });
      return plainReply('asked', words.when[language], choices);
    }
    case 'number':
      return { ...plainReply('asked', (question.tries === 0 ? words.whichNumber : words.noNumber)[language]), expects: 'digits' };
    case 'this-number':
    case 'other-number': {
      const text = question.asking === 'this-number' ? words.thisNumber : words.isThis;
      return { ...plainReply('asked', text[language].replace('TAIL', tailWords(question.tail))), expects: 'yes-no' };
    }
  }
}

/** The end of the small dialogue, with something said. */
function close({ memory }: CallBackTurn, kind: 'recorded' | 'refused', said: Words, fill = (text: string) => text): TurnResult {
  const reply = plainReply(kind, fill(said[memory.language]));
  return { replies: [reply], memory: { ...withoutCallBack(memory), offered: [] }, notes: [], candidates: [] };
}

function moment(at: Date): { date: string; time: string } {
  const read = vietnamTime(at.toISOString());
  if (read === null || read.time === null) throw new RangeError('the clock is outside this century');
  return { date: read.date, time: read.time };
}
