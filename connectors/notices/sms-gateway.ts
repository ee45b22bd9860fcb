import { z } from 'zod';
import { OperatorError } from '../../bot/errors.ts';
import { namesIn, textsIn } from '../dossiers/template.ts';

const texts = z.record(z.string(), z.string());
const known = new Set(['to', 'international', 'text', 'id', 'key']);

/**
 * How a gateway is asked to send one message: data that the operator writes. In any text `{to}` is the number (0912345678), `{international}` the
 * same as 84912345678, `{text}` what is sent, `{id}` the same for the same message sent again, `{key}` the secret of SMS_KEY.
 */
export const gatewaySchema = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }),
    method: z.enum(['POST', 'GET']).default('POST'),
    headers: texts.default({}),
    query: texts.default({}),
    json: z.json().optional(),
    form: texts.optional(),
    /** What a message may have of characters; longer ones are cut. */
    longest: z.number().int().min(70).max(2_000).default(300),
    /** Without Vietnamese letters a message takes half as many parts. */
    ascii: z.boolean().default(false),
    /** Statuses by which the gateway refuses a message for good. */
    refused: z.array(z.number().int()).default([400, 422]),
    /** What the body of a good answer matches, where the status alone says nothing. */
    ok: z.string().optional(),
    /** What the body of any answer matches where the number itself is wrong: it is told nothing more. */
    badNumber: z.string().optional(),
  })
  .superRefine(({ method, headers, query, json, form, ok, badNumber }, context) => {
    const used = textsIn([headers, query, json, form]).flatMap(namesIn);
    for (const each of used.filter((name) => !known.has(name))) context.addIssue({ code: 'custom', message: `{${each}} is nothing known` });
    if (!used.includes('to') && !used.includes('international')) context.addIssue({ code: 'custom', message: 'it does not say {to}' });
    if (!used.includes('text')) context.addIssue({ code: 'custom', message: 'it does not say {text}' });
    if (json !== undefined && form !== undefined) context.addIssue({ code: 'custom', message: 'a body is json or form' });
    if (method === 'GET' && (json ?? form) !== undefined) context.addIssue({ code: 'custom', message: 'a GET has no body' });
    if (ok !== undefined && !isPattern(ok)) context.addIssue({ code: 'custom', message: 'ok is no regular expression' });
    if (badNumber !== undefined && !isPattern(badNumber))
      context.addIssue({ code: 'custom', message: 'badNumber is no regular expression' });
  });

export type Gateway = z.infer<typeof gatewaySchema>;

/** Reads the text of a gateway's file. Throws `OperatorError` that lists what is wrong by name. */
export function readGateway(file: string): Gateway {
  const read = z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('is not JSON');
        return z.NEVER;
      }
    })
    .pipe(gatewaySchema)
    .safeParse(file);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  throw new OperatorError(`The SMS gateway cannot be used:\n${faults.join('\n')}`);
}

/** Whether it asks for the secret of SMS_KEY. */
export function needsKey({ headers, query, json, form }: Gateway): boolean {
  return textsIn([headers, query, json, form]).flatMap(namesIn).includes('key');
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
