import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { vietnamDate } from '../../bot/calendar/dates.ts';
import { type DaysLeft, daysLeft } from '../../bot/calendar/days-left.ts';
import { daysLeftText } from '../../bot/calendar/days-left-text.ts';
import { type Due, dueOf, type Wait } from '../../bot/dossier-due.ts';
import { dossierWording } from '../../bot/dossier-wording.ts';
import { OperatorError } from '../../bot/errors.ts';
import { findDossierCode } from '../../bot/understand/codes.ts';
import { readOwnWords } from '../../connectors/dossiers/file/own-columns.ts';
import { advanceDossier } from '../../knowledge/advance.ts';
import type { Database } from '../../knowledge/database.ts';
import { withLease } from '../../knowledge/lease.ts';
import { type Listed, listRegister } from '../../knowledge/register-list.ts';
import { officeCalendar } from '../calendar.ts';
import type { Config } from '../config.ts';
import type { Program, Say } from '../errands/take.ts';
import { type ImportReport, importDossiers } from './import.ts';
import { showSources } from './sources.ts';

/** What `npm run dossiers` is asked to do. Paths are absolute: the running server may do it, from another folder. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    file: z.string(),
    columns: z.string().nullable(),
    asOf: z.iso.datetime({ offset: true }).nullable(),
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
    if (request.kind === 'list') return list(request.overdue, options, say);
    return showSources(options, say);
  };
}

async function runImport(
  { file, columns, asOf }: Extract<Request, { kind: 'import' }>,
  { config, pool }: CommandOptions,
  { out, err }: Say,
  signal: AbortSignal,
): Promise<number> {
  const own = columns === null ? { columns: {}, statuses: {} } : readOwnWords(textOf(columns), columns);
  const started = performance.now();
  const folder = join(config.dataDir, 'motcua.reports');
  const report = await withLease(pool, 'import of dossiers', () => importDossiers({ pool, file, own, asOf, folder, signal }));
  out(importLines(report, (performance.now() - started) / 1000));
  if (report.broken !== null) err(`${report.broken}\n`);
  const kept = report.added + report.changed + report.unchanged + report.older;
  if (report.read === 0 && report.broken === null) err(`${file} holds no dossiers.\n`);
  return report.broken !== null || kept === 0 ? 1 : 0;
}

function importLines(report: ImportReport, seconds: number): string {
  const { read, added, changed, unchanged, older, rejected, first, withoutFactor, unknown, path } = report;
  const lines = [
    `${read} rows in ${seconds.toFixed(1)} s: ${added} added, ${changed} changed, ${unchanged} unchanged, ${older} older than known, ${rejected} rejected`,
    ...first.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(rejected > first.length ? [`  and ${rejected - first.length} more`] : []),
    ...(unknown.length > 0 ? [`Headings not read: ${unknown.join(', ')}`] : []),
    ...(withoutFactor > 0 ? [`${withoutFactor} without PIN, phone and ID number: their details stay closed to everybody`] : []),
    `Report: ${path}`,
  ];
  return `${lines.join('\n')}\n`;
}

async function advance(
  { code: given, to }: Extract<Request, { kind: 'advance' }>,
  { pool, now }: CommandOptions,
  { out }: Say,
): Promise<number> {
  const found = findDossierCode(given);
  if (found.kind !== 'code') throw new OperatorError(`${given} is no dossier code.`);
  const { code } = found;
  const advanced = await advanceDossier({ pool, code, to, now: now() });
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

async function list(overdue: boolean, { config, pool, now }: CommandOptions, { out }: Say): Promise<number> {
  const calendar = officeCalendar(config.dataDir);
  const today = vietnamDate(now());
  // Many are due on one day, and counting working days takes longer than reading a line.
  const known = new Map<string, DaysLeft | null>();
  const leftUntil = (due: string) => {
    const left = known.get(due) ?? daysLeft(due, today, calendar);
    known.set(due, left);
    return left;
  };
  let count = 0;
  for await (const each of listRegister({ pool, dueBefore: overdue ? today : null })) {
    const stand = dueOf(each, leftUntil);
    if (overdue && stand.kind !== 'overdue') continue;
    count += 1;
    const due = each.dueOn === null ? '' : dayText(each.dueOn);
    out(`${[each.code, each.agency, statusOf(each.status, each.statusText), due, daysOf(stand), mark(each)].join('\t')}\n`);
  }
  out(`${count} dossiers${overdue ? ' overdue' : ''}\n`);
  return 0;
}

function daysOf(stand: Due): string {
  if (stand.kind === 'none' || stand.kind === 'ended') return '';
  return stand.kind === 'waits' ? waits[stand.for] : daysLeftText(stand, 'vi');
}

const waits: Record<Wait, string> = { papers: 'chờ bổ sung', payment: 'chờ nộp tiền', unsaid: 'tạm dừng' };

function mark({ demonstration }: Listed): string {
  return demonstration ? 'minh họa' : '';
}

function statusOf(status: number | null, text: string): string {
  return [status ?? '?', text || (dossierWording.status[status ?? 0]?.vi ?? '')].join(' ').trim();
}

function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} cannot be read: ${error instanceof Error && 'code' in error ? error.code : 'no reason given'}`);
  }
}
