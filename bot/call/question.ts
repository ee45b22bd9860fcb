import type { Language, Reply } from '../types.ts';
import type { SpokenAnswer } from './answer-types.ts';
import type { Key, Listening } from './line.ts';
import type { CallPolicy } from './policy.ts';
import { callWishes as wishes } from './wishes.ts';
import { callWording as words } from './wording.ts';

/** What a key or a short word does. */
export type Act =
  | { kind: 'ask'; text: string }
  /** The next page of a long answer; or what comes after the last one at once. */
  | { kind: 'page'; at: number }
  | { kind: 'right'; text: string }
  | { kind: 'again' }
  | { kind: 'person' }
  | { kind: 'go-on' }
  | { kind: 'language' }
  /** The caller has what they wanted. */
  | { kind: 'goodbye' };

/** A sentence, in the language of the call but for those that offer the other one. */
export type Sentence = string | { other: string };

/** What is said, and what is waited for after it. */
export type Question = {
  /** What it says is of public records alone. */
  common?: boolean;
  pieces: Sentence[];
  /** What the keys do. Empty: nothing by keys. */
  keypad: Sentence[];
  /** The pieces tell of the keys themselves; the keys are told with them; or after a while, if no word comes. */
  told: 'by-itself' | 'at-once' | 'later';
  /** What is asked once more where nothing was understood. */
  short: string;
  keys: Partial<Record<Key, Act>>;
  /** What a spoken yes and no do; null: they go to the assistant, or are none. */
  spoken: { yes: Act; no: Act } | null;
  /** A yes or a no is the answer, whoever takes it. */
  yesNo: boolean;
  expects: Reply['expects'];
  /** It begins again by the whole keypad when speech does not help. */
  start: boolean;
  /** Nothing is asked: who says no more has what they wanted. */
  done: boolean;
  /** Who says goodbye leaves nothing half done. */
  leaves: boolean;
  /** What was asked before what was heard had to be confirmed. */
  before: Question | null;
  /** After it was said the caller is put through. */
  toPerson: boolean;
};

const plain: Question = {
  pieces: [],
  keypad: [],
  told: 'at-once',
  short: '',
  keys: {},
  spoken: null,
  yesNo: false,
  expects: undefined,
  start: false,
  done: false,
  leaves: false,
  before: null,
  toPerson: false,
};

const otherOf: Record<Language, Language> = { vi: 'en', en: 'vi' };
const ask = (text: string): Act => ({ kind: 'ask', text });

/** The beginning, and whenever it begins again: anything may be asked. */
export function startQuestion(opening: string[], language: Language): Question {
  return {
    ...plain,
    pieces: [...opening, words.ask[language]],
    keypad: [words.startKeys[language], { other: words.otherLanguage[otherOf[language]] }],
    short: words.ask[language],
    keys: { '1': ask(wishes.dossier[language]), '9': { kind: 'language' } },
    start: true,
    leaves: true,
  };
}

/** All that can be done by keys alone. */
export function keypadQuestion(opening: string[], language: Language): Question {
  return {
    ...startQuestion(opening, language),
    pieces: opening,
    keypad: [words.menuKeys[language], { other: words.otherLanguage[otherOf[language]] }],
    short: words.menuKeys[language],
    keys: { '1': ask(wishes.dossier[language]), '2': { kind: 'person' }, '9': { kind: 'language' } },
  };
}

/** How the line listens for what is said to a question. */
export function listeningFor({ expects }: Question, hints: string[], language: Language, policy: CallPolicy): Listening {
  const endMs = expects === 'dossier-code' || expects === 'digits' ? policy.endCodeMs : policy.endMs;
  const digits = expects === 'dossier-code' || expects === 'digits' || expects === 'secret' ? { digits: true as const } : {};
  return { hints, language, endMs, ...digits, ...(expects === 'secret' ? { secret: true as const } : {}) };
}

/** All that is said of a question at once. */
export function saidOf({ pieces, keypad, told }: Question): Sentence[] {
  return told === 'at-once' ? [...pieces, ...keypad] : pieces;
}

export function keysLater({ keypad, told }: Question): Sentence[] {
  return told === 'later' ? keypad : [];
}

/** A page of an answer, and what is asked after it. `at` as many as there are pages: what comes after them alone. */
export function answerQuestion(answer: SpokenAnswer, at: number, language: Language): Question {
  const page = answer.pages[at];
  const pieces = page === undefined ? [] : [page];
  if (at < answer.pages.length - 1) {
    const next: Act = { kind: 'page', at: at + 1 };
    const last: Act = { kind: 'page', at: answer.pages.length };
    const keypad = [words.goOnKeys[language]];
    const keys = { '#': next, '1': next, '2': last };
    return { ...plain, pieces, keypad, short: words.goOnKeys[language], keys, spoken: { yes: next, no: last }, done: true, leaves: true };
  }
  const toPerson = answer.kind === 'handed-over';
  const { expects } = answer;
  if (expects === 'yes-no') {
    const told = /bấm (?:phím )?(?:số )?(?:1|một)|press (?:1|one)/i.test(page ?? '') ? 'by-itself' : 'later';
    // Only its last sentence is the question: a "vâng" before that is no answer.
    const sentences = page?.split(/(?<=[.?!])\s+(?=\p{Lu})/u) ?? [];
    return { ...plain, pieces: sentences, ...yesNoKeys(answer, language), told, short: page ?? '', yesNo: true, expects, toPerson };
  }
  if (expects !== undefined) {
    const keypad = expects === 'secret' ? words.secretKeys : expects === 'digits' ? words.digitKeys : words.codeKeys;
    const told = /phím thăng|hash key/i.test(page ?? '') ? 'by-itself' : 'at-once';
    return { ...plain, pieces, keypad: [keypad[language]], told, short: keypad[language], expects, toPerson };
  }
  const isDone = answer.kind !== 'asked' && answer.kind !== 'not-found';
  // Who is in danger is asked for nothing more: what to do is told again.
  const isDanger = answer.kind === 'emergency';
  const asks = !toPerson && !isDanger && answer.menu.length === 0 && !page?.trim().endsWith('?');
  return {
    ...plain,
    pieces: asks ? [...pieces, words.more[language]] : pieces,
    ...menuKeys(answer, language),
    short: isDone && !isDanger ? words.more[language] : (page ?? words.ask[language]),
    done: isDone,
    leaves: answer.kind !== 'filing',
    toPerson,
  };
}

/** Nobody listens to more of their own words; by them they know whether they were heard. */
const mostReadBack = 25;

/** What was heard is read back, as it is not sure. */
export function confirmQuestion(text: string, before: Question, language: Language): Question {
  const yes: Act = { kind: 'right', text };
  const no: Act = { kind: 'again' };
  const all = text.replace(/[.?!…\s]+$/u, '').split(/\s+/);
  const short = all.length > mostReadBack ? `${all.slice(0, mostReadBack).join(' ')}…` : all.join(' ');
  const said = words.heard[language].replace('TEXT', () => short);
  return choice([said], words.heardKeys[language], yes, no, before);
}

/** Nobody is there to talk to: to be called back, or to go on. */
export function callBackQuestion(opening: string[], language: Language): Question {
  const pieces = [...opening, words.callBack[language]];
  return { ...choice(pieces, words.callBackKeys[language], ask(wishes.callBack[language]), { kind: 'go-on' }), told: 'later' };
}

/** The assistant knew no answer more than once. */
export function personQuestion(opening: string[], language: Language): Question {
  const pieces = [...opening, words.offerPerson[language]];
  return { ...choice(pieces, words.offerPersonKeys[language], { kind: 'person' }, { kind: 'go-on' }), told: 'later' };
}

function choice(pieces: string[], keypad: string, yes: Act, no: Act, before: Question | null = null): Question {
  return {
    ...plain,
    pieces,
    keypad: [keypad],
    short: keypad,
    keys: { '1': yes, '2': no },
    spoken: { yes, no },
    yesNo: true,
    before,
  };
}

function menuKeys(answer: SpokenAnswer, language: Language): Pick<Question, 'keypad' | 'keys'> {
  const keypad = answer.menu.map(({ key, label }) =>
    words.key[language].replace('KEY', key).replace('WHAT', () => label.replace(/[.\s]+$/u, '')),
  );
  return { keypad, keys: Object.fromEntries(answer.menu.map(({ key, say }) => [key, ask(say)])) };
}

function yesNoKeys(answer: SpokenAnswer, language: Language): Pick<Question, 'keypad' | 'keys'> {
  if (answer.menu.length > 0) return menuKeys(answer, language);
  return { keypad: [words.yesNoKeys[language]], keys: { '1': ask(wishes.yes[language]), '2': ask(wishes.no[language]) } };
}
