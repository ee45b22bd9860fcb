import type { Language } from '../types.ts';
import type { SpokenAnswer } from './answer-types.ts';
import type { TransferReason } from './call-event.ts';
import type { Act, Question, Sentence } from './question.ts';
import type { How } from './session-types.ts';

/** What is said in a call and what is asked: the question that is open, and the ladder where nothing comes of it. */
export type Talk = {
  question(): Question;
  language(): Language;
  /** Only "one moment please" is being said, or nothing. */
  isIdle(): boolean;
  /** Keys that are told once nobody has answered by a word. */
  owesKeys(): boolean;
  tellKeys(): void;
  /** Gives how many pieces of it must be heard to their end. */
  greet(): number;
  put(question: Question, opening?: string[]): void;
  say(...sentences: Sentence[]): void;
  fill(first: boolean): void;
  repeat(opening?: string[]): void;
  act(act: Act, by: 'speech' | 'keys'): void;
  hand(text: string, how: How): void;
  /** `wanted`: it was waited for. What comes of itself leaves open what was asked. */
  answer(answer: SpokenAnswer, wanted: boolean): void;
  /** Nothing came, or nothing that could be used. `opening` is said in place of "I did not hear you". */
  missed(kind: 'no-input' | 'no-match', opening?: string, ask?: Sentence[]): void;
  /** The recogniser does not hear: once the keys are told; from then on it is as if nothing had been understood. */
  deaf(): void;
  hears(): void;
  person(why: TransferReason): void;
  broken(why: 'assistant-failed' | 'voice-down'): void;
  timeOver(): void;
};
