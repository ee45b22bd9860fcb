/** What is kept of a call beside what was said. */

/** Why a call, or its part with the assistant, came to its end. */
export const callEnds = [
  'caller-hung-up',
  'goodbye',
  'transfer',
  'no-input',
  'no-match',
  'time-cap',
  'recogniser-down',
  'voice-down',
  'assistant-failed',
  'line-broken',
  'replica-died',
] as const;
export type CallEnd = (typeof callEnds)[number];

/** The ways of telephony that bring calls. */
export const callSystems = ['asterisk', 'audiosocket', 'twilio', 'stringee'] as const;
export type CallSystem = (typeof callSystems)[number];

/** Whether a person was wanted, and came. `asked`: let go to one, and nobody has told what came of it. */
export type Transferred = 'no' | 'asked' | 'answered' | 'unanswered';

/** One stretch with the assistant. A call that came back from a person has two; what is counted is added up. */
export type CallSummary = {
  reason: CallEnd;
  turns: number;
  bargeIns: number;
  noInputs: number;
  noMatches: number;
  keys: number;
  fillers: number;
  transferred: Transferred;
  /** The caller was served without a person. */
  contained: boolean;
  /** From the begin of the call to the first sample that was heard; null where none was. Milliseconds. */
  firstAudioMs: number | null;
  seconds: number;
};

/** When a caller is called back: a day (`YYYY-MM-DD`) and times (`HH:MM`) in Vietnam. */
export type CallBackWindow = { day: string; from: string; to: string };

/** A part of a working day that a caller can choose. */
export type DayPart = 'morning' | 'afternoon' | 'any';
export type OfferedWindow = CallBackWindow & { part: DayPart };

/**
 * What a caller who wants to be called back is asked: when, whether at the number that calls, at which other one, and whether that one was heard
 * right. `tail`: the last three digits of a number; `sealed`: all of it as staff alone can read it. `tries`: how often in vain.
 */
export type CallBackQuestion = { tries: number } & (
  | { asking: 'window'; windows: OfferedWindow[] }
  | { asking: 'this-number'; window: CallBackWindow; tail: string }
  | { asking: 'number'; window: CallBackWindow }
  | { asking: 'other-number'; window: CallBackWindow; tail: string; sealed: string }
);
