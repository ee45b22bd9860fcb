import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dueAfterStop } from '../../bot/calendar/due-after-stop.ts';
import { OperatorError } from '../../bot/errors.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';
import { readOwnWords } from '../../connectors/dossiers/file/own-columns.ts';
import { type AfterStop, advanceDossier } from '../../knowledge/advance.ts';
import type { Database } from '../../knowledge/database.ts';
import { keptSince } from '../../knowledge/forget-dossiers.ts';
import { withLease } from '../../knowledge/lease.ts';
import { officeCalendar } from '../calendar.ts';
import type { Config } from '../config.ts';
import type { Program, Say } from '../errands/take.ts';
import { type ImportReport, importDossiers } from './import.ts';
import { dayText, showList, statusOf } from './list.ts';
import { showSources } from './sources.ts';

/** What `npm run dossiers` is asked to do. Paths are absolute: the running server may do it, from another folder. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    file: z.string(),
    columns: z.string().nullable(),
    asOf: z.iso.datetime({ offset: true }).nullable(),
    whole: z.boolean(),
  }),
  z.object({ kind: z.literal('advance'), code: z.string(), to: z.number().int().min(1).max(10).nullable() }),
  z.object({ kind: z.literal('list'), overdue: z.boolean() }),
  z.object({ kind: z.literal('sources') }),
]);
export type Request = z.infer<typeof requestSchema>;

export type CommandOptions = { config: Config; pool: Database['pool']; now: () => Date };

/** The commands of staff on dossiers. Nothing that they say holds a name or a number of a citizen. */
export function dossierCommands(options: CommandOptions): Program {
  return async (given, say, signal) => {
    const request = requestSchema.parse(given);
    if (request.kind === 'import') return runImport(request, options, say, signal);
    if (request.kind === 'advance') return advance(request, options, say);
    if (request.kind === 'list') return showList(request.overdue, options, say);
    return showSources(options, say);
  };
}

async function runImport(
  { file, columns, asOf, whole: isWhole }: Extract<Request, { kind: 'import' }>,
  { config, pool, now }: CommandOptions,
  { out, err }: Say,
  signal: AbortSignal,
): Promise<number> {
  const own = columns === null ? { columns: {}, statuses: {} } : readOwnWords(textOf(columns), columns);
  const started = performance.now();
  const folder = join(config.dataDir, 'motcua.reports');
  const wanted = { pool, file, own, asOf, isWhole, keptSince: keptSince(now(), config.dossierKeepDays), folder, signal };
  const report = await withLease(pool, 'import of dossiers', () => importDossiers(wanted));
  out(importLines(report, isWhole, (performance.now() - started) / 1000));
  if (report.broken !== null) err(`${report.broken}\n`);
  const kept = report.added + report.changed + report.unchanged + report.older + report.past;
  if (report.read === 0 && report.broken === null) err(`${file} holds no dossiers.\n`);
  // Asked for and not done, a night's job must not call it well.
  const isRefused = isWhole && report.absent === null;
  return report.broken !== null || kept === 0 || isRefused ? 1 : 0;
}

function importLines(report: ImportReport, isWhole: boolean, seconds: number): string {
  const { read, added, changed, unchanged, older, rejected, first, withoutFactor, past, absent, unknown, unreadSheets, path } = report;
  const lines = [
    `${read} rows in ${seconds.toFixed(1)} s: ${added} added, ${changed} changed, ${unchanged} unchanged, ${older} older than known, ${rejected} rejected`,
    ...first.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(rejected > first.length ? [`  and ${rejected - first.length} more`] : []),
    ...(unknown.length > 0 ? [`Headings not read: ${unknown.join(', ')}`] : []),
    ...(unreadSheets.length > 0 ? [`Sheets not read: ${unreadSheets.join(', ')}`] : []),
    ...(withoutFactor > 0 ? [`${withoutFactor} without PIN, phone and ID number: their details stay closed to everybody`] : []),
    ...(past > 0 ? [`${past} not taken: they ended longer ago than dossiers are kept (DOSSIER_KEEP_DAYS)`] : []),
    ...(absent === null ? [] : [`${absent} of the register no longer in the agency's list`]),
    ...(isWhole && absent === null
      ? ['Not taken as the whole list: it breaks off, or there are rows without a code that can be read']
      : []),
    `Report: ${path}`,
  ];
  return `${lines.join('\n')}\n`;
}

async function advance(
  { code: given, to }: Extract<Request, { kind: 'advance' }>,
  { config, pool, now }: CommandOptions,
  { out }: Say,
): Promise<number> {
  const found = findDossierCode(given);
  if (found.kind !== 'code') throw new OperatorError(`${given} is no dossier code.`);
  const { code } = found;
  const calendar = officeCalendar(config.dataDir);
  const afterStop: AfterStop = (stop) => dueAfterStop({ ...stop, calendar });
  const advanced = await advanceDossier({ pool, code, to, now: now(), afterStop });
  if (advanced.kind === 'none') throw new OperatorError(`The register has no dossier ${code}. Those of other sources are moved there.`);
  if (advanced.kind === 'same') throw new OperatorError(`${code} is at ${statusOf(advanced.status, '')} already.`);
  if (advanced.kind === 'ended')
    throw new OperatorError(`Nothing comes after ${statusOf(advanced.status, '')}. Say where it goes: --to 1 … 10.`);
  const { before, after } = advanced;
  const step = after.timeline.at(-1);
  const lines = [
    code,
    `  status:   ${statusOf(before.status, before.statusText)} → ${statusOf(after.status, after.statusText)}`,
    `  step:     ${step?.at?.slice(0, 16).replace('T', ' ')} ${step?.office}: ${step?.text}`,
    ...(before.dueOn === after.dueOn || after.dueOn === null
      ? []
      : [`  due:      ${dayText(after.dueOn)}, later by as long as the clock stood`]),
    ...(before.finishedOn === after.finishedOn
      ? []
      : [`  finished: ${after.finishedOn === null ? 'no longer' : dayText(after.finishedOn)}`]),
    ...(after.returnedAt === null || before.returnedAt === after.returnedAt
      ? []
      : [`  returned: ${dayText(after.returnedAt.slice(0, 10))}`]),
  ];
  out(`${lines.join('\n')}\n`);
  return 0;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read: ${error instanceof Error && 'code' in error ? error.code : 'no reason given'}`);
  }
}
