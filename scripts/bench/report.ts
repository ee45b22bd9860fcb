import { table } from '../evaluate/table.ts';

/** One line of the table. `missed` is null where there is no target. */
export type Figure = { what: string; measured: string; target: string; missed: boolean | null };

export function figure(what: string, measured: string): Figure {
  return { what, measured, target: '', missed: null };
}

/** A figure that must not be above its target. */
export function atMost(what: string, value: number, most: number, unit: string, note = ''): Figure {
  const decimals = value < 100 ? 1 : 0;
  return { what, measured: `${value.toFixed(decimals)} ${unit}${note}`, target: `≤ ${most} ${unit}`, missed: value > most };
}

export function report(figures: Figure[]): string {
  const rows = figures.map(({ what, measured, target, missed }) => [
    what,
    measured,
    target,
    missed === null ? '' : missed ? 'MISSED' : 'met',
  ]);
  return table(['figure', 'measured', 'target', ''], rows, 'words');
}
