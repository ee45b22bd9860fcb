import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../../bot/errors.ts';
import { clean } from '../../bot/text.ts';
import { findPetitionCode } from '../../bot/understand/codes.ts';
import { callRequests, readCallRequest } from './call-request.ts';

/** What staff ask the desk to do. Plain data: the process that has the database does it. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('notes') }),
  z.object({ kind: z.literal('close-note'), id: z.number().int() }),
  z.object({ kind: z.literal('petitions'), all: z.boolean() }),
  /** `full`: nothing masked, and who reads it; null: as it is masked. */
  z.object({ kind: z.literal('show'), code: z.string(), full: z.object({ by: z.string() }).nullable().default(null) }),
  z.object({ kind: z.literal('reply'), code: z.string(), text: z.string() }),
  /** `folder`: the whole path, as the server that does it may stand elsewhere. */
  z.object({ kind: z.literal('files'), code: z.string(), folder: z.string() }),
  z.object({ kind: z.literal('close'), code: z.string() }),
  z.object({ kind: z.literal('cases') }),
  /** `by`: who reads it, which is kept. */
  z.object({ kind: z.literal('case'), code: z.string(), by: z.string() }),
  z.object({ kind: z.literal('ratings'), month: z.string().nullable() }),
  ...callRequests,
]);
export type DeskRequest = z.infer<typeof requestSchema>;

export type DeskOptions = {
  close?: string | undefined;
  all?: boolean | undefined;
  month?: string | undefined;
  full?: boolean | undefined;
  /** Where files are saved. */
  to?: string | undefined;
  /** Who asks: a name that is kept with what is opened in full. */
  by: string;
};

const longestReply = 4_000;

/** Reads the words behind `npm run desk --`. Null: they ask for nothing that the desk knows. Throws `OperatorError` with a sentence. */
export function readRequest(
  [command, code = '', ...words]: string[],
  { close, all = false, month, full = false, to, by }: DeskOptions,
): DeskRequest | null {
  if (close !== undefined) return { kind: 'close-note', id: noteOf(close) };
  switch (command) {
    case undefined:
      return { kind: 'notes' };
    case 'petitions':
      return { kind: 'petitions', all };
    case 'ratings':
      return { kind: 'ratings', month: month === undefined ? null : monthOf(month) };
    case 'cases':
      return { kind: 'cases' };
    case 'case':
      return code === '' ? null : { kind: 'case', code: code.toUpperCase(), by: readerOf(by) };
    case 'show':
      return code === '' ? null : { kind: 'show', code: codeOf(code), full: full ? { by: readerOf(by) } : null };
    case 'close':
      return code === '' ? null : { kind: 'close', code: codeOf(code) };
    case 'files':
      return code === '' ? null : { kind: 'files', code: codeOf(code), folder: resolve(to ?? '.') };
    case 'reply':
      return code === '' || words.length === 0 ? null : { kind: 'reply', code: codeOf(code), text: replyOf(words.join(' ')) };
    default:
      return readCallRequest(command, [code, ...words], { by: () => readerOf(by), to });
  }
}

function noteOf(given: string): number {
  const id = /^\d{1,15}$/.test(given) ? Number(given) : 0;
  if (id === 0) throw new OperatorError(`There is no open note ${given.slice(0, 30)}.`);
  return id;
}

function codeOf(given: string): string {
  const found = findPetitionCode(given);
  if (found.kind !== 'code') throw new OperatorError(`${given.slice(0, 40)} is no petition code: they look like PA-261122-0007-K3M7.`);
  return found.code;
}

function readerOf(given: string): string {
  const by = clean(given).replace(/\s+/g, ' ').slice(0, 100);
  if (by === '') throw new OperatorError('Who reads it in full is kept: say it with --as NAME.');
  return by;
}

function monthOf(given: string): string {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(given)) throw new OperatorError('--month is a year and a month, such as 2026-11.');
  return given;
}

function replyOf(given: string): string {
  const text = clean(given);
  if (text === '') throw new OperatorError('The reply is empty.');
  if (text.length > longestReply) throw new OperatorError(`The reply is longer than ${longestReply} characters.`);
  return text;
}
