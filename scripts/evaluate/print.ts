import { table } from './table.ts';
import type { Confusion, Share, Tally } from './tally.ts';

/** The figures of one set as a page of text. */
export function page(name: string, tally: Tally): string {
  const { overall, slices, ranking, kinds, aspects, failures, p50, p99 } = tally;
  const counts = [...failures].map(([failure, count]) => `${failure} ${count}`).join(' · ');
  return [
    `${name}: ${overall.right} of ${overall.n} right`,
    '',
    table(
      ['slice', 'n', 'right', 'share', '95 % interval'],
      [...[...slices].map(([slice, share]) => row(slice, share)), row('all', overall)],
    ),
    '',
    `Search, ${ranking.n} single-turn cases with a known procedure: hit@1 ${three(ranking.hit1)} · hit@5 ${three(ranking.hit5)} · MRR ${three(ranking.mrr)}`,
    `Time of the last turn: p50 ${p50.toFixed(1)} ms · p99 ${p99.toFixed(1)} ms`,
    `What is wrong (a reply may be wrong in several ways): ${counts === '' ? 'nothing' : counts}`,
    '',
    'Kinds, expected (down) × got (across):',
    crossTable(kinds),
    '',
    `Aspects, expected → got: ${list(aspects)}`,
  ].join('\n');
}

function row(name: string, { n, right, share, low, high }: Share): string[] {
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

export function three(share: number): string {
  return share.toFixed(3);
}
