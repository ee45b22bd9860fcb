import type { Language, Reply, ReplyKind } from '../types.ts';
import type { Key } from './line.ts';

/** One thing that can be chosen on the keypad. `label` goes on from "Bấm 1 để …" / "Press 1 to …"; `say` is the message that choosing it sends. */
export type KeyChoice = { key: Key; label: string; say: string };

/**
 * An answer as a telephone says it, in words a person reads aloud; numbers and short forms are put in words later. The keypad and the "nghe tiếp?"
 * are said by the session, so neither stands in `pages`.
 */
export type SpokenAnswer = {
  /** What is said, at least one page: the first at once, each further one when "nghe tiếp" is said or its key pressed. */
  pages: string[];
  /** Offered after the last page. Keys 1 to 8, in order: 0 is a person, 9 and the star and the hash are the session's. Empty: nothing to choose. */
  menu: KeyChoice[];
  /** What the next message should be; absent: anything. A yes-no question without a menu takes 1 as yes and 2 as no. */
  expects?: Reply['expects'];
  /** All of it, for a text message. */
  whole: string;
  /** `handed-over`: once its pages are said the session puts the call through to a person. A call-back that was taken down is `recorded`. */
  kind: ReplyKind;
  /** Of public records alone: anybody may hear the same. */
  common?: boolean;
  /** The language it is in: the call goes on in it. Absent: that of the call. */
  language?: Language;
  /** Names likely to be said next, for the recogniser. */
  names?: string[];
};
