import { z } from 'zod';
import { sayDate } from '../speech/said.ts';
import { holds } from './condition.ts';
import type { Answers, BlockTemplate, Form } from './form.ts';
import { keyIn, rowsOf } from './plan.ts';
import { valueIn } from './rules.ts';
import type { Block, Sheet } from './sheet.ts';

export type FillOptions = {
  form: Form;
  /** Those that count, by `liveAnswers`. */
  live: Answers;
  code: string;
  /** `YYYY-MM-DD` in Vietnam. */
  today: string;
  foot: string;
};

/** The official form with the answers in it. What was not answered is left open. */
export function fillSheet({ form, live, code, today, foot }: FillOptions): Sheet {
  const known: Answers = { ...live, 'today.date': { value: today, shown: dayText(today) } };
  const text = (template: string) => filled(template.replaceAll('{code}', code).replaceAll('{today', '{today.date'), known);
  const applies = (when: BlockTemplate['when']) => holds(when, valueIn(live), today);
  const { sheet } = form;
  const head = sheet.variants.find(({ when }) => applies(when)) ?? { ...sheet, formNumber: form.formNumber };
  return {
    code,
    formNumber: head.formNumber,
    title: sheet.title,
    subtitle: text(head.subtitle),
    addressee: text(head.addressee),
    blocks: sheet.blocks.filter(({ when }) => applies(when)).map((block) => filledBlock(block, form, known, text)),
    placeAndDate: text(sheet.placeAndDate),
    signatures: sheet.signatures.filter(({ when }) => applies(when)).map(({ title, note, name }) => ({ title, note, name: text(name) })),
    foot,
  };
}

function filledBlock(block: BlockTemplate, form: Form, live: Answers, text: (template: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return { kind: block.kind, text: text(block.text) };
    case 'line':
      return { kind: 'line', fields: block.fields.map(({ label, value }) => ({ label: text(label), value: text(value) })) };
    case 'digits':
      return { kind: 'digits', label: text(block.label), value: text(block.value), length: block.length };
    case 'boxes':
      return { kind: 'boxes', label: text(block.label), boxes: boxesOf(block.question, form, live) };
    case 'table':
      return { kind: 'table', columns: block.columns.map(({ title, width }) => ({ title, width })), rows: rowsIn(block, live) };
    case 'grid': {
      const today = live['today.date']?.value ?? '';
      const rows = block.rows.filter(({ when }) => holds(when, valueIn(live), today));
      return { kind: 'table', columns: block.columns, rows: rows.map(({ cells }) => cells.map(text)) };
    }
  }
}

function boxesOf(id: string, form: Form, live: Answers): { text: string; ticked: boolean }[] {
  const question = form.steps.flatMap(({ questions }) => questions).find((one) => one.id === id);
  const options =
    question?.type === 'yes-no'
      ? [
          { value: 'yes', text: 'Có' },
          { value: 'no', text: 'Không' },
        ]
      : (question?.options.map(({ value, label }) => ({ value, text: label.vi })) ?? []);
  return options.map(({ value, text }) => ({ text, ticked: live[id]?.value === value }));
}

function rowsIn({ repeat, columns, emptyRows }: Extract<BlockTemplate, { kind: 'table' }>, live: Answers): string[][] {
  const rows = Array.from({ length: rowsOf(repeat, live) }, (_, place) =>
    columns.map(({ value }) =>
      filled(
        value
          .replaceAll('{row}', String(place + 1))
          .replace(/\{([a-zA-Z0-9.]+)/g, (_all, question: string) => `{${keyIn(repeat, place + 1, question)}`),
        live,
      ),
    ),
  );
  return [...rows, ...Array.from({ length: Math.max(0, emptyRows - rows.length) }, () => columns.map(() => ''))];
}

const placeholder = /\{([a-zA-Z0-9.]+)(?:\|([a-z]+))?\}/g;

function filled(template: string, live: Answers): string {
  return template
    .replace(placeholder, (_all, question: string, format: string | undefined) => {
      const answer = live[question];
      return answer === undefined || answer.value === '' ? '' : formatted(answer, format);
    })
    .trim();
}

/** Every placeholder of a template, for the check of a form's file. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(placeholder)].map((found) => found[1] ?? '');
}

function formatted({ value, shown }: Answers[string], format: string | undefined): string {
  const [year = '', month = '', day = ''] = value.split('-');
  switch (format) {
    case 'upper':
      return shown.toLocaleUpperCase('vi');
    case 'date':
      return dayText(value);
    case 'day':
      return day;
    case 'month':
      return month;
    case 'year':
      return year;
    case 'words':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDate(value) : shown;
    case 'detail':
    case 'commune':
    case 'province':
      return addressPart(value, format);
    default:
      return shown;
  }
}

function dayText(value: string): string {
  return value.split('-').reverse().join('/');
}

const addressSchema = z.object({ detail: z.string(), commune: z.object({ name: z.string() }), province: z.object({ name: z.string() }) });

function addressPart(value: string, part: 'detail' | 'commune' | 'province'): string {
  const address = addressSchema.safeParse(JSON.parse(value));
  if (!address.success) return '';
  const { detail, commune, province } = address.data;
  return { detail, commune: commune.name, province: province.name }[part];
}
