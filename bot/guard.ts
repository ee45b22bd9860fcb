import { emergencyNumbers, violenceIn } from './guard/danger.ts';
import type { Emergency } from './guard/danger-words.ts';
import { type Refusal, refusalOf } from './guard/refusals.ts';

export type { Emergency } from './guard/danger-words.ts';

/** What must be seen before anything else is done with a message. */
export type Screening =
  /** `warn`: violence that a paper is asked about; the numbers to call stand beside the answer. */
  { kind: 'pass'; warn: Emergency[] } | { kind: 'emergency'; numbers: Emergency[] } | { kind: 'refused'; reason: Refusal };

/** Danger first, then attacks and what is none of our business. Rules only: no search, no model. */
export function screen(text: string): Screening {
  const numbers = emergencyNumbers(text);
  if (numbers.length > 0) return { kind: 'emergency', numbers };
  const reason = refusalOf(text);
  return reason === null ? { kind: 'pass', warn: violenceIn(text) } : { kind: 'refused', reason };
}
