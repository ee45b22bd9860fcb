import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import cliProgress from 'cli-progress';
import { z } from 'zod';
import { OperatorError } from '../bot/errors.ts';
import { type ImportReport, importPortal } from '../knowledge/importer.ts';
import { indexPending, storeSnapshot } from '../knowledge/indexer.ts';
import { withLease } from '../knowledge/lease.ts';
import { type Config, readConfig } from './config.ts';
import { openKnowledge } from './knowledge.ts';
import { createLog } from './log.ts';
import { main } from './main.ts';

const usage = `npm run ingest -- FILE [--date YYYY-MM-DD]

Imports the national portal's procedure records: JSON lines, plain or .gz.
--date  the day of the export; by default the date in the file's name, else today`;

await main(async () => {
  const { values, positionals } = parseArgs({ options: { date: { type: 'string' }, help: { type: 'boolean' } }, allowPositionals: true });
  const file = positionals[0];
  if (values.help === true || file === undefined) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const date = values.date ?? /\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0] ?? new Date().toISOString().slice(0, 10);
  if (!z.iso.date().safeParse(date).success) throw new OperatorError(`${date} is not a date.`);
  const config = readConfig();
  const started = performance.now();
  const report = await run(config, file, date);
  const path = writeReport(config, file, date, report);
  const { added, changed, unchanged, older, rejected } = report;
  const kept = older === 0 ? '' : `, ${older} older than what is here and left out`;
  process.stdout.write(
    `${report.read} records in ${((performance.now() - started) / 1000).toFixed(1)} s: ${added} added, ${changed} changed, ${unchanged} unchanged${kept}, ${rejected.length} rejected\n`,
  );
  for (const { line, reason } of rejected.slice(0, 10)) process.stdout.write(`  line ${line}: ${reason}\n`);
  if (rejected.length > 10) process.stdout.write(`  and ${rejected.length - 10} more\n`);
  process.stdout.write(`Report: ${path}\n`);
  return 0;
});

async function run(config: Config, file: string, date: string): Promise<ImportReport> {
  const knowledge = await openKnowledge(config, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel));
  try {
    const { pool } = knowledge.database;
    return await withLease(pool, 'import', async () => {
      const reading = progress('Reading ', 'bytes');
      const report = await importPortal({ pool, file, date, onProgress: reading.update }).finally(reading.stop);
      const pending = await pool.query<{ count: number }>('select count(*) as count from procedures where indexed_version < version');
      const total = pending.rows[0]?.count ?? 0;
      const indexing = progress('Indexing', 'procedures');
      await indexPending(pool, (done) => indexing.update(done, total)).finally(indexing.stop);
      if (total > 0) await storeSnapshot(pool);
      return report;
    });
  } finally {
    await knowledge.close();
  }
}

/** A bar on a terminal; elsewhere nothing. */
function progress(title: string, unit: string): { update(done: number, total: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar(
    { format: `${title} [{bar}] {percentage}% of {total} ${unit}`, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.legacy,
  );
  let begun = false;
  return {
    update: (done, total) => {
      if (!begun) bar.start(total, 0);
      begun = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function writeReport(config: Config, file: string, date: string, report: ImportReport): string {
  const folder = join(config.dataDir, 'motcua.reports');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `import-${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  writeFileSync(path, `${JSON.stringify({ file: basename(file), date, ...report }, null, 2)}\n`);
  return path;
}
