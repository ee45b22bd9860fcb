import type { Language } from '../types.ts';
import { likelyWords } from '../voice-wording.ts';
import type { SpokenAnswer } from './answer-types.ts';
import type { TransferReason } from './call-event.ts';
import type { Farewell } from './farewell.ts';
import type { Mouth } from './mouth.ts';
import {
  type Act,
  answerQuestion,
  callBackQuestion,
  keypadQuestion,
  keysLater,
  listeningFor,
  personQuestion,
  type Question,
  type Sentence,
  saidOf,
  startQuestion,
} from './question.ts';
import type { CallSessionOptions, How } from './session-types.ts';
import type { Talk } from './talk-types.ts';
import type { Waiting } from './waiting.ts';
import { callWording as words } from './wording.ts';

type TalkOptions = { call: CallSessionOptions; mouth: Mouth; waiting: Waiting; farewell: Farewell; broken(): void };

/** After so many answers that knew nothing a person is offered. */
const unknownMost = 2;

export function createTalk({ call, mouth, waiting, farewell, broken }: TalkOptions): Talk {
  const { line, policy, tell, turn } = call;
  const hints = call.hints ?? [...likelyWords];
  let { language } = call;
  let question = startQuestion([], language);
  let answered: SpokenAnswer | null = null;
  let names: string[] = [];
  let listening = '';
  let filling = false;
  let owesKeys = false;
  let misses = 0;
  let unknown = 0;
  let isDeaf = false;

  const other = (): Language => (language === 'vi' ? 'en' : 'vi');
  const word = (of: keyof typeof words): string => words[of][language];

  function say(...sentences: Sentence[]): void {
    utter(sentences, false);
  }

  function utter(sentences: Sentence[], common: boolean): void {
    filling = false;
    owesKeys = false;
    for (const sentence of sentences) {
      if (typeof sentence === 'string') mouth.say(sentence, language, common);
      else mouth.say(sentence.other, other());
    }
  }

  function pageOf(answer: SpokenAnswer, at: number): Question {
    return { ...answerQuestion(answer, at, language), common: answer.common === true };
  }

  function open(next: Question): void {
    question = next;
    const listen = listeningFor(next, [...names, ...hints], language, policy);
    if (JSON.stringify(listen) === listening) return;
    listening = JSON.stringify(listen);
    line.listen(listen);
  }

  function put(next: Question, opening: string[] = []): void {
    open(next);
    say(...opening);
    utter(saidOf(next), next.common === true);
    owesKeys = keysLater(next).length > 0;
  }

  function hand(text: string, how: How): void {
    misses = 0;
    tell({ kind: 'turn', by: how.keys ? 'keys' : 'speech' });
    waiting.asked();
    // What was asked is answered. A secret is one until something else is asked.
    if (question.expects === 'secret') question = { ...startQuestion([], language), expects: 'secret' };
    else open(startQuestion([], language));
    const asked = async () => call.ask(text, how);
    asked().catch(broken);
  }

  function act(what: Act, by: 'speech' | 'keys') {
    if (what.kind === 'ask') return hand(what.text, { spoken: by === 'speech', sure: true, keys: by === 'keys' });
    if (what.kind === 'right') return hand(what.text, { spoken: true, sure: true, keys: false });
    if (what.kind === 'person') return person('asked');
    if (what.kind === 'goodbye') return farewell.goodbye(language);
    if (what.kind === 'again') {
      if (question.before !== null) open(question.before);
      return missed('no-match', word('sayAgain'));
    }
    misses = 0;
    if (what.kind === 'go-on') return put(startQuestion([], language));
    if (what.kind === 'page') return answered === null ? repeat() : put(pageOf(answered, what.at));
    language = other();
    put(startQuestion([word('switched')], language));
  }

  function repeat(opening: string[] = []): void {
    tell({ kind: 'repeat' });
    put(question, opening);
  }

  function missed(kind: 'no-input' | 'no-match', opening?: string, ask: Sentence[] = [question.short]) {
    tell({ kind });
    misses += 1;
    if (misses > policy.reprompts) return farewell.giveUp(isDeaf ? 'recogniser-down' : kind, question.done, language);
    if (misses === policy.reprompts) return byKeys(word('useKeys'));
    say(opening ?? word(kind === 'no-input' ? 'noInput' : 'noMatch'), ...ask);
  }

  function byKeys(opening: string) {
    const { expects, keypad, start } = question;
    if (expects === 'dossier-code' || expects === 'digits' || expects === 'secret') return say(opening, word('onlyDigits'));
    if (start || keypad.length === 0) return put({ ...keypadQuestion([], language), done: question.done }, [opening]);
    say(opening, ...keypad);
  }

  function person(why: TransferReason) {
    const nobody = farewell.person(why, language);
    if (nobody === null) return;
    tell({ kind: 'nobody', why });
    put(callBackQuestion([nobody], language));
  }

  return {
    question: () => question,
    language: () => language,
    isIdle: () => filling || mouth.now() === 'still',
    owesKeys: () => owesKeys,
    tellKeys: () => say(...keysLater(question)),
    greet() {
      if (turn > 1) {
        put(callBackQuestion([word('unanswered')], language));
        return 0;
      }
      say(word('notice'), ...(call.notice === undefined ? [] : [call.notice]));
      const firm = mouth.left();
      put(startQuestion([], language));
      return firm;
    },
    put,
    say,
    fill(first) {
      tell({ kind: 'filler' });
      say(word(first ? 'filler' : 'stillThere'));
      filling = true;
    },
    repeat,
    act,
    hand,
    answer(answer, wanted) {
      language = answer.language ?? language;
      names = answer.names ?? [];
      // It would promise what nobody is there for.
      if (answer.kind === 'handed-over' && !call.office().open) return person('handed-over');
      const asks = answer.menu.length > 0 || answer.expects !== undefined || answer.kind === 'asked' || answer.kind === 'handed-over';
      if (!wanted && !asks) return say(...answer.pages, ...(question.done || waiting.answers() > 0 ? [] : [question.short]));
      answered = answer;
      unknown = answer.kind === 'not-found' ? unknown + 1 : 0;
      if (unknown < unknownMost) return put(pageOf(answer, 0));
      unknown = 0;
      put(personQuestion(answer.pages, language));
    },
    missed,
    deaf() {
      if (isDeaf) return missed('no-match', word('cannotHear'));
      isDeaf = true;
      byKeys(word('cannotHear'));
    },
    hears() {
      isDeaf = false;
    },
    person,
    broken(why) {
      mouth.flush();
      farewell.broken(why, language);
    },
    timeOver() {
      mouth.flush();
      farewell.timeOver(language);
    },
  };
}
