/** A Markdown table that is also even on a terminal: the first column to the left, the others to the right. */
export function table(head: string[], rows: string[][], align: 'figures' | 'words' = 'figures'): string {
  const widths = head.map((title, column) => Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)));
  const right = (column: number) => align === 'figures' && column > 0;
  const line = (row: string[]) =>
    `| ${widths.map((width, column) => (right(column) ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (right(column) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
