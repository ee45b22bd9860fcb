import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '../bot/errors.ts';
import { columns } from '../connectors/dossiers/file/columns.ts';
import { readConfig } from './config.ts';
import { dossierCommands, type Request } from './dossiers/commands.ts';
import { runErrand } from './errands/hand-over.ts';
import { main } from './main.ts';

const usage = `npm run dossiers -- import FILE [--as-of TIME] [--columns FILE] [--whole]
                                            brings an agency's export into the register: CSV, XLSX or JSON lines
                                            --as-of    when the agency said so (2025-08-01T22:00+07:00); by itself when the file was written
                                            --columns  headings and statuses of the agency's own, as JSON:
                                                       {"columns": {"code": ["Số biên nhận"]}, "statuses": {"Chờ ký": 4}}
                                            --whole    the file is all that its agencies have: what the register has of them
                                                       beside it is told as no longer in the agency's list
npm run dossiers -- columns                 the headings that are read
npm run dossiers -- advance CODE [--to STATUS]
                                            moves a dossier of the register a step on, or to a national status 1 … 10
npm run dossiers -- list [--overdue]        code, agency, status, due, working days left; of other systems' dossiers that are
                                            followed or were looked up besides which system, who has it, and when it was seen last
npm run dossiers -- sources                 which sources there are, and which of them answers

A running server on the embedded database does what it is asked here; it need not be stopped.`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      'as-of': { type: 'string' },
      columns: { type: 'string' },
      whole: { type: 'boolean' },
      to: { type: 'string' },
      overdue: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [command, ...rest] = positionals;
  if (values.help !== true && command === 'columns' && rest.length === 0) return showColumns();
  const request = values.help === true ? null : requestOf(command, rest, values);
  if (request === null) {
    process.stdout.write(`${usage}\n`);
    return values.help === true ? 0 : 2;
  }
  const config = readConfig();
  return runErrand({ config, program: 'dossiers', request, on: (pool) => dossierCommands({ config, pool, now: () => new Date() }) });
});

type Values = { 'as-of'?: string; columns?: string; whole?: boolean; to?: string; overdue?: boolean };

function requestOf(command: string | undefined, rest: string[], values: Values): Request | null {
  const [first] = rest;
  if (command === 'list' && first === undefined) return { kind: 'list', overdue: values.overdue === true };
  if (command === 'sources' && first === undefined) return { kind: 'sources' };
  if (first === undefined || rest.length > 1) return null;
  if (command === 'advance') return { kind: 'advance', code: first, to: values.to === undefined ? null : statusOf(values.to) };
  if (command !== 'import') return null;
  const columnsFile = values.columns === undefined ? null : resolve(values.columns);
  return {
    kind: 'import',
    file: resolve(first),
    columns: columnsFile,
    asOf: values['as-of'] === undefined ? null : timeOf(values['as-of']),
    whole: values.whole === true,
  };
}

function statusOf(text: string): number {
  if (!/^([1-9]|10)$/.test(text)) throw new OperatorError('--to is a national status, 1 to 10.');
  return Number(text);
}

/** Vietnamese time where no zone is said; a day alone is its end. */
function timeOf(text: string): string {
  const [, day, time = '23:59', zone = '+07:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
  const at = new Date(`${day}T${time}:00${zone}`);
  if (Number.isNaN(at.getTime())) throw new OperatorError('--as-of is a time such as 2025-08-01T22:00 or a day such as 2025-08-01.');
  return `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

function showColumns(): number {
  for (const [name, headings] of Object.entries(columns)) process.stdout.write(`${name}\t${headings.join(' · ')}\n`);
  return 0;
}
