import type { Block } from '../../bot/forms/sheet.ts';
import { bodyWidth, type Face, page, type Ruler } from './paper.ts';
import type { Pen } from './pen.ts';
import { plain, type Strip, type Style, stack, textStrips } from './strip.ts';

type Table = Extract<Block, { kind: 'table' }>;
const padding = 4;

/** A table with a frame. Its head is repeated on each page; a row stays whole unless it is taller than half a page. */
export function tableStrips({ columns, rows }: Table, style: Style): Strip[] {
  const cells = { ...style, size: style.size - 1 };
  const widths = columnWidths({ columns, rows }, cells.size, style.ruler);
  const titles = columns.map(({ title }) => title);
  const head = { ...wholeRow(cellsOf(titles, widths, cells, 'bold'), widths, 'middle'), keep: true };
  return [head, ...rows.flatMap((row) => rowStrips(cellsOf(row, widths, cells, 'regular'), widths).map((strip) => ({ ...strip, head })))];
}

/** Shares of the line in points, widened where a longest word asks for it and others have room to give. */
export function columnWidths({ columns, rows }: Omit<Table, 'kind'>, size: number, ruler: Ruler): number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0) || 1;
  const shares = columns.map(({ width }) => (bodyWidth * width) / total);
  const needs = columns.map(({ title }, index) => {
    const texts = [title, ...rows.map((row) => row[index] ?? '')];
    const wide = (text: string, face: Face) => Math.max(0, ...text.split(/\s/).map((word) => ruler.width(word, face, size)));
    return Math.max(...texts.map((text, at) => wide(text, at === 0 ? 'bold' : 'regular'))) + 2 * padding + 1;
  });
  const lack = shares.reduce((sum, share, index) => sum + Math.max(0, (needs[index] ?? 0) - share), 0);
  const spare = shares.reduce((sum, share, index) => sum + Math.max(0, share - (needs[index] ?? 0)), 0);
  const met = lack === 0 ? 0 : Math.min(1, spare / lack);
  return shares.map((share, index) => {
    const need = needs[index] ?? 0;
    return need > share ? share + (need - share) * met : share - (spare === 0 ? 0 : ((share - need) * lack * met) / spare);
  });
}

/** The lines of each cell of a row. */
function cellsOf(row: string[], widths: number[], style: Style, face: Face): Strip[][] {
  const edges = edgesOf(widths);
  return widths.map((width, index) => {
    const place = { x: (edges[index] ?? 0) + padding, width: width - 2 * padding };
    return textStrips(plain(row[index] ?? '', face), style, { ...place, align: face === 'bold' ? 'centre' : 'left' });
  });
}

function rowStrips(cells: Strip[][], widths: number[]): Strip[] {
  const whole = wholeRow(cells, widths, 'top');
  if (whole.height <= page.height / 2) return [whole];
  const lines = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: lines }, (_, line) => {
    const [first, last] = [line === 0, line === lines - 1];
    const height = lineHeight(cells) + (first ? padding : 0) + (last ? padding : 0);
    return {
      height,
      keep: false,
      draw: (pen, y) => {
        for (const cell of cells) cell[line]?.draw(pen, y + (first ? padding : 0));
        frame(pen, y, height, widths, { first, last });
      },
    };
  });
}

/** Drawn cell by cell, so that a wrapped text also stands together for those who copy it or have it read aloud. */
function wholeRow(cells: Strip[][], widths: number[], stands: 'top' | 'middle'): Strip {
  const texts = cells.map((lines) => stack(lines));
  const inner = Math.max(...texts.map(({ height }) => height), 0);
  const height = inner + 2 * padding;
  return {
    height,
    keep: false,
    draw: (pen, y) => {
      for (const text of texts) text.draw(pen, y + padding + (stands === 'middle' ? (inner - text.height) / 2 : 0));
      frame(pen, y, height, widths, { first: true, last: true });
    },
  };
}

function frame(pen: Pen, y: number, height: number, widths: number[], { first, last }: { first: boolean; last: boolean }): void {
  for (const edge of edgesOf(widths)) pen.line(edge, y, edge, y + height);
  if (first) pen.line(page.left, y, page.left + bodyWidth, y);
  if (last) pen.line(page.left, y + height, page.left + bodyWidth, y + height);
}

function lineHeight(cells: Strip[][]): number {
  return Math.max(0, ...cells.flat().map(({ height }) => height));
}

function edgesOf(widths: number[]): number[] {
  const edges = [page.left];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}
