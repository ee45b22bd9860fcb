import type { Clock, Listening, Manner, Next } from '../../../bot/call/line.ts';
import type { Language } from '../../../bot/types.ts';
import { type Action, connect, input, recordMessage, type Scco, type Spoken, talk } from './scco.ts';
import { says } from './wording.ts';

export type ActionsOptions = {
  clock: Clock;
  language: Language;
  /** Where the answer with this number is answered. */
  url(what: 'input' | 'voice' | 'connect-failed', number: number): string;
  voices: Record<Language, string>;
  /** As a voice has to be told: numbers, dates and short forms in words. */
  prepare(text: string, language: Language): string;
  /** Our number at Stringee, which people are shown. */
  number: string;
  /** Numbers, or `user:…`, by the names that a transfer has; `default`: where there is no such name, and where the assistant fails. */
  people: { default: string } & Record<string, string>;
  ringSeconds: number;
  /** Whether what is said is recorded and understood; else a call goes by keys alone. */
  speech: boolean;
  /** How long keys are waited for before the beep, in seconds. */
  keysSeconds?: number;
};

/** What Stringee is told to do, one array for each turn. */
export type Actions = {
  hears(listening: Listening): boolean;
  /** The caller's turn, by keys first: they interrupt what is said, and a person is one key away. */
  keys(said: Spoken[], number: number, listening: Listening): Scco;
  speech(number: number, language: Language): Scco;
  /** It is asked again in a second. */
  wait(said: Spoken[], number: number, language: Language): Scco;
  end(said: Spoken[], next: Next, language: Language): Scco;
  /** To a person, after these words. */
  person(to: string, said: Spoken[], number: number): Scco;
};

const codeSeconds = 8;
const aloneSeconds = 8;
const pollSeconds = 1;
/** An utterance: so long a silence ends it, and it is no longer than that. */
const silenceMs = 3_000;
const utteranceMs = 20_000;
/** Nobody is left in silence longer than this while something is looked up. */
const fillerMs = 5_000;

export function createActions(options: ActionsOptions): Actions {
  const { clock, url, voices, prepare, people, keysSeconds = 2 } = options;
  let spokeAt = Number.NEGATIVE_INFINITY;
  let isTold = false;

  const plain = (text: string, language: Language): Spoken => ({ text, manner: { slow: false, language } });

  function talks(said: Spoken[], bargeIn: boolean): Action[] {
    if (said.length > 0) spokeAt = clock.now();
    return joined(said).map(({ text, manner }) => talk({ text: prepare(text, manner.language), manner }, voices, bargeIn));
  }

  const hears = (listening: Listening) => options.speech && listening.secret !== true;

  function person(to: string, said: Spoken[], number: number): Scco {
    const place = (Object.hasOwn(people, to) ? people[to] : undefined) ?? people.default;
    const onFailEventUrl = url('connect-failed', number);
    return [...talks(said, false), connect({ from: options.number, to: place, seconds: options.ringSeconds, onFailEventUrl })];
  }

  return {
    hears,
    keys(said, number, listening) {
      const seconds = listening.digits === true ? codeSeconds : hears(listening) ? keysSeconds : aloneSeconds;
      return [...talks(said, true), input(url('input', number), seconds, listening.digits === true ? null : 1)];
    },
    speech(number, language) {
      const told = isTold ? [] : talks([plain(says[language].beep, language)], false);
      isTold = true;
      const record = recordMessage(url('voice', number), silenceMs, utteranceMs);
      // The recording's own request comes while this is said; where none comes it is asked again.
      const wait = talks([plain(says[language].wait, language)], false);
      const still = talk(plain('. . . . .', language), voices, false, 2);
      return [...told, record, ...wait, still, input(url('input', number), pollSeconds, 1)];
    },
    wait(said, number, language) {
      const isDue = said.length === 0 && clock.now() - spokeAt >= fillerMs;
      const words = isDue ? [plain(says[language].wait, language)] : said;
      return [...talks(words, true), input(url('input', number), pollSeconds, 1)];
    },
    end(said, next, language) {
      if (next.kind === 'transfer') return person(next.to, said, 0);
      // A call ends with its last action: there must be one.
      return talks(said.length > 0 ? said : [plain(says[language].goodbye, language)], false);
    },
    person,
  };
}

/** Sentences of one manner in one go: between two talks there may be a gap. */
function joined(said: Spoken[]): Spoken[] {
  const together: Spoken[] = [];
  for (const { text, manner } of said) {
    const last = together.at(-1);
    if (last !== undefined && isSame(last.manner, manner)) together[together.length - 1] = { text: `${last.text} ${text}`, manner };
    else together.push({ text, manner });
  }
  return together;
}

function isSame(one: Manner, other: Manner): boolean {
  return one.slow === other.slow && one.language === other.language;
}
