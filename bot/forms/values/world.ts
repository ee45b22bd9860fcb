import type { Places } from '../../places/places.ts';
import type { Choice, Language } from '../../types.ts';
import type { Words } from '../../wording.ts';
import type { Answer } from '../form.ts';

export type { Places };

/** What a value is read with. `today` is `YYYY-MM-DD` in Vietnam; `language` is that of buttons. */
export type World = { today: string; places: Places; language: Language };

/**
 * What came of reading a text as a value. `ask`: it needs one more piece (an address whose commune may be either of two, a day without its
 * year, a name without its marks): the next text is read together with `partial`. Every `why` says what to do.
 */
export type Reading =
  | { kind: 'good'; answer: Answer }
  | { kind: 'bad'; why: Words }
  | { kind: 'ask'; why: Words; choices: Choice[]; partial: string };
