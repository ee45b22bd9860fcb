import { fold } from '../bot/text.ts';
import { formFaults, officialName, sameName, withoutLevel } from './name-form.ts';
import { type EverydayName, entriesOf, namesSchema, procedureCode } from './names.ts';

export type Finding = { level: 'error' | 'warning'; file: string; code: string; name: string; reason: string };

/** The public procedures by code. `whole`: all of the portal, so that a code that is not among them does not exist. */
export type Official = { procedures: Map<string, { names: string[]; local: boolean }>; whole: boolean };

/** A name that this many unlike procedures share tells none of them. */
const mostUnlike = 3;

type Entry = EverydayName & { file: string; code: string };

/** What is wrong or doubtful in files of everyday names. Whoever repairs the errors can trust the rest. */
export function lintNames(files: { file: string; text: string }[], official: Official): Finding[] {
  const findings: Finding[] = [];
  const entries: Entry[] = [];
  for (const { file, text } of files) {
    findings.push(...codesTwice(file, text));
    const read = namesSchema.safeParse(parsed(text));
    if (!read.success) {
      findings.push(...read.error.issues.map((issue) => shapeFault(file, issue.path, issue.message)));
      continue;
    }
    for (const [code, names] of Object.entries(read.data)) entries.push(...entriesOf(names).map((name) => ({ ...name, file, code })));
  }
  const byCode = Map.groupBy(entries, ({ code }) => code);
  return [...findings, ...[...byCode.values()].flatMap((names) => codeFindings(names, official)), ...shared(entries, official)];
}

/** What is wrong with one name of a code, as the ends of sentences; `others` are the code's other names. */
export function nameFaults(name: string, others: string[], officialNames: string[]): string[] {
  const faults = formFaults(name);
  if (others.some((other) => sameName(other) === sameName(name))) faults.push('is there already');
  if (officialNames.some((own) => officialName(own) === officialName(name))) faults.push('is the official name, which is found anyway');
  return faults;
}

function codeFindings(entries: Entry[], { procedures, whole }: Official): Finding[] {
  const [first] = entries;
  if (first === undefined) return [];
  const { code } = first;
  const findings: Finding[] = [];
  const add = (level: Finding['level'], { file, phrase }: Entry, reason: string) =>
    findings.push({ level, file, code, name: phrase, reason });
  if (whole && !procedures.has(code)) findings.push({ level: 'error', file: first.file, code, name: '', reason: 'is no public procedure' });
  const own = procedures.get(code)?.names ?? [];
  for (const [at, entry] of entries.entries()) {
    const before = entries.slice(0, at).map(({ phrase }) => phrase);
    const faults = nameFaults(entry.phrase, before, own);
    for (const reason of faults) add('error', entry, reason);
    const alike = before.find((other) => fold(other) === fold(entry.phrase));
    if (faults.length === 0 && alike !== undefined) add('warning', entry, `differs from "${alike}" in diacritics alone`);
  }
  return findings;
}

/** One finding for each name of several codes. Results are left out: many procedures end in the same paper. */
function shared(entries: Entry[], { procedures }: Official): Finding[] {
  const groups = Map.groupBy(
    entries.filter(({ kind }) => kind !== 'result'),
    ({ phrase }) => sameName(phrase),
  );
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first, ...others] = [...new Map(group.map((entry) => [entry.code, entry])).values()];
    if (first === undefined || others.length === 0) return [];
    const { file, code, phrase } = first;
    const known = [first, ...others].flatMap((entry) => procedures.get(entry.code) ?? []);
    const unlike = new Set(known.filter(({ local }) => !local).map(({ names }) => withoutLevel(names[0] ?? ''))).size;
    const level = unlike > mostUnlike ? 'error' : 'warning';
    const how =
      known.length <= others.length ? '' : unlike <= 1 ? ' (the same at other levels or places)' : ` (${unlike} unlike procedures)`;
    return [{ level, file, code, name: phrase, reason: `is also a name of ${others.map((other) => other.code).join(', ')}${how}` }];
  });
}

// JSON keeps the last of two equal keys and forgets the others: only the text shows them.
function codesTwice(file: string, text: string): Finding[] {
  const codes = [...text.matchAll(/^\s*"(\d[\d.\w]*)"\s*:/gm)].map(([, code = '']) => code);
  const twice = new Set(codes.filter((code, at) => codes.indexOf(code) !== at && procedureCode.test(code)));
  return [...twice].map((code) => ({ level: 'error', file, code, name: '', reason: 'stands twice: all but the last are lost' }));
}

function shapeFault(file: string, path: PropertyKey[], message: string): Finding {
  const [code = '', ...rest] = path.map(String);
  return { level: 'error', file, code, name: rest.join('.'), reason: message };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
