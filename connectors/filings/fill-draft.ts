import type { FilingDraft } from '../../bot/ports.ts';
import { isObject } from '../dossiers/path.ts';
import { fill } from '../dossiers/template.ts';

type Values = Record<string, string>;
/** A file that the system has been handed, or that goes within the request (`{file.base64}`). */
export type HandedFile = { id: string; name: string; type: string; bytes: Uint8Array };

/** What a draft says by name: `{code}`, `{procedure}`, `{child.name}` and the other ways in which a value is written (`{child.birthDate.dmy}`). */
export function draftValues({ code, procedure, fields }: FilingDraft): Values {
  return Object.assign({ code, procedure: procedure.code, procedureName: procedure.name }, ...fields.map(fieldValues));
}

/**
 * A JSON template filled in. Beside `{name}` in texts: `{"$each": "files" | "fields", "$as": …}` is a list, `{"$fields": "value" | "shown"}` an object
 * of all that was answered by question, `{"$number": "{file.size}"}` a number.
 */
export function fillDraft(template: unknown, values: Values, draft: FilingDraft, files: HandedFile[]): unknown {
  if (typeof template === 'string') return fill(template, values);
  if (Array.isArray(template)) return template.map((each) => fillDraft(each, values, draft, files));
  if (!isObject(template)) return template;
  if (typeof template.$number === 'string') return Number(fill(template.$number, values));
  if (template.$fields === 'value' || template.$fields === 'shown') {
    const kind = template.$fields;
    return Object.fromEntries(draft.fields.map((field) => [field.id, field[kind]]));
  }
  if (template.$each === 'files') {
    return files.map((file) => fillDraft(template.$as, { ...values, ...fileValues(file, template.$as) }, draft, files));
  }
  if (template.$each === 'fields') {
    const own = ({ id, label, value, shown }: FilingDraft['fields'][number]): Values => ({
      'field.id': id,
      'field.label': label,
      'field.value': value,
      'field.shown': shown,
    });
    return draft.fields.map((field) => fillDraft(template.$as, { ...values, ...own(field) }, draft, files));
  }
  return Object.fromEntries(Object.entries(template).map(([key, each]) => [key, fillDraft(each, values, draft, files)]));
}

function fileValues({ id, name, type, bytes }: HandedFile, template: unknown): Values {
  const base64 = JSON.stringify(template).includes('{file.base64}') ? Buffer.from(bytes).toString('base64') : '';
  return { 'file.id': id, 'file.name': name, 'file.type': type, 'file.size': String(bytes.length), 'file.base64': base64 };
}

/** A date is `YYYY-MM-DD`, of which `.dmy` is dd/MM/yyyy, `.compact` yyyyMMdd and `.utc` midnight in Vietnam as iGate writes it. */
function fieldValues({ id, value, shown, address }: FilingDraft['fields'][number]): Values {
  const own: Values = { [id]: address === null ? value : shown, [`${id}.shown`]: shown };
  if (address !== null) {
    own[`${id}.detail`] = address.detail;
    own[`${id}.commune`] = address.commune.name;
    own[`${id}.communeCode`] = address.commune.code;
    own[`${id}.province`] = address.province.name;
    own[`${id}.provinceCode`] = address.province.code;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    own[`${id}.dmy`] = value.split('-').reverse().join('/');
    own[`${id}.compact`] = value.replaceAll('-', '');
    own[`${id}.utc`] = new Date(`${value}T00:00:00+07:00`).toISOString().replace('Z', '+0000');
  }
  return own;
}
