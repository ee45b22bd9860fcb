import { z } from 'zod';
import { auth, name, path, paths, rule, texts } from '../dossiers/mapping.ts';
import { namesIn, textsIn } from '../dossiers/template.ts';

/** What one agency's system calls a procedure or a place, for `{name}` in the requests: `{"1.001193": {"procedureId": "…"}}`; `*` is any. */
const procedures = z.record(z.string().regex(/^(\d\.\d{6}|\*)$/, 'a procedure code such as 1.001193, or *'), texts);
/** Codes of communes (five digits) and provinces (two) of today. */
const places = z.record(z.string().regex(/^(\d{5}|\d{2}|\*)$/, 'the code of a commune or a province, or *'), texts);
const statuses = z.array(z.number().int().min(100).max(599));

const upload = z.strictObject({
  path: z.string().startsWith('/'),
  headers: texts.default({}),
  /** The field of the multipart form that holds the file, and what else stands in the form. One request for each file. */
  file: z.string().min(1).default('file'),
  form: texts.default({}),
  ok: rule.optional(),
  /** What the system calls the file afterwards: `{file.id}`. */
  id: paths,
});

const create = z.strictObject({
  path: z.string().startsWith('/'),
  headers: texts.default({}),
  /** Filled in as `fill-draft.ts` says. */
  json: z.json(),
  /** What a good answer says of itself; without it any status below 400 with a code is one. */
  ok: rule.optional(),
  /** Where the code of the new dossier stands. */
  dossier: paths,
  /** A clear no: nothing was made. */
  refused: z.strictObject({ statuses: statuses.default([400, 422]), when: z.array(rule).default([]), reason: paths }).prefault({}),
  /** It has this draft already: where its dossier's code stands, else it is looked up. */
  duplicate: z.strictObject({ statuses: statuses.default([409]), when: z.array(rule).default([]), dossier: paths }).prefault({}),
  /** The system knows a draft again by its code and makes one dossier of it however often it is sent. */
  idempotent: z.boolean().default(false),
});

/** Asks for the dossier that was made of a draft; it changes nothing. */
const lookUp = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  path: z.string().startsWith('/'),
  headers: texts.default({}),
  json: z.json().optional(),
  ok: rule.optional(),
  none: z.strictObject({ statuses: statuses.default([404]), when: z.array(rule).default([]) }).prefault({}),
  /** The record, or the list of records. */
  record: path.default(''),
  /** The draft's code in a record: one with another code is somebody else's. */
  reference: paths,
  dossier: paths,
});

/** How one agency's system takes filings: data that the agency writes, no code. No secret stands in it. */
export const filingMappingSchema = z
  .strictObject({
    name,
    about: z.string().default(''),
    /** Whom the citizen is told that it goes to. */
    agency: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
    procedures,
    places,
    baseUrl: z.url({ protocol: /^https?$/ }).refine((url) => !/[?#@]/.test(url), 'no query, fragment or password'),
    values: texts.default({}),
    auth,
    upload: upload.optional(),
    create,
    lookUp: lookUp.optional(),
  })
  .superRefine(({ auth, values, procedures, places, upload, create, lookUp }, context) => {
    const shared = (each: Record<string, Record<string, string>>) => {
      const [first = {}, ...rest] = Object.values(each);
      return Object.keys(first).filter((key) => rest.every((other) => Object.hasOwn(other, key)));
    };
    const known = new Set(['code', 'procedure', 'procedureName', ...Object.keys(values), ...shared(procedures), ...shared(places)]);
    if (auth.kind === 'session') known.add('token');
    const fault = (message: string) => context.addIssue({ code: 'custom', message });
    const parts = [upload && [upload.path, upload.headers, upload.form], [create.path, create.headers, create.json], lookUp];
    for (const each of new Set(parts.flatMap(textsIn).flatMap(namesIn))) {
      // What has a dot in it is of a file or of the form, of which another system knows nothing.
      if (!each.includes('.') && !known.has(each)) fault(`{${each}} is not in values, procedures or places`);
    }
    if (create.dossier.length === 0) fault('create.dossier does not say where the code stands');
    if (upload !== undefined && upload.id.length === 0) fault('upload.id does not say where the file is named');
    if (!textsIn([create.path, create.headers, create.json]).flatMap(namesIn).includes('code')) fault('create does not say {code}');
    if (lookUp !== undefined && !textsIn([lookUp.path, lookUp.json, lookUp.headers]).flatMap(namesIn).includes('code'))
      fault('lookUp does not say {code}');
    if (lookUp !== undefined && lookUp.dossier.length === 0) fault('lookUp.dossier does not say where the code stands');
    if (lookUp?.method === 'GET' && lookUp.json !== undefined) fault('a GET has no body');
    if (Object.keys(procedures).length === 0 || Object.keys(places).length === 0)
      fault('procedures and places name at least one each, or *');
  });

export type FilingMapping = z.infer<typeof filingMappingSchema>;
