import type { Region } from '../speech/said.ts';
import type { Language } from '../types.ts';
import type { SpokenAnswer } from './answer-types.ts';
import type { CallEvent } from './call-event.ts';
import type { Leave, Office } from './leaving.ts';
import type { Clock, Line, LineEvent } from './line.ts';
import type { CallPolicy } from './policy.ts';

/** How something came to be asked. `sure` false: a code that was heard badly; who takes it reads it back. */
export type How = { spoken: boolean; sure: boolean; keys: boolean };

export type CallSessionOptions = {
  line: Line;
  clock: Clock;
  policy: CallPolicy;
  /** Of `CallStart`. More than 1: nobody answered the transfer. */
  turn: number;
  language: Language;
  /** Resolves once the assistant has it for good; the answer comes by `answered`. Rejects where it cannot be taken. */
  ask(text: string, how: How): Promise<void>;
  office(): Office;
  /** To whom callers are put through: an extension or a queue by the operator's name for it. */
  person: string;
  /** What becomes of the call, to be kept before the line is let go. Waited for, but not for long. */
  leaving(leave: Leave): Promise<void>;
  tell(event: CallEvent): void;
  /** Something of ours threw: nothing more is said or taken, and the line is still to be let go. */
  broken(error: unknown): void;
  /** How numbers are said; as in the north where nothing is said. */
  region?: Region;
  /** What the operator adds to the greeting, as whose line it is. */
  notice?: string;
  /** Words likely to be said, for the recogniser. */
  hints?: string[];
};

/** One call, or its stretch with the assistant. Nothing here throws or waits: what goes wrong is told by `broken`. */
export type CallSession = {
  start(): void;
  heard(event: LineEvent): void;
  answered(answer: SpokenAnswer): void;
  /** The assistant cannot answer any more, or nothing can be said. */
  failed(why: 'assistant-failed' | 'voice-down'): void;
  /** An answer of the assistant is to come. */
  waits(): boolean;
  /** The language the call is in by now: answers are to be in it. */
  language(): Language;
};
