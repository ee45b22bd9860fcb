import type { Submitted } from '../../bot/ports.ts';
import type { Answer, Broken } from '../dossiers/exchange.ts';
import type { Rule } from '../dossiers/mapping.ts';
import { rowsAt, textAt, valueAt } from '../dossiers/path.ts';
import { matches } from '../dossiers/read-answer.ts';
import type { FilingMapping } from './mapping.ts';

/** What came of asking for a dossier to be made. `not-made`: surely nothing. `unclear`: nobody knows. */
export type Created =
  | Exclude<Submitted, { kind: 'unclear' }>
  | { kind: 'duplicate' | 'sign-in' | 'unclear' }
  | { kind: 'not-made'; why: string };

/** What is no code of a dossier is none: a page, a sentence, a whole object. */
const codeShape = /^[\p{L}\d][\p{L}\d./_-]{2,59}$/u;
const longestReason = 300;
/** The request never left: the system was not reached, or would not take any. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'HTTP 429']);

/** Only a clear answer is a yes or a no: a page of a firewall, a broken connection and an error of the system itself leave it open. */
export function readCreated({ create }: FilingMapping, answer: Answer | Broken): Created {
  if (answer.kind === 'broken') return neverLeft.has(answer.why) ? { kind: 'not-made', why: answer.why } : { kind: 'unclear' };
  const { status, body } = answer;
  const says = (rules: Rule[]) => rules.some((rule) => matches(rule, body));
  if (status === 401) return { kind: 'sign-in' };
  const { refused, duplicate } = create;
  if (duplicate.statuses.includes(status) || says(duplicate.when)) {
    const dossier = dossierAt(body, duplicate.dossier);
    return dossier === '' ? { kind: 'duplicate' } : { kind: 'accepted', dossier };
  }
  if (refused.statuses.includes(status) || says(refused.when)) {
    return { kind: 'refused', reason: textAt(body, refused.reason).slice(0, longestReason) };
  }
  if (status === 408 || status >= 500) return { kind: 'unclear' };
  if (status >= 400) return { kind: 'not-made', why: `HTTP ${status}` };
  const dossier = create.ok === undefined || matches(create.ok, body) ? dossierAt(body, create.dossier) : '';
  return dossier === '' ? { kind: 'unclear' } : { kind: 'accepted', dossier };
}

/** The dossier that was made of this draft; null: there is none; `away`: no clear answer. */
export function readLookUp({ lookUp }: FilingMapping, code: string, answer: Answer | Broken): string | null | 'away' {
  if (lookUp === undefined || answer.kind === 'broken') return 'away';
  const { status, body } = answer;
  if (lookUp.none.statuses.includes(status)) return null;
  if (status >= 400) return 'away';
  if (lookUp.none.when.some((rule) => matches(rule, body))) return null;
  if (lookUp.ok !== undefined && !matches(lookUp.ok, body)) return 'away';
  const found = valueAt(body, lookUp.record);
  if (found === null || found === '' || (Array.isArray(found) && found.length === 0)) return null;
  const rows = rowsAt(body, [lookUp.record]);
  if (rows.length === 0) return 'away';
  const own = lookUp.reference.length === 0 ? rows : rows.filter((row) => textAt(row, lookUp.reference) === code);
  if (own.length === 0) return null;
  const dossier = dossierAt(own[0], lookUp.dossier);
  return dossier === '' ? 'away' : dossier;
}

function dossierAt(body: unknown, paths: string[]): string {
  const text = textAt(body, paths);
  return codeShape.test(text) ? text : '';
}
