import type { Choice } from '../types.ts';

/**
 * What the telephone itself has asked. `code`: a code was read back, is it right; `follow`: it was named to be told of. `spoken-digits`: the same of
 * digits alone. `digits`: of those so far the rest is missing. `which`: which of these codes. `text`: may the answer be sent. `number`: where to.
 */
export type PhoneQuestion =
  | { kind: 'code'; code: string; follow: boolean }
  | { kind: 'spoken-digits'; digits: string }
  | { kind: 'digits'; digits: string }
  | { kind: 'which'; codes: string[] }
  | { kind: 'text' }
  | { kind: 'number' };

/** What is remembered of a call from turn to turn beside its conversation. Nothing of it is personal. */
export type PhoneMemory = {
  asking: PhoneQuestion | null;
  /** How often a code was not heard right, and how often there was no dossier by one. */
  misheard: number;
  missed: number;
  /** The answer told last, as a text message; null: nothing that may leave. */
  text: string | null;
  /** What to do in the danger that was told of, in the words of the reply; absent: none was, or something else was spoken of since. */
  danger?: string;
  /** The filing for which it was offered to go on elsewhere. */
  offeredFor: string | null;
  /** What was offered instead of a filing's own choices, and what is offered when others are wanted. */
  menu: Choice[];
  others: Choice[];
};

export const noPhoneMemory: PhoneMemory = {
  asking: null,
  misheard: 0,
  missed: 0,
  text: null,
  offeredFor: null,
  menu: [],
  others: [],
};
