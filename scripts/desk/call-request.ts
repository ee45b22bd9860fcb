import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../../bot/errors.ts';

/** What staff ask the desk about calls. */
export const callRequests = [
  /** The figures of so many days, and the newest calls. */
  z.object({ kind: z.literal('calls'), days: z.number().int().positive() }),
  z.object({ kind: z.literal('call-backs') }),
  /** `by`: who reads the number, which is kept. */
  z.object({ kind: z.literal('call-back'), id: z.number().int(), by: z.string() }),
  z.object({ kind: z.literal('mark-call-back'), id: z.number().int(), what: z.enum(['done', 'missed']) }),
  /** `path`: the whole one, as the server that does it may stand elsewhere. */
  z.object({ kind: z.literal('recording'), id: z.number().int(), path: z.string(), by: z.string() }),
] as const;
export type CallRequest = z.infer<(typeof callRequests)[number]>;

/** Reads the words behind `npm run desk -- calls`, `call-backs` and `recording`. Null: they ask for nothing that the desk knows. */
export function readCallRequest(
  command: string,
  words: string[],
  { by, to }: { by: () => string; to: string | undefined },
): CallRequest | null {
  const [first = '', second = ''] = words;
  switch (command) {
    case 'calls':
      return { kind: 'calls', days: first === '' ? 7 : numberOf(first, 'a number of days') };
    case 'call-backs':
      if (first === '') return { kind: 'call-backs' };
      if (first === 'show') return { kind: 'call-back', id: numberOf(second, 'the number of a call-back'), by: by() };
      return first === 'done' || first === 'missed'
        ? { kind: 'mark-call-back', id: numberOf(second, 'the number of a call-back'), what: first }
        : null;
    case 'recording': {
      const id = numberOf(first, 'the number of a call');
      return { kind: 'recording', id, path: resolve(to ?? `call-${id}.wav`), by: by() };
    }
    default:
      return null;
  }
}

function numberOf(given: string, what: string): number {
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (number === 0) throw new OperatorError(given === '' ? `Say ${what}.` : `${given.slice(0, 30)} is not ${what}.`);
  return number;
}
