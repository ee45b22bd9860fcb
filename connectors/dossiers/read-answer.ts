import type { Answer } from './exchange.ts';
import type { Mapping, Rule } from './mapping.ts';
import { isObject, textAt, valueAt } from './path.ts';

export type Read =
  | { kind: 'record'; record: unknown }
  | { kind: 'none' }
  /** The source does not take the token, or may not: a new one shows it. */
  | { kind: 'sign-in' }
  /** The source works, and says no to this one request. */
  | { kind: 'refused'; why: string }
  | { kind: 'broken'; why: string };

/** What an answer says about the dossier that was asked for. Only a clear answer is "none". */
export function readAnswer({ answer: rules, auth, fields }: Mapping, code: string, { status, body }: Answer): Read {
  if (status === 401) return { kind: 'sign-in' };
  if (rules.notFound.statuses.includes(status)) return { kind: 'none' };
  if (status >= 400) return { kind: status < 500 ? 'refused' : 'broken', why: `HTTP ${status}` };
  const { ok } = rules;
  const isNone = (rule: Rule) => matches(rule, body);
  if (ok !== undefined && !matches(ok, body)) {
    if (rules.notFound.when.some((rule) => rule.at === ok.at && isNone(rule))) return { kind: 'none' };
    return auth.kind === 'session' ? { kind: 'sign-in' } : { kind: 'broken', why: 'the answer says that it is not good' };
  }
  if (rules.notFound.when.some(isNone)) return { kind: 'none' };
  return pick(valueAt(body, rules.record), fields, code);
}

/** True when a value stands at the rule's path; a list or an object is none of the values. */
export function matches({ at, values }: Rule, body: unknown): boolean {
  const found = valueAt(body, at);
  if (values === undefined) return found !== undefined && found !== null && found !== '';
  return !isObject(found) && values.includes(textAt(body, [at]));
}

/** Some sources search by part of a code: a record that says another one belongs to somebody else. */
function pick(found: unknown, fields: Mapping['fields'], code: string): Read {
  if (found === null || found === '') return { kind: 'none' };
  if (!isObject(found)) return { kind: 'broken', why: 'the answer holds no record' };
  const rows: unknown[] = Array.isArray(found) ? found : [found];
  if (fields.code.length > 0) {
    const own = rows.find((row) => fields.code.some((path) => sameCode(textAt(row, [path]), code)));
    return own === undefined ? { kind: 'none' } : { kind: 'record', record: own };
  }
  if (rows.length > 1) return { kind: 'refused', why: 'several records without a code' };
  const [record] = rows;
  const isBlank = textAt(record, [...fields.status, ...fields.statusText, ...fields.receivedAt, ...fields.procedureName]) === '';
  return isBlank ? { kind: 'none' } : { kind: 'record', record };
}

function sameCode(one: string, other: string): boolean {
  return one.replace(/\s/g, '').toUpperCase() === other.replace(/\s/g, '').toUpperCase();
}
