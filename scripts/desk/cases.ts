import { join } from 'node:path';
import { OperatorError } from '../../bot/errors.ts';
import type { Case } from '../../bot/forms/case.ts';
import type { Form } from '../../bot/forms/form.ts';
import { progressOf, questionsOf } from '../../bot/forms/plan.ts';
import { readBackOf } from '../../bot/forms/read-back.ts';
import { countOf } from '../../bot/papers.ts';
import { countSaid } from '../../bot/papers-said.ts';
import { listCases, openCase } from '../../knowledge/case-desk.ts';
import type { Database } from '../../knowledge/database.ts';
import { sealFor } from '../../knowledge/seals.ts';
import type { Config } from '../config.ts';
import { readForms, shippedForms } from '../forms.ts';
import { counted } from './counted.ts';

export type CaseDeskOptions = { pool: Database['pool']; config: Config };

const most = 200;

/** The filings on their way as lines for staff: what is filed, how far, when it was touched; nothing of what was answered. */
export async function listedCases({ pool, config }: CaseDeskOptions): Promise<string> {
  const forms = formsOf(config);
  const cases = await listCases(pool, most);
  const lines = cases.map(({ code, form, state, channel, changedOn }) =>
    [code, changedOn, state, channel, titleOf(form, forms)].join('\t'),
  );
  return [...lines, counted(cases.length, 'filing')].join('\n');
}

/** One filing with its answers, for who takes it over; that they read it is kept. `today` is `YYYY-MM-DD`. Throws `OperatorError` with a sentence. */
export async function openedCaseText({
  pool,
  config,
  code,
  by,
  today,
}: CaseDeskOptions & { code: string; by: string; today: string }): Promise<string> {
  const found = await openCase(pool, await sealFor(pool, config.notices.key, 'cases'), code, by);
  if (found === null) throw new OperatorError(`There is no filing ${code}, or it was sealed with another key (NOTICE_KEY).`);
  const { draft, papers, openings } = found;
  const form = formsOf(config).find((one) => one.code === draft.form);
  if (form === undefined) throw new OperatorError(`There is no form for ${draft.form} any longer.`);
  return [
    `${draft.code}  ${draft.state}  ${form.title.vi} (${form.code})`,
    ...standing(draft, form, today),
    ...(countOf(papers) === 0 ? [] : [`Papers: ${countSaid(papers, 'en')}`]),
    ...draft.asked.map((question) => `Asked: ${question.replace(/\s+/g, ' ')}`),
    ...(draft.dossier === null ? [] : [`Dossier: ${draft.dossier}`]),
    ...openings.map((opening) => `Read ${opening.at.slice(0, 16).replace('T', ' ')} UTC by ${opening.by}`),
  ].join('\n');
}

function standing(draft: Case, form: Form, today: string): string[] {
  const asked = questionsOf(form, draft.answers, today);
  const at = asked.find(({ id }) => id === draft.asking);
  const progress = at === undefined ? null : progressOf(form, asked, at);
  const answered = asked.filter(({ id }) => draft.answers[id] !== undefined);
  return [
    ...readBackOf(answered, draft.answers, 'vi'),
    ...(at === undefined || progress === null ? [] : [`Waits for: ${at.label.vi} (step ${progress.step} of ${progress.of})`]),
  ];
}

function formsOf(config: Config): Form[] {
  return readForms([shippedForms, join(config.dataDir, 'forms')]);
}

function titleOf(code: string, forms: Form[]): string {
  return forms.find((form) => form.code === code)?.title.vi ?? code;
}
