import { vietnamDate } from '../calendar/dates.ts';
import type { Cases, Drafts } from '../ports.ts';
import { fillSheet } from './fill.ts';
import type { Form } from './form.ts';
import { liveAnswers, questionsOf } from './plan.ts';
import type { Printer, Sheet } from './sheet.ts';
import { filingWording as words } from './wording.ts';

export type DraftsOptions = { forms: Form[]; cases: Cases; printer: Printer; now: () => Date };

export function createDrafts({ forms, cases, printer, now }: DraftsOptions): Drafts {
  return {
    file: async (visitor, id, kind, signal) => {
      const draft = await cases.find(visitor, id, signal);
      const form = forms.find(({ code }) => code === draft?.form);
      if (draft === null || form === undefined || draft.state === 'open' || kind === 'ics') return null;
      const today = vietnamDate(now());
      const live = liveAnswers(questionsOf(form, draft.answers, today), draft.answers);
      const sheet: Sheet = fillSheet({ form, live, code: draft.code, today, foot: words.foot.vi });
      const { bytes } = await printer[kind](sheet, signal);
      return { name: `${draft.code}.${kind}`, type: types[kind], bytes };
    },
  };
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
