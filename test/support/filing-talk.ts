import { randomUUID } from 'node:crypto';
import { createDialog } from '../../bot/dialog.ts';
import type { Case } from '../../bot/forms/case.ts';
import type { Form } from '../../bot/forms/form.ts';
import { noFilings } from '../../bot/forms/turn.ts';
import type { World } from '../../bot/forms/values/read-value.ts';
import { emptyMemory } from '../../bot/memory.ts';
import type { Library, Visitor } from '../../bot/ports.ts';
import { createRespond } from '../../bot/respond.ts';
import type { StoredProcedure, TurnResult } from '../../bot/types.ts';
import { memoryCases } from '../../scripts/memory-cases.ts';
import { only } from '../fakes/ports.ts';
import { fee, stored, way } from '../fakes/record.ts';
import { respondOptions } from '../fakes/respond.ts';

export type Talk = {
  say(text: string): Promise<TurnResult>;
  /** The case as it is kept now. */
  draft(): Promise<Case>;
  /** Puts the case back to what it was, whoever has it. */
  put(draft: Case): Promise<void>;
  /** The same person elsewhere, where nothing is known of them. */
  elsewhere(): Talk;
};

/** Somebody who fills in this form: the real dialogue, with cases in memory and a record whose fee is 12,000 dong. */
export function createTalk(form: Form, { places, today }: World): Talk {
  const record = recordOf(form);
  const library = only<Library>('library', {
    search: async () => [],
    procedure: async () => record,
    byCode: async (code) => (code === form.code ? [record] : []),
    explanation: async () => null,
    faq: async () => null,
  });
  const cases = memoryCases();
  const now = () => new Date(`${today}T05:00:00Z`);
  const options = respondOptions({ library, now, filings: { ...noFilings, forms: [form], places, cases, library, now } });
  const dialog = createDialog(createRespond(options), options.petitions, options.filings);
  const join = (channel: string): Talk => {
    const visitor: Visitor = { channel, person: randomUUID(), network: null, message: '' };
    let memory = { ...emptyMemory, focus: { id: record.procedure.id, code: form.code, name: record.procedure.name } };
    const signal = AbortSignal.timeout(300_000);
    const draft = async () => {
      const found = await cases.find(visitor, memory.filing?.case ?? '', signal);
      if (found === null) throw new Error('no case is kept');
      return found;
    };
    return {
      say: async (text) => {
        const result = await dialog({ channel, id: randomUUID(), person: visitor.person, text }, memory, signal);
        if (!cases.record(visitor, result.filing)) throw new Error('the case was not recorded');
        // As it is kept: through JSON.
        memory = JSON.parse(JSON.stringify(result.memory));
        return result;
      },
      draft,
      put: async (before) => {
        cases.record(visitor, { kind: 'save', case: { ...before, revision: (await draft()).revision }, take: true });
        memory = { ...memory, filing: { case: before.id, open: true } };
      },
      elsewhere: () => join(`${channel}-again`),
    };
  };
  return join('web');
}

function recordOf({ code, title }: Form): StoredProcedure {
  return stored({ code, name: title.vi, ways: [way('direct', [fee(12_000)]), way('online', [fee(12_000)])] });
}

export function textOf({ replies }: TurnResult): string {
  return replies.map(({ text }) => text).join('\n');
}
