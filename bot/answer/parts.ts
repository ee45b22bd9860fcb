import type { Line } from './section.ts';
import { pieces } from './text.ts';

/** Lines that fit one screen, as text, and how many items are still to come. */
export type Part = { text: string; left: number };

const linesAtATime = 7;
const charactersAtATime = 1500;
const charactersALine = 600;

/** The lines cut into parts of about seven; nothing is lost between them. There is always one part at least. */
export function cutIntoParts(lines: Line[]): Part[] {
  const rows = toRows(lines);
  const pages: Row[][] = [[]];
  for (const [index, row] of rows.entries()) {
    const page = pages.at(-1) ?? [];
    if (row.kind === 'item' && isFull(page, row) && !isTail(rows.slice(index))) {
      const heading = page.at(-1)?.kind === 'heading' ? page.pop() : headingOf(page);
      pages.push(heading ? [heading, row] : [row]);
    } else page.push(row);
  }
  return pages.map((page, index) => ({ text: pageText(page), left: itemsIn(pages.slice(index + 1).flat()) }));
}

type Row = { kind: 'heading' | 'item'; text: string; starts: boolean };

function toRows(lines: Line[]): Row[] {
  let number = 0;
  return lines.flatMap(({ mark, text }): Row[] => {
    if (mark === 'heading') {
      number = 0;
      return [{ kind: 'heading', text, starts: false }];
    }
    if (mark === 'number') number += 1;
    const lead = mark === 'number' ? `${number}. ` : mark === 'dash' ? '- ' : '';
    return pieces(text, charactersALine).map((piece, index) => ({
      kind: 'item',
      text: index === 0 ? `${lead}${piece}` : piece,
      starts: index === 0,
    }));
  });
}

/** A piece that goes on from the one above it on the same screen goes on in the same line. */
function pageText(page: Row[]): string {
  return page.map(({ kind, text, starts }, index) => (index === 0 ? '' : kind === 'item' && !starts ? ' ' : '\n') + text).join('');
}

function isFull(page: Row[], next: Row): boolean {
  const items = page.filter(({ kind }) => kind === 'item').length;
  return items >= linesAtATime || (items > 0 && length(page) + next.text.length > charactersAtATime);
}

/** One or two short lines are not worth a further tap. */
function isTail(rest: Row[]): boolean {
  return rest.length <= 2 && length(rest) < 500;
}

/** The heading that a part goes on under, when it is short enough to repeat. */
function headingOf(page: Row[]): Row | undefined {
  const heading = page.findLast(({ kind }) => kind === 'heading');
  return heading && heading.text.length <= 120 ? heading : undefined;
}

function itemsIn(rows: Row[]): number {
  return Math.max(rows.filter(({ starts }) => starts).length, rows.some(({ kind }) => kind === 'item') ? 1 : 0);
}

function length(rows: Row[]): number {
  return rows.reduce((sum, { text }) => sum + text.length + 1, 0);
}
