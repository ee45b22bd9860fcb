import { z } from 'zod';
import { dateFormats } from './dates.ts';
import { pathShape } from './path.ts';
import { namesIn, textsIn } from './template.ts';

export const path = z.string().regex(pathShape, 'no path');
/** One place or several, tried in order. */
export const paths = z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(path)).default([]);
export const name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and dashes');
/** `H40`, `H40.23`: all codes of that agency and of what is below it; `*`: every code. */
const agency = z.string().regex(/^([GH]\d{2}(\.\d{1,3}){0,3}|\*)$/, 'an agency such as H40 or H40.23, or *');
const headerName = z.string().regex(/^[A-Za-z0-9-]+$/, 'no header name');
export const texts = z.record(z.string(), z.string());
/** True when the value there is one of these; `""` stands for null and missing too. Without values: when anything is there. */
export const rule = z.strictObject({ at: path, values: z.array(z.string()).optional() });

/** Where the header `lgspaccesstoken` goes: provinces differ. */
const lgsp = z.array(z.enum(['token', 'request'])).default([]);

export const auth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('header'), header: headerName, prefix: z.string().default('') }),
  z.strictObject({ kind: z.literal('lgsp') }),
  z.strictObject({
    kind: z.literal('oauth2'),
    /** An address, or a path below the base URL. */
    tokenUrl: z.string().min(1),
    /** How the client shows who it is: HTTP Basic, fields of the form, or the header `lgspaccesstoken` alone. */
    client: z.enum(['basic', 'form', 'lgsp']).default('basic'),
    scope: z.string().default(''),
    header: headerName.default('Authorization'),
    prefix: z.string().default('Bearer '),
    lgsp,
  }),
  /** A sign-in with a JSON body that gives a session; `{token}` puts it into the request. */
  z.strictObject({
    kind: z.literal('session'),
    path: z.string().startsWith('/'),
    headers: texts.default({}),
    body: texts,
    ok: rule.optional(),
    session: path,
    minutes: z.number().positive().default(15),
  }),
]);

const request = z.strictObject({
  method: z.enum(['GET', 'POST']),
  path: z.string().startsWith('/'),
  headers: texts.default({}),
  /** Each `{name}` in any text of it is filled in. */
  json: z.json().optional(),
  form: texts.optional(),
  /** A POST that changes nothing at the source may be sent again, as a GET may. */
  repeatable: z.boolean().default(false),
});

const answer = z.strictObject({
  /** What a good answer says of itself. */
  ok: rule.optional(),
  notFound: z.strictObject({ statuses: z.array(z.number().int()).default([]), when: z.array(rule).default([]) }).prefault({}),
  /** The record, or the list in which it is looked for by its code. */
  record: path.default(''),
});

const fields = z.strictObject({
  /** A record that says another code than the asked one is never told. Empty: the answer names no code. */
  code: paths,
  procedureCode: paths,
  procedureName: paths,
  agency: paths,
  /** What the status map is asked for. */
  status: paths,
  /** The source's own words, where they stand apart. */
  statusText: paths,
  receivedAt: paths,
  dueAt: paths,
  finishedAt: paths,
  returnedAt: paths,
  name: paths,
  phone: paths,
  idNumber: paths,
  pin: paths,
  office: paths,
  person: paths,
  note: paths,
});

const lists = z.strictObject({
  timeline: z
    .strictObject({ rows: paths, at: paths, office: paths, person: paths, text: paths, status: paths, statusText: paths, dueAt: paths })
    .prefault({}),
  missing: z.strictObject({ rows: paths, text: paths, askedAt: paths, papers: paths, paper: paths }).prefault({}),
  fees: z.strictObject({ rows: paths, name: paths, amount: paths }).prefault({}),
  results: z.strictObject({ rows: paths, name: paths }).prefault({}),
});

/** How one system is asked and read: data that an agency writes, no code. No secret stands in it. */
export const mappingSchema = z
  .strictObject({
    name,
    about: z.string().default(''),
    agencies: z.array(agency).min(1),
    baseUrl: z.url({ protocol: /^https?$/ }).refine((url) => !/[?#@]/.test(url), 'no query, fragment or password'),
    /** Settings of the agency that are no secret, for `{name}` in the request. */
    values: texts.default({}),
    auth,
    request,
    answer: answer.prefault({}),
    dates: z.array(z.enum(dateFormats)).min(1),
    /** The source's own status to the national one. Compared without regard to case and leading zeros. */
    statuses: z.record(z.string(), z.number().int().min(1).max(10)),
    fields,
    lists: lists.prefault({}),
  })
  .superRefine(({ auth, request, values }, context) => {
    const known = new Set(['code', ...Object.keys(values), ...(auth.kind === 'session' ? ['token'] : [])]);
    const used = [request.path, ...textsIn([request.headers, request.json, request.form])].flatMap(namesIn);
    for (const each of used.filter((each) => !known.has(each))) context.addIssue({ code: 'custom', message: `{${each}} is not in values` });
    const signIn = auth.kind === 'session' ? textsIn([auth.headers, auth.body]).flatMap(namesIn) : [];
    for (const each of signIn.filter((each) => !known.has(each) && each !== 'username' && each !== 'password')) {
      context.addIssue({ code: 'custom', message: `{${each}} is not in values` });
    }
    if (!used.includes('code')) context.addIssue({ code: 'custom', message: 'request does not say {code}' });
    if (request.method === 'GET' && (request.json ?? request.form) !== undefined) {
      context.addIssue({ code: 'custom', message: 'a GET has no body' });
    }
    if (request.json !== undefined && request.form !== undefined) context.addIssue({ code: 'custom', message: 'a body is json or form' });
  });

export type Mapping = z.infer<typeof mappingSchema>;
export type Rule = z.infer<typeof rule>;
export type Auth = Mapping['auth'];
