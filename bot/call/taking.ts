import type { SpokenAnswer } from './answer-types.ts';
import type { Hearing } from './hearing.ts';
import type { Keys } from './keys.ts';
import type { Clock, Key } from './line.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import type { Mouth } from './mouth.ts';
import type { CallPolicy } from './policy.ts';
import { confirmQuestion } from './question.ts';
import type { CallSessionOptions } from './session-types.ts';
import type { Talk } from './talk-types.ts';
import type { Waiting } from './waiting.ts';
import { callWording as words } from './wording.ts';

/** What waits for its turn in a call. */
export type Pending = {
  /** The notice at the beginning is being said: that a machine answers is heard to its end. */
  isFirm: boolean;
  /** Words that were said over it. */
  held: { text: string; sure: boolean } | null;
  /** Answers that came while something else was being said. */
  later: { answer: SpokenAnswer; wanted: boolean }[];
  /** Keys that were pressed before they were asked for. */
  ahead: Key[];
  /** That the recogniser does not hear has to be told. */
  owesKeypad: boolean;
};

type TakingOptions = {
  clock: Clock;
  policy: CallPolicy;
  tell: CallSessionOptions['tell'];
  pending: Pending;
  mouth: Mouth;
  hearing: Hearing;
  waiting: Waiting;
  keys: Keys;
  talk: Talk;
};

/** What a caller says and presses, and what becomes of it. */
export type Taking = {
  key(key: Key): void;
  /** All digits of a code, a number or a secret. */
  digits(digits: string): void;
  words(text: string, sure: boolean): void;
  nothing(over: boolean): void;
  down(over: boolean): void;
  /** The answer is said from now on. */
  answer(answer: SpokenAnswer, wanted: boolean): void;
};

const mostAhead = 32;

export function createTaking({ clock, policy, tell, pending, mouth, hearing, waiting, keys, talk }: TakingOptions): Taking {
  const word = (of: keyof typeof words): string => words[of][talk.language()];
  let wrongAt = Number.NEGATIVE_INFINITY;
  const isThinking = () => waiting.answers() > 0;
  const takesDigits = () => ['dossier-code', 'digits', 'secret'].includes(talk.question().expects ?? '');

  function interrupt(by: 'speech' | 'keys'): void {
    if (!talk.isIdle()) {
      tell({ kind: 'barge-in', by });
      pending.later.length = 0;
    }
    mouth.flush();
  }

  function key(key: Key) {
    tell({ kind: 'key' });
    hearing.drop();
    waiting.nothing();
    pending.held = null;
    pending.isFirm = false;
    const isAhead = isThinking() && talk.isIdle();
    if (isAhead && (key !== '0' || pending.ahead.length > 0)) {
      if (pending.ahead.length < mostAhead) pending.ahead.push(key);
      return;
    }
    interrupt('keys');
    if (takesDigits() && !isAhead) return keys.press(key);
    if (key === '0') return talk.person('asked');
    if (key === '*') return talk.repeat();
    const act = talk.question().keys[key];
    if (act === undefined) return wrong();
    talk.act(act, 'keys');
  }

  /** Digits that come too early, or a hand on the keys, are one mistake and not one for each key. */
  function wrong(): void {
    const isMore = clock.now() - wrongAt < policy.betweenKeysMs;
    wrongAt = clock.now();
    const { keypad } = talk.question();
    if (isMore) talk.say(word('wrongKey'), ...keypad);
    else talk.missed('no-match', word('wrongKey'), keypad);
  }

  /** Who knows the way need not hear it: what was pressed meanwhile is the answer to what asks for digits. */
  function feed(): void {
    const typed = pending.ahead;
    pending.ahead = [];
    if (typed.length === 0 || !takesDigits()) return;
    mouth.flush();
    const end = typed.indexOf('#') + 1 || typed.length;
    pending.ahead = typed.slice(end);
    for (const one of typed.slice(0, end)) keys.press(one);
  }

  function follow(meaning: Exclude<Meaning, { kind: 'listens' }>) {
    const question = talk.question();
    switch (meaning.kind) {
      case 'hello':
        return isThinking() ? waiting.hurried() : talk.say(word('listening'), question.short);
      case 'repeat':
        return isThinking() ? waiting.hurried() : talk.repeat();
      case 'slower':
        mouth.slower();
        tell({ kind: 'slower' });
        return isThinking() ? waiting.hurried() : talk.repeat([word('slower')]);
      case 'spoken-secret':
        return isThinking() ? undefined : talk.missed('no-match', word('useKeys'));
      case 'unsure':
        return talk.missed('no-match', word('noMatch'), question.keypad);
      case 'confirm':
        return talk.put(confirmQuestion(meaning.text, question.before ?? question, talk.language()));
      case 'say':
        return talk.hand(meaning.text, { spoken: true, sure: meaning.sure, keys: false });
      default:
        return talk.act(meaning, 'speech');
    }
  }

  return {
    key,
    // A lone zero is the key for a person, whatever digits are asked for.
    digits: (digits) => (digits === '0' ? talk.person('asked') : talk.hand(digits, { spoken: false, sure: true, keys: true })),
    words(text, sure) {
      talk.hears();
      if (pending.isFirm) {
        pending.held = { text, sure };
        return;
      }
      // Keys that are being pressed are surer.
      if (keys.begun()) return waiting.nothing();
      const isSpeaking = !talk.isIdle();
      const moment = { question: talk.question(), language: talk.language(), speaking: isSpeaking, answerable: mouth.left() <= 1 };
      const meaning = meaningOf(text, sure, moment);
      if (meaning.kind !== 'listens') {
        interrupt('speech');
        follow(meaning);
      }
      waiting.nothing();
    },
    nothing(over) {
      waiting.nothing();
      if (over) {
        if (!pending.isFirm) tell({ kind: 'false-barge-in' });
        return;
      }
      if (isThinking() || keys.begun() || pending.later.length > 0) return;
      // A line does not tell what was said where a secret is asked for.
      talk.missed('no-match', talk.question().expects === 'secret' ? word('useKeys') : undefined);
    },
    down(over) {
      tell({ kind: 'recogniser-down' });
      waiting.nothing();
      if (over || isThinking() || keys.begun()) pending.owesKeypad = true;
      else talk.deaf();
    },
    answer(answer, wanted) {
      talk.answer(answer, wanted);
      feed();
    },
  };
}
