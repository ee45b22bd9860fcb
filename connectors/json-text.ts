import { z } from 'zod';

/** `faults`: where and what, a sentence each; never what stands there. */
export type JsonRead<Value> = { kind: 'read'; value: Value } | { kind: 'faulty'; faults: string[] };

/** What a text of JSON holds, by this schema, or everything that is wrong with it. */
export function readJsonText<Value>(text: string, schema: z.ZodType<Value>): JsonRead<Value> {
  const read = json.pipe(schema).safeParse(text);
  if (read.success) return { kind: 'read', value: read.data };
  return { kind: 'faulty', faults: read.error.issues.map(({ path, message }) => `${path.join('.') || 'as a whole'}: ${message}`) };
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});

/** What a text, or its bytes in UTF-8, holds; null where that is no JSON: the schema that reads it knows nothing of the kind. */
export function jsonOf(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
  } catch {
    return null;
  }
}
