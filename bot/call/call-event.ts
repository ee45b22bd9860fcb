import type { CallEnd } from './record.ts';

/** What happens in a call, for counting. Nothing of it tells what was said or pressed. */
export type CallEvent =
  /** Something was handed to the assistant. */
  | { kind: 'turn'; by: 'speech' | 'keys' }
  /** Its answer begins to be said. Milliseconds from the end of what the caller said or pressed. `serves`: it tells something, or does it. */
  | { kind: 'answered'; afterMs: number; serves: boolean }
  | { kind: 'key' }
  | { kind: 'barge-in'; by: 'speech' | 'keys' }
  /** The voice was held for nothing. */
  | { kind: 'false-barge-in' }
  | { kind: 'no-input' }
  | { kind: 'no-match' }
  | { kind: 'filler' }
  | { kind: 'repeat' }
  | { kind: 'slower' }
  | { kind: 'recogniser-down' }
  | { kind: 'transfer'; why: TransferReason }
  /** A person was wanted, and none can be had now. */
  | { kind: 'nobody'; why: TransferReason }
  | { kind: 'ended'; why: CallEnd };

/** Why somebody is put through. */
export type TransferReason = 'asked' | 'handed-over' | 'no-input' | 'no-match' | 'recogniser-down' | 'voice-down' | 'assistant-failed';
