import { createReadStream } from 'node:fs';
import { keyOf } from './key.ts';
import type { Row } from './rows.ts';

const longestLine = 1_000_000;

/** The objects of a file that has one a line, plain or with lists and objects in them. Names are read as headings are. */
export async function* readJsonLines(file: string): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    // Trimmed, a byte-order mark is gone too.
    if (text === null) yield { kind: 'unread', line, reason: `more than ${longestLine} characters` };
    else if (text.trim() !== '') yield rowOf(text.trim(), line);
  }
}

function rowOf(text: string, line: number): Row {
  try {
    const value: unknown = JSON.parse(text, (_, each: unknown) => (isPlain(each) ? keyed(each) : each));
    return isPlain(value) ? { kind: 'row', line, cells: value } : { kind: 'unread', line, reason: 'no JSON object' };
  } catch {
    return { kind: 'unread', line, reason: 'not JSON' };
  }
}

function keyed(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [keyOf(name), each]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By line feeds alone: a JSON text may hold U+2028. Null: a line too long to be kept. */
async function* linesOf(file: string): AsyncGenerator<string | null> {
  let rest = '';
  let isTooLong = false;
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = String(chunk).split('\n');
    const last = lines.pop() ?? '';
    for (const line of lines) {
      yield isTooLong ? null : rest + line;
      rest = '';
      isTooLong = false;
    }
    rest = isTooLong ? '' : rest + last;
    isTooLong ||= rest.length > longestLine;
  }
  yield isTooLong ? null : rest;
}
