import type { Readable } from 'node:stream';
import type { TableRow } from './rows.ts';
import type { Styles } from './xlsx-parts.ts';
import type { Strings } from './xlsx-strings.ts';
import { type Mark, readXml } from './xml.ts';

export type CellsOptions = { strings: Strings; isDate: Styles; isFrom1904: boolean };

type Cell = { column: number; type: string; style: number; value: string; text: string };

const dayMs = 86_400_000;
/** Excel counts days from the last of 1899, or from the first of 1904. */
const origin = { usual: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
const mostColumns = 500;

/** The rows of a sheet. Empty cells are left out of the file: they are put back, so that every row is as long as the longest so far. */
export async function* readCells(stream: Readable, options: CellsOptions): AsyncGenerator<TableRow> {
  const state: State = { line: 0, widest: 0, cells: [], cell: null, within: null };
  for await (const marks of readXml(stream)) {
    for (const mark of marks) {
      const row = take(mark, state, options);
      if (row !== null) yield row;
    }
  }
}

type State = { line: number; widest: number; cells: unknown[]; cell: Cell | null; within: 'value' | 'text' | null };

/** Takes one mark; at the end of a row that row. */
function take(mark: Mark, state: State, options: CellsOptions): TableRow | null {
  const { cell } = state;
  if (mark.kind === 'text') {
    if (cell !== null && state.within === 'value') cell.value += mark.text;
    if (cell !== null && state.within === 'text') cell.text += mark.text;
    return null;
  }
  if (mark.name === 'v' || mark.name === 't') state.within = mark.kind === 'close' ? null : mark.name === 'v' ? 'value' : 'text';
  if (mark.kind === 'open') {
    const { r, t = 'n', s } = mark.attributes;
    if (mark.name === 'row') {
      state.line = r === undefined ? state.line + 1 : Number(r);
      state.cells = [];
    }
    if (mark.name === 'c')
      state.cell = { column: r === undefined ? state.cells.length : columnOf(r), type: t, style: Number(s ?? 0), value: '', text: '' };
    return null;
  }
  if (mark.name === 'c' && cell !== null) {
    if (cell.column < mostColumns) {
      while (state.cells.length < cell.column) state.cells.push('');
      state.cells[cell.column] = contentOf(cell, options);
    }
    state.cell = null;
  }
  if (mark.name !== 'row') return null;
  state.widest = Math.max(state.widest, state.cells.length);
  while (state.cells.length < state.widest) state.cells.push('');
  return { line: state.line, cells: state.cells };
}

function contentOf({ type, style, value, text }: Cell, { strings, isDate, isFrom1904 }: CellsOptions): unknown {
  if (type === 's') return strings(Number(value));
  if (type === 'inlineStr') return text;
  if (type === 'str' || type === 'd') return value;
  // `#N/A` and the like: nothing is known.
  if (type === 'e' || value === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return '';
  return type === 'n' && isDate(style) ? dateOf(number, isFrom1904) : number;
}

/** To the second, as a clock shows it: the fraction of a day is not exact. */
function dateOf(days: number, isFrom1904: boolean): string {
  const at = new Date((isFrom1904 ? origin.from1904 : origin.usual) + Math.round((days * dayMs) / 1000) * 1000);
  if (Number.isNaN(at.getTime())) return '';
  const text = at.toISOString().slice(0, 19);
  return Number.isInteger(days) ? text.slice(0, 10) : text;
}

/** `C5` is column 2. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
