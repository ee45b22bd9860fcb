import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OperatorError } from '../bot/errors.ts';
import { clean } from '../bot/text.ts';
import { type Database, openDatabase } from '../knowledge/database.ts';
import { type Finding, lintNames, type Official } from '../knowledge/lexicon-lint.ts';
import { type NameKind, nameFiles, nameKinds } from '../knowledge/names.ts';
import { addNames, codeFault, namesOf, officialNames, removeName } from '../knowledge/staff-names.ts';
import { type Config, readConfig } from './config.ts';
import { main } from './main.ts';

const usage = `npm run names -- lint [--all]                         checks the shipped everyday names; --all shows the warnings, too
npm run names -- list CODE                            the everyday names of a procedure, and whose they are
npm run names -- add CODE "name"… [--kind says|event|result]
                                                      adds names of staff: all of them or, when one is not right, none
npm run names -- remove CODE "name"                   takes a name of staff back

says: how people call it (the default) · event: what brings them · result: what they call what they get
Running servers take a change up within two seconds (PostgreSQL); an embedded database must be free: stop its server first.`;

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { kind: { type: 'string' }, all: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [command, code = '', ...names] = positionals;
  const given = names.map(clean);
  const config = readConfig();
  if (values.help !== true && command === 'lint') return lint(config, values.all === true);
  if (values.help !== true && code !== '') {
    if (command === 'list') return onDatabase(config, (pool) => list(pool, code));
    if (command === 'add' && given.length > 0) return onDatabase(config, (pool) => add(pool, code, given, kindOf(values.kind)));
    if (command === 'remove' && given.length === 1) return onDatabase(config, (pool) => remove(pool, code, given[0] ?? ''));
  }
  process.stdout.write(`${usage}\n`);
  return values.help === true ? 0 : 2;
});

async function lint(config: Config, all: boolean): Promise<number> {
  const official = await known(config);
  const findings = lintNames(nameFiles(), official);
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.length - errors.length;
  for (const finding of all ? findings : errors) process.stdout.write(`${line(finding)}\n`);
  const codes = official.whole
    ? `codes checked against ${official.procedures.size}`
    : 'only the shape of codes checked: the portal is not imported here';
  process.stdout.write(`${errors.length} errors, ${warnings} warnings${all || warnings === 0 ? '' : ' (--all shows them)'}; ${codes}\n`);
  return errors.length === 0 ? 0 : 1;
}

/** What the database knows; where there is none or a server has it, the files are checked by themselves. */
async function known(config: Config): Promise<Official> {
  const none: Official = { procedures: new Map(), whole: false };
  if (config.databaseUrl === null && !existsSync(config.dataDir)) return none;
  try {
    return await onDatabase(config, officialNames);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return none;
  }
}

async function list(pool: Database['pool'], code: string): Promise<number> {
  const names = await namesOf(pool, code);
  const fault = names.length > 0 ? null : await codeFault(pool, code);
  if (fault !== null) throw new OperatorError(`${fault.slice(0, 200)}.`);
  for (const { phrase, kind, origin } of names) process.stdout.write(`${origin}\t${kind}\t${phrase}\n`);
  process.stdout.write(`${names.length} names of ${code}\n`);
  return 0;
}

async function add(pool: Database['pool'], code: string, names: string[], kind: NameKind): Promise<number> {
  const added = await addNames(
    pool,
    code,
    names.map((phrase) => ({ phrase, kind })),
  );
  if (added.kind === 'refused') throw new OperatorError(`Nothing was written:\n${added.faults.map((fault) => `  ${fault}`).join('\n')}`);
  for (const warning of added.warnings) process.stderr.write(`Mind: ${warning}\n`);
  process.stdout.write(`${names.length} added to ${code}\n`);
  return 0;
}

async function remove(pool: Database['pool'], code: string, name: string): Promise<number> {
  const what = await removeName(pool, code, name);
  if (what === 'missing') throw new OperatorError(`${code} has no everyday name "${name}".`);
  if (what === 'shipped')
    throw new OperatorError(`"${name}" comes with the program (knowledge/lexicon/names): only names of staff are removed.`);
  process.stdout.write(`Removed from ${code}\n`);
  return 0;
}

function kindOf(given: string | undefined): NameKind {
  if (given === undefined) return 'says';
  const kind = nameKinds.find((one) => one === given);
  if (kind === undefined) throw new OperatorError(`--kind is one of ${nameKinds.join(', ')}.`);
  return kind;
}

async function onDatabase<Result>(config: Config, work: (pool: Database['pool']) => Promise<Result>): Promise<Result> {
  const { pool, close } = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, onIdleError: () => {} });
  try {
    return await work(pool);
  } finally {
    await close();
  }
}

function line({ level, file, code, name, reason }: Finding): string {
  return `${level}\t${file}\t${code}\t${name === '' ? '' : `"${name}" `}${reason}`;
}
