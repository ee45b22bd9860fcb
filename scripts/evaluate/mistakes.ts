import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CaseSet } from './expected.ts';
import type { Outcome } from './tally.ts';

const head = [
  'set',
  'id',
  'slice',
  'turns',
  'wrong',
  'expected kind',
  'got kind',
  'expected procedures',
  'got procedures',
  'rank',
  'expected aspect',
  'got aspect',
  'facts',
  'dossier',
  'candidates',
  'reply',
  'note',
];

/** The cases that are not right, one row each, for a spreadsheet. */
export function writeMistakes(file: string, sets: { set: CaseSet; outcomes: Outcome[] }[]): number {
  const rows = sets.flatMap(({ set, outcomes }) =>
    outcomes.filter(({ failures }) => failures.length > 0).map((outcome) => rowOf(set.name, outcome)),
  );
  mkdirSync(dirname(file), { recursive: true });
  // The mark in front tells spreadsheets that the text is UTF-8.
  writeFileSync(file, `\uFEFF${[head, ...rows].map(csvLine).join('\r\n')}\r\n`);
  return rows.length;
}

function rowOf(name: string, { scored, reply, failures, candidates }: Outcome): string[] {
  const { expect } = scored;
  const procedures = expect.procedures ?? [];
  const rank = candidates.findIndex((code) => procedures.includes(code)) + 1;
  return [
    name,
    scored.id,
    scored.slice,
    scored.turns.join('\n'),
    failures.join(' '),
    expect.kind.join(' '),
    reply?.kind ?? '',
    procedures.join(' '),
    reply?.procedures.join(' ') ?? '',
    rank === 0 ? '' : String(rank),
    expect.aspect?.join(' ') ?? '',
    reply?.aspect ?? '',
    [...(expect.must ?? []).map((fact) => `must ${fact.source}`), ...(expect.mustNot ?? []).map((fact) => `mustNot ${fact.source}`)].join(
      '\n',
    ),
    expect.dossier ?? '',
    candidates.join(' '),
    reply?.text ?? '',
    scored.note ?? '',
  ];
}

export function csvLine(cells: string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
