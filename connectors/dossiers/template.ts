const placeholder = /\{([a-zA-Z][\w.]*)\}/g;

/** The names that stand in braces in a text. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}

/** Each `{name}` replaced by its value, written as the place asks for. A name without a value stays empty. */
export function fill(text: string, values: Record<string, string>, write: (value: string) => string = (value) => value): string {
  return text.replace(placeholder, (_, name: string) => write(Object.hasOwn(values, name) ? (values[name] ?? '') : ''));
}

export function fillAll(texts: Record<string, string>, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fill(text, values)]));
}

/** A JSON value with each text in it filled in. */
export function fillJson(value: unknown, values: Record<string, string>): unknown {
  if (typeof value === 'string') return fill(value, values);
  if (Array.isArray(value)) return value.map((each) => fillJson(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fillJson(each, values)]));
}

/** All texts of a JSON value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
