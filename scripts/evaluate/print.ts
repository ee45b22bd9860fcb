import type { CaseSet } from './expected.ts';
import type { Change } from './last-run.ts';
import { layerNames } from './layers.ts';
import type { Share } from './share.ts';
import { table } from './table.ts';
import type { Confusion, Tally } from './tally.ts';

const figures = ['n', 'right', 'share', '95 % interval'];

/** The figures of one set as a page of text. */
export function page(name: string, tally: Tally): string {
  const { overall, slices, layers, mrr, kinds, aspects, failures, p50, p99 } = tally;
  const counts = [...failures].map(([failure, count]) => `${failure} ${count}`).join(' · ');
  return [
    `${name}: ${overall.right} of ${overall.n} right`,
    '',
    table(['slice', ...figures], [...[...slices].map(([slice, share]) => row(slice, share)), row('all', overall)]),
    '',
    table(
      ['layer', ...figures],
      layerNames.map((layer) => row(layer, layers[layer])),
    ),
    '',
    `Search, ${layers['hit@1'].n} single-turn cases with a known procedure: MRR ${three(mrr)}`,
    `Time of the last turn: p50 ${p50.toFixed(1)} ms · p99 ${p99.toFixed(1)} ms`,
    `What is wrong (a reply may be wrong in several ways): ${counts === '' ? 'nothing' : counts}`,
    '',
    'Kinds, expected (down) × got (across):',
    crossTable(kinds),
    '',
    `Aspects, expected → got: ${list(aspects)}`,
  ].join('\n');
}

/** The sets of one run, a line each. */
export function summary(sets: { set: CaseSet; tally: Tally }[]): string {
  return table(
    ['set', ...figures],
    sets.map(({ set, tally }) => row(set.name, tally.overall)),
  );
}

/** Which cases changed sides since the last run. */
export function told(change: Change | null): string {
  if (change === null) return 'No earlier run to compare with.';
  const { since, nowRight, nowWrong } = change;
  const ids = (list: string[]) =>
    list.length === 0 ? 'none' : `${list.length}: ${list.slice(0, 40).join(' ')}${list.length > 40 ? ' …' : ''}`;
  return `Since ${since.slice(0, 16).replace('T', ' ')} UTC\n  now right  ${ids(nowRight)}\n  now wrong  ${ids(nowWrong)}`;
}

function row(name: string, { n, right, share, low, high }: Share): string[] {
  if (n === 0) return [name, '0', '–', '–', '–'];
  return [name, String(n), String(right), three(share), `${three(low)}–${three(high)}`];
}

function crossTable(confusions: Confusion[]): string {
  const names = [...new Set(confusions.flatMap(({ expected, got }) => [expected, got]))].toSorted();
  const expected = names.filter((name) => confusions.some((confusion) => confusion.expected === name));
  const got = names.filter((name) => confusions.some((confusion) => confusion.got === name));
  const count = (row: string, column: string) => confusions.find((one) => one.expected === row && one.got === column)?.count ?? 0;
  return table(
    ['', ...got],
    expected.map((row) => [row, ...got.map((column) => String(count(row, column) || '·'))]),
  );
}

function list(confusions: Confusion[]): string {
  const shown = confusions.slice(0, 12).map(({ expected, got, count }) => `${expected} → ${got} ${count}`);
  const rest = confusions.slice(12).reduce((sum, { count }) => sum + count, 0);
  return [...shown, ...(rest > 0 ? [`others ${rest}`] : [])].join(' · ') || 'none';
}

function three(share: number): string {
  return share.toFixed(3);
}
