import { randomUUID } from 'node:crypto';
import type { Case } from '../forms/case.ts';
import type { Form } from '../forms/form.ts';
import type { FilingParts } from '../forms/turn.ts';
import type { Visitor } from '../ports.ts';
import type { Language } from '../types.ts';

/** A filing with nothing in it. */
export function newCase(form: Form, code: string, language: Language): Case {
  return {
    id: randomUUID(),
    code,
    form: form.code,
    version: form.version,
    language,
    answers: {},
    order: [],
    asking: null,
    partial: '',
    offered: [],
    tries: 0,
    told: [],
    reuse: {},
    state: 'open',
    dossier: null,
    asked: [],
    revision: 0,
  };
}

/** What the applicant told of themselves in the filing before. */
export async function toldBefore(
  { filings, visitor, signal }: { filings: FilingParts; visitor: Visitor; signal: AbortSignal },
  own: string[],
): Promise<Case['reuse']> {
  const [last] = own;
  const draft = last === undefined ? null : await filings.cases.find(visitor, last, signal);
  if (draft === null) return {};
  return Object.fromEntries(Object.entries(draft.answers).filter(([id, { value }]) => personal.test(id) && value !== ''));
}

// What stays true of a person from one filing to the next; their part in it ("người yêu cầu là mẹ") does not.
const personal = /^applicant\.(name|birthDate|sex|ethnicity|nationality|idNumber|phone|email|address|residence)$/;
